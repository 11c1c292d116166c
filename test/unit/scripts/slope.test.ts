import { describe, expect, it } from "vitest";
import { slopeOf } from "../../../scripts/soak/slope.ts";

const line = (count: number, valueAt: (minutes: number) => number) =>
  Array.from({ length: count }, (_, minutes) => ({ minutes, value: valueAt(minutes) }));

describe("whether memory grows", () => {
  it("is told by the slope, with its interval", () => {
    const slope = slopeOf(line(20, (minutes) => 100 + 2 * minutes));
    expect(slope).toMatchObject({ perHour: 120, low: 120, high: 120, verdict: "rising" });
    expect(slope.growth).toBeCloseTo(38 / 119);
  });

  it("is not told by one peak", () => {
    expect(slopeOf(line(20, (minutes) => (minutes === 19 ? 500 : 100)))).toMatchObject({
      perHour: 0,
      verdict: "flat",
    });
  });

  it("is denied where it goes up and down", () => {
    expect(slopeOf(line(20, (minutes) => 100 + 30 * (minutes % 2))).verdict).toBe("flat");
  });

  it("is denied where it grows by less than anybody would notice, and where it falls", () => {
    expect(slopeOf(line(20, (minutes) => 1_000 + minutes)).verdict).toBe("flat");
    expect(slopeOf(line(20, (minutes) => 1_000 - 20 * minutes)).verdict).toBe("flat");
  });

  it("is left open with few samples", () => {
    expect(slopeOf(line(7, (minutes) => minutes)).verdict).toBe("too few samples");
  });
});
