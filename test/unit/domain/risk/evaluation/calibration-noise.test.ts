import { describe, expect, it } from "vitest";
import { calibrationNoise } from "../../../../../src/domain/risk/evaluation/calibration-noise.ts";

const all = (rows: number, probability: number) => new Float64Array(rows).fill(probability);

describe("the calibration error that chance makes", () => {
  it("is two standard errors of the rate where all rows share one bin", () => {
    // |observed − stated| of 400 rows at 0.5: its 95th percentile is 1.96 × √(0.25 ÷ 400) = 0.049.
    expect(calibrationNoise(all(400, 0.5), 1, 2_000)).toBeCloseTo(0.049, 2);
    // At 0.02: 1.96 × √(0.0196 ÷ 400) = 0.0137.
    expect(calibrationNoise(all(400, 0.02), 1, 2_000)).toBeCloseTo(0.0137, 2);
  });

  it("is halved by four times the rows, and larger where they spread over the bins", () => {
    const few = calibrationNoise(all(400, 0.5), 1, 1_000);
    expect(calibrationNoise(all(1_600, 0.5), 1, 1_000) / few).toBeCloseTo(0.5, 1);
    const spread = Float64Array.from({ length: 400 }, (_, row) => (row % 10) / 10 + 0.05);
    expect(calibrationNoise(spread, 1, 1_000)).toBeGreaterThan(few * 1.3);
  });

  it("is none where the outcome is certain or there is nobody", () => {
    expect(calibrationNoise(Float64Array.of(0, 1, 1, 0), 1)).toBe(0);
    expect(calibrationNoise(new Float64Array(), 1)).toBe(0);
  });

  it("comes out the same for the same seed", () => {
    const rows = all(90, 0.3);
    expect(calibrationNoise(rows, 5)).toBe(calibrationNoise(rows, 5));
    expect(calibrationNoise(rows, 5)).not.toBe(calibrationNoise(rows, 6));
  });
});
