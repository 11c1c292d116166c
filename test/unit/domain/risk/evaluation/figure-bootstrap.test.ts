import { describe, expect, it } from "vitest";
import { figureIntervals } from "../../../../../src/domain/risk/evaluation/figure-bootstrap.ts";
import { uniformNumbers } from "../../../../../src/domain/risk/evaluation/uniform-numbers.ts";

const uniform = uniformNumbers(3);
const rows = 600;
const truth = Float64Array.from({ length: rows }, () => 0.05 + 0.9 * uniform());
const labels = Uint8Array.from(truth, (p) => Number(uniform() < p));
const noisy = truth.map((p) => Math.min(0.95, Math.max(0.05, p + 0.4 * (uniform() - 0.5))));

describe("intervals of a model's figures and of its lead", () => {
  it("hold the figures, and find a true lead that the unpaired intervals would hide", () => {
    const { rocAuc, rocAucDifference, logLossDifference, logLoss } = figureIntervals(
      { labels, model: [truth], baseline: [noisy] },
      1,
    );
    for (const { value, interval } of [rocAuc, logLoss, rocAucDifference, logLossDifference]) {
      expect(interval?.low).toBeLessThan(value ?? Number.NaN);
      expect(interval?.high).toBeGreaterThan(value ?? Number.NaN);
    }
    expect(rocAucDifference.interval?.low).toBeGreaterThan(0);
    expect(logLossDifference.interval?.high).toBeLessThan(0);
    const baselineAuc = (rocAuc.value ?? 0) - (rocAucDifference.value ?? 0);
    expect(rocAuc.interval?.low).toBeLessThan(baselineAuc);
  });

  it("are as wide as the standard error of the mean foretells", () => {
    // Half of the rows lose ln 2 more than the others: the mean's standard error is ln 2 ÷ 2 ÷ √400.
    const even = Uint8Array.from({ length: 400 }, (_, row) => row % 2);
    const stated = Float64Array.from(even, (label, row) => {
      const right = row % 4 < 2 ? 0.8 : 0.4;
      return label === 1 ? right : 1 - right;
    });
    const half = new Float64Array(400).fill(0.5);
    const { logLossDifference } = figureIntervals({ labels: even, model: [stated], baseline: [half] }, 1);
    const { low = 0, high = 0 } = logLossDifference.interval ?? {};
    expect((high - low) / (2 * 1.96 * (Math.LN2 / 2 / Math.sqrt(400)))).toBeCloseTo(1, 1);
  });

  it("find no difference between a model and itself, whatever the draw", () => {
    const { rocAucDifference, logLossDifference } = figureIntervals(
      { labels, model: [truth, noisy], baseline: [truth, noisy] },
      1,
      100,
    );
    expect(rocAucDifference).toEqual({ value: 0, interval: { low: 0, high: 0 } });
    expect(logLossDifference).toEqual({ value: 0, interval: { low: 0, high: 0 } });
  });

  it("are of the mean over the seeds", () => {
    const given = (model: readonly Float64Array[]) => ({ labels, model, baseline: model });
    const value = (model: readonly Float64Array[]) => figureIntervals(given(model), 1, 2).rocAuc.value ?? 0;
    expect(value([truth, noisy])).toBeCloseTo((value([truth]) + value([noisy])) / 2, 12);
  });

  it("rank within a fold, where folds are given", () => {
    // Each fold is ranked rightly, the two together are not: 0.6 of the first stayed, 0.4 of the second left.
    const given = {
      labels: Uint8Array.of(0, 1, 0, 1),
      model: [Float64Array.of(0.6, 0.8, 0.2, 0.4)],
      baseline: [Float64Array.of(0.5, 0.5, 0.5, 0.5)],
    };
    expect(figureIntervals(given, 1, 10).rocAuc.value).toBe(0.75);
    expect(figureIntervals({ ...given, folds: [0, 0, 1, 1] }, 1, 10).rocAuc.value).toBe(1);
    expect(figureIntervals({ ...given, folds: [0, 0, 1, 1] }, 1, 10).rocAucDifference.value).toBe(0.5);
  });

  it("leave out what is not defined: one class, or nobody", () => {
    const one = { labels: new Uint8Array(3), model: [truth.slice(0, 3)], baseline: [noisy.slice(0, 3)] };
    expect(figureIntervals(one, 1, 10)).toMatchObject({
      rocAuc: { value: null, interval: null },
      rocAucDifference: { value: null, interval: null },
    });
    const none = { labels: new Uint8Array(), model: [new Float64Array()], baseline: [new Float64Array()] };
    expect(figureIntervals(none, 1, 10).logLoss).toEqual({ value: null, interval: null });
  });
});
