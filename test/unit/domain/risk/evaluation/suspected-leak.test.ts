import { describe, expect, it } from "vitest";
import { suspectedLeak } from "../../../../../src/domain/risk/evaluation/suspected-leak.ts";

describe("a suspected leak", () => {
  const near = (bestAuc: number | null, ruleAuc: number | null) =>
    suspectedLeak({ bestAuc, ruleAuc, ruleColumn: "closed on" });

  it("is named from an area of 0.99 on, or of 0.95 by one column alone", () => {
    expect(near(0.99, 0.6)).toBe("closed on");
    expect(near(0.97, 0.95)).toBe("closed on");
  });

  it("is not named below, nor where areas are not defined", () => {
    expect(near(0.9899, 0.9499)).toBeNull();
    expect(near(null, null)).toBeNull();
  });
});
