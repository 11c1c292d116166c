import { describe, expect, it } from "vitest";
import {
  percentileInterval,
  quantile,
  resampleCounts,
} from "../../../../../src/domain/risk/evaluation/bootstrap.ts";
import { metricIntervals } from "../../../../../src/domain/risk/evaluation/metric-intervals.ts";
import {
  isBetter,
  pairedBootstrap,
  runToEnd,
} from "../../../../../src/domain/risk/evaluation/paired-bootstrap.ts";

/** Customers of whom every fourth left, with what two models said of them. */
function pairs(rows: number, say: (left: boolean, row: number) => { champion: number; challenger: number }) {
  const labels = Uint8Array.from({ length: rows }, (_, row) => (row % 4 === 0 ? 1 : 0));
  const said = Array.from(labels, (label, row) => say(label === 1, row));
  return {
    labels,
    champion: Float64Array.from(said, ({ champion }) => champion),
    challenger: Float64Array.from(said, ({ challenger }) => challenger),
  };
}
const compare = (given: ReturnType<typeof pairs>, seed = 1) => runToEnd(pairedBootstrap(given, seed));

describe("paired bootstrap", () => {
  it("says exactly how much better where every customer is better by the same", () => {
    const better = compare(
      pairs(200, (left) => (left ? { champion: 0.4, challenger: 0.8 } : { champion: 0.6, challenger: 0.2 })),
    );
    expect(better.difference).toBeCloseTo(-Math.LN2, 12);
    expect(better.interval.low).toBeCloseTo(-Math.LN2, 12);
    expect(better.interval.high).toBeCloseTo(-Math.LN2, 12);
    expect(isBetter(better)).toBe(true);
  });

  it("finds no difference between a model and itself, and calls that not better", () => {
    const same = compare(pairs(200, () => ({ champion: 0.3, challenger: 0.3 })));
    expect(same).toEqual({ difference: 0, interval: { low: 0, high: 0 } });
    expect(isBetter(same)).toBe(false);
  });

  it("gives the interval that the standard error of the mean foretells", () => {
    // Log losses differ by ± ln 2 in turn: mean 0, standard deviation ln 2, standard error ln 2 ÷ √rows.
    const rows = 1_000;
    const { difference, interval } = compare(
      pairs(rows, (left, row) => {
        const good = left ? 0.8 : 0.2;
        const bad = left ? 0.4 : 0.6;
        return row % 2 === (row >> 2) % 2
          ? { champion: good, challenger: bad }
          : { champion: bad, challenger: good };
      }),
    );
    const standardError = Math.LN2 / Math.sqrt(rows);
    expect(Math.abs(difference)).toBeLessThan(standardError);
    expect((interval.high - interval.low) / (2 * 1.96 * standardError)).toBeCloseTo(1, 1);
  });

  it("does not call a difference real that a few customers make", () => {
    const lucky = compare(pairs(400, (_, row) => ({ champion: row === 0 ? 0.1 : 0.25, challenger: 0.25 })));
    expect(lucky.difference).toBeLessThan(0);
    expect(isBetter(lucky)).toBe(false);
  });

  it("is repeatable by its seed, and bounded also where a model was certain and wrong", () => {
    const noisy = pairs(300, (_, row) => ({ champion: (row * 37) % 2, challenger: ((row * 53) % 97) / 97 }));
    expect(compare(noisy, 7)).toEqual(compare(noisy, 7));
    expect(compare(noisy, 7).interval).not.toEqual(compare(noisy, 8).interval);
    expect(Number.isFinite(compare(noisy).difference)).toBe(true);
  });

  it("refuses to compare on nobody", () => {
    expect(() => compare(pairs(0, () => ({ champion: 0.5, challenger: 0.5 })))).toThrow(RangeError);
  });
});

describe("resampling", () => {
  it("draws as many rows as there are, each about once on average", () => {
    const totals = new Float64Array(50);
    let resamples = 0;
    for (const counts of resampleCounts(50, 3, 2_000)) {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(50);
      counts.forEach((count, row) => {
        totals[row] = (totals[row] ?? 0) + count;
      });
      resamples += 1;
    }
    for (const total of totals) expect(total / resamples).toBeCloseTo(1, 0.8);
  });

  it("takes quantiles between ranks", () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([10], 0.975)).toBe(10);
    expect(percentileInterval(Array.from({ length: 101 }, (_, value) => value))).toEqual({
      low: 2.5,
      high: 97.5,
    });
    expect(percentileInterval([])).toBeNull();
  });
});

describe("intervals of the printed figures", () => {
  const labels = Uint8Array.from({ length: 600 }, (_, row) => (row % 3 === 0 ? 1 : 0));
  const probabilities = Float64Array.from(
    labels,
    (label, row) => (label === 1 ? 0.35 : 0.25) + ((row * 7919) % 300) / 1000,
  );

  it("hold the figures themselves", () => {
    const { logLoss, rocAuc, ece } = runToEnd(metricIntervals(labels, probabilities, 1));
    const loss =
      labels.reduce(
        (sum, label, row) => sum - Math.log(label === 1 ? probabilities[row]! : 1 - probabilities[row]!),
        0,
      ) / 600;
    let area = 0;
    for (const [one, leaver] of labels.entries())
      for (const [other, label] of labels.entries())
        if (leaver === 1 && label === 0)
          area +=
            probabilities[one]! > probabilities[other]!
              ? 1
              : probabilities[one]! === probabilities[other]!
                ? 0.5
                : 0;
    expect(logLoss!.low).toBeLessThan(loss);
    expect(logLoss!.high).toBeGreaterThan(loss);
    expect(rocAuc!.low).toBeLessThan(area / (200 * 400));
    expect(rocAuc!.high).toBeGreaterThan(area / (200 * 400));
    expect(ece!.high).toBeLessThan(0.3);
  });

  it("leave out an area where one class is missing", () => {
    const all = runToEnd(metricIntervals(new Uint8Array(40), new Float64Array(40).fill(0.2), 1));
    expect(all.rocAuc).toBeNull();
    expect(all.logLoss!.low).toBeCloseTo(-Math.log(0.8), 12);
  });
});
