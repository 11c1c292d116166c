import { describe, expect, it } from "vitest";
import {
  percentileInterval,
  quantile,
  resampleCounts,
} from "../../../../../src/domain/risk/evaluation/bootstrap.ts";
import { rankTies, rocAuc } from "../../../../../src/domain/risk/evaluation/rank-ties.ts";
import {
  reliabilityBins,
  tenthOf,
  wilsonInterval,
} from "../../../../../src/domain/risk/evaluation/reliability.ts";
import {
  ascendingRows,
  weightedFigures,
} from "../../../../../src/domain/risk/evaluation/weighted-figures.ts";

/** Two stayed, two left; one of each shares a probability. */
const labels = Uint8Array.of(1, 0, 1, 0);
const probabilities = Float64Array.of(0.8, 0.4, 0.4, 0.1);

describe("ties", () => {
  it("are listed riskiest first, each with how many of it left", () => {
    expect(rankTies(labels, probabilities)).toEqual([
      { rows: 1, positives: 1 },
      { rows: 2, positives: 1 },
      { rows: 1, positives: 0 },
    ]);
  });

  it("count half towards the area; it is none where only one class is there", () => {
    // Of the four pairs three are in order, and one is tied.
    expect(rocAuc(rankTies(labels, probabilities))).toBe(3.5 / 4);
    expect(rocAuc(rankTies(Uint8Array.of(1, 1), probabilities.subarray(0, 2)))).toBeNull();
    expect(rocAuc(rankTies(Uint8Array.of(0, 0), probabilities.subarray(0, 2)))).toBeNull();
    expect(rocAuc(rankTies(Uint8Array.of(0, 1), probabilities.subarray(0, 2)))).toBe(0);
  });
});

describe("figures of weighted rows", () => {
  const rows = ascendingRows(labels, probabilities);
  const of = (...counts: number[]) => weightedFigures(rows, counts);

  it("are those of the rows where each counts once", () => {
    const { logLoss, rocAuc: area, ece } = of(1, 1, 1, 1);
    expect(logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6) + Math.log(0.4) + Math.log(0.9)) / 4, 12);
    expect(area).toBe(3.5 / 4);
    // Gaps: 0.2 in the ninth tenth, 0.2 in the fifth (−0.4 + 0.6), 0.1 in the second.
    expect(ece).toBeCloseTo((0.2 + 0.2 + 0.1) / 4, 12);
  });

  it("count a row as often as it was drawn, and not at all where it was not", () => {
    expect(of(3, 0, 0, 1)).toMatchObject({ rocAuc: 1 });
    expect(of(3, 0, 0, 1).logLoss).toBeCloseTo(-(3 * Math.log(0.8) + Math.log(0.9)) / 4, 12);
    // Two leavers tied with one stayer, and one stayer below them.
    expect(of(0, 1, 2, 1).rocAuc).toBe((2 * 1 + 2 * 0.5) / 4);
    expect(of(0, 1, 0, 1).rocAuc).toBeNull();
    expect(of(1, 0, 1, 0).rocAuc).toBeNull();
  });

  it("are put in order once, also of some of the rows only", () => {
    const some = ascendingRows(labels, probabilities, Int32Array.of(0, 3));
    expect([...some.order]).toEqual([3, 0]);
    expect([...some.labels]).toEqual([0, 1]);
    expect([...some.probabilities]).toEqual([0.1, 0.8]);
    expect(some.losses[0]).toBeCloseTo(-Math.log(0.9), 12);
  });
});

describe("stated against observed", () => {
  it("goes by tenths, of which empty ones are left out", () => {
    const bins = reliabilityBins(Uint8Array.of(1, 0, 1, 1), Float64Array.of(0.12, 0.18, 0.2, 1));
    expect(bins.map(({ n }) => n)).toEqual([2, 1, 1]);
    expect(bins[0]).toMatchObject({ observedRate: 0.5 });
    expect(bins[0]?.meanPredicted).toBeCloseTo(0.15, 12);
    expect(bins[2]).toMatchObject({ meanPredicted: 1, observedRate: 1, high: 1 });
    expect(reliabilityBins(Uint8Array.of(1), Float64Array.of(Number.NaN))).toEqual([]);
  });

  it.each([
    [0, 0],
    [0.0999, 0],
    [0.1, 1],
    [0.55, 5],
    [0.999, 9],
    [1, 9],
  ])("puts %d into tenth %d", (probability, tenth) => {
    expect(tenthOf(probability)).toBe(tenth);
  });

  // Wilson's score interval, by its closed form: 8 of 10, none of 10 and all of 10.
  it.each([
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
  ])("%d of %d may be a rate from %d to %d", (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe("a resample", () => {
  it("draws as many rows as there are, each time anew, the same for the same seed", () => {
    const drawn = (seed: number) => [...resampleCounts(50, seed, 4)].length;
    expect(drawn(1)).toBe(4);
    const copies = (seed: number) => {
      const all: number[][] = [];
      for (const counts of resampleCounts(50, seed, 4)) all.push([...counts]);
      return all;
    };
    for (const counts of copies(1)) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(copies(1)).toEqual(copies(1));
    expect(copies(1)[0]).not.toEqual(copies(1)[1]);
    expect(copies(1)).not.toEqual(copies(2));
  });

  it("gives an interval from the 2.5th to the 97.5th percentile; none of nothing", () => {
    expect(percentileInterval([])).toBeNull();
    const values = Array.from({ length: 201 }, (_, place) => 200 - place);
    expect(percentileInterval(values)).toEqual({ low: 5, high: 195 });
  });

  it.each([
    [0, 10],
    [0.5, 25],
    [0.25, 17.5],
    [1, 40],
  ])("has its quantile at %d between the nearest ranks: %d", (share, value) => {
    expect(quantile([10, 20, 30, 40], share)).toBeCloseTo(value, 12);
  });
});
