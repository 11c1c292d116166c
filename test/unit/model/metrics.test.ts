import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classificationMetrics, logLoss } from "../../../model/metrics.ts";

const scoredRows = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 1 }),
    fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
  ),
  { minLength: 1, maxLength: 60 },
);
const withBothClasses = scoredRows.filter((rows) => new Set(rows.map(([label]) => label)).size === 2);
const split = (rows: [number, number][]) => ({
  labels: rows.map(([label]) => label),
  scores: rows.map(([, p]) => p),
});

describe("metrics worked out by hand", () => {
  test("scikit-learn's example: AUC 0.75, average precision 0.8333", () => {
    const metrics = classificationMetrics([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
    expect(metrics.rocAuc).toBeCloseTo(0.75, 12);
    expect(metrics.prAuc).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3), 12);
    expect(metrics).toMatchObject({ n: 4, positives: 2 });
  });

  test("a tie between the classes counts half in AUC and is one threshold in average precision", () => {
    const metrics = classificationMetrics([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1]);
    expect(metrics.rocAuc).toBeCloseTo((2 + 0.5 + 1) / 4, 12);
    expect(metrics.prAuc).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3), 12);
  });

  test("log loss, Brier score and calibration error of two rows", () => {
    const metrics = classificationMetrics([1, 0], [0.8, 0.3]);
    expect(metrics.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.7)) / 2, 12);
    expect(metrics.brier).toBeCloseTo((0.04 + 0.09) / 2, 12);
    expect(metrics.ece).toBeCloseTo((0.2 + 0.3) / 2, 12);
  });

  test("a probability of 1 falls in the last bin and a certain mistake costs −ln 1e-15", () => {
    expect(classificationMetrics([1, 1], [1, 0.95]).ece).toBeCloseTo(0.025, 12);
    expect(logLoss([1], [0])).toBeCloseTo(-Math.log(1e-15), 9);
    expect(logLoss([0], [1])).toBeCloseTo(-Math.log(1e-15), 1);
  });

  test("the riskiest tenth of twenty rows is two; one churner of four in it lifts 2.5 times", () => {
    const labels = Array.from({ length: 20 }, (_, row) => (row === 0 || row > 16 ? 1 : 0));
    const scores = Array.from({ length: 20 }, (_, row) => 1 - row / 20);
    expect(classificationMetrics(labels, scores).topDecileLift).toBeCloseTo(0.5 / 0.2, 12);
  });

  test("one class, or nobody, is not defined rather than zero", () => {
    expect(classificationMetrics([0, 0], [0.2, 0.4])).toMatchObject({
      rocAuc: null,
      prAuc: null,
      topDecileLift: null,
    });
    expect(classificationMetrics([1], [0.4])).toMatchObject({ rocAuc: null, prAuc: 1, topDecileLift: 1 });
    expect(classificationMetrics([], [])).toMatchObject({
      n: 0,
      positives: 0,
      rocAuc: null,
      logLoss: 0,
      ece: 0,
    });
  });
});

describe("metrics for any scores", () => {
  test("AUC is the share of pairs ranked right, ties counting half", () => {
    fc.assert(
      fc.property(withBothClasses, (rows) => {
        const churned = rows.filter(([label]) => label === 1);
        const stayed = rows.filter(([label]) => label === 0);
        const wins = churned.flatMap(([, a]) =>
          stayed.map(([, b]): number => (a > b ? 1 : a === b ? 0.5 : 0)),
        );
        const { labels, scores } = split(rows);
        const expected = wins.reduce((sum, win) => sum + win, 0) / wins.length;
        expect(classificationMetrics(labels, scores).rocAuc).toBeCloseTo(expected, 10);
      }),
    );
  });

  test("ranking metrics do not change under an increasing map, nor with the order of rows", () => {
    fc.assert(
      fc.property(withBothClasses, (rows) => {
        const { labels, scores } = split(rows);
        const before = classificationMetrics(labels, scores);
        const mapped = classificationMetrics(
          labels,
          scores.map((p) => p ** 3 / 2),
        );
        const turned = classificationMetrics([...labels].reverse(), [...scores].reverse());
        for (const key of ["rocAuc", "prAuc", "topDecileLift"] as const) {
          expect(mapped[key]).toBeCloseTo(before[key]!, 10);
          expect(turned[key]).toBeCloseTo(before[key]!, 10);
        }
      }),
    );
  });

  test("one score for all: AUC one half, precision the base rate, no lift", () => {
    fc.assert(
      fc.property(withBothClasses, (rows) => {
        const { labels } = split(rows);
        const metrics = classificationMetrics(
          labels,
          labels.map(() => 0.3),
        );
        expect(metrics.rocAuc).toBe(0.5);
        expect(metrics.prAuc).toBeCloseTo(metrics.positives / metrics.n, 12);
        expect(metrics.topDecileLift).toBeCloseTo(1, 12);
      }),
    );
  });

  test("every metric stays in its range", () => {
    fc.assert(
      fc.property(scoredRows, (rows) => {
        const { labels, scores } = split(rows);
        const metrics = classificationMetrics(labels, scores);
        for (const value of [metrics.rocAuc ?? 0, metrics.prAuc ?? 0, metrics.brier, metrics.ece]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(metrics.logLoss).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
