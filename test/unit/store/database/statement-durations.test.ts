import { describe, expect, it } from "vitest";
import { statementDurations } from "../../../../src/store/database/statement-durations.ts";

describe("how long statements take", () => {
  it("is told by those before, the last ones most", () => {
    const durations = statementDurations();
    expect(durations.expectedMs("never seen")).toBe(0);
    durations.took("range", 100);
    expect(durations.expectedMs("range")).toBe(100);
    for (let run = 0; run < 20; run += 1) durations.took("range", 10);
    expect(durations.expectedMs("range")).toBeLessThan(15);
    expect(durations.expectedMs("range")).toBeGreaterThan(10);
  });

  it("is kept of a limited number, and forgotten of those seen first", () => {
    const durations = statementDurations();
    for (let text = 0; text < 3_000; text += 1) durations.took(`SELECT ${text}`, 7);
    expect(durations.expectedMs("SELECT 0")).toBe(0);
    expect(durations.expectedMs("SELECT 2999")).toBe(7);
  });
});
