import { describe, expect, test } from "vitest";
import { boundsOf, jackknifeVariances } from "../../../model/bounds.ts";

describe("jackknifeVariances", () => {
  test("are 0 where the members agree and grow with their disagreement", () => {
    const members = [Float64Array.of(1, 0, 0), Float64Array.of(1, 0.3, 3)];
    // (2 − 1) ÷ 2 × (0.15² + 0.15²), and the same with 1.5
    const [none, little, much] = jackknifeVariances(members);
    expect(none).toBe(0);
    expect(little).toBeCloseTo(0.0225, 10);
    expect(much).toBeCloseTo(2.25, 10);
  });
});

describe("boundsOf", () => {
  test("hold the probability and widen with either uncertainty", () => {
    const narrow = boundsOf(Float64Array.of(0.5), Float64Array.of(0.01), 0);
    const wide = boundsOf(Float64Array.of(0.5), Float64Array.of(0.01), 0.2);
    const probability = 1 / (1 + Math.exp(-0.5));
    expect(narrow.low[0]).toBeLessThan(probability);
    expect(narrow.high[0]).toBeGreaterThan(probability);
    expect(wide.low[0]!).toBeLessThan(narrow.low[0]!);
    expect(wide.high[0]!).toBeGreaterThan(narrow.high[0]!);
  });

  test("are the probability itself where nothing is uncertain", () => {
    expect(boundsOf(Float64Array.of(0), Float64Array.of(0), 0)).toEqual({
      low: Float64Array.of(0.5),
      high: Float64Array.of(0.5),
    });
  });
});
