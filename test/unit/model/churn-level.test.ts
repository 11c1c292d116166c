import { describe, expect, test } from "vitest";
import {
  type ChurnLevel,
  extendChurnLevel,
  fitChurnLevel,
  forecastLevel,
  levelOfRows,
  NO_LEVEL,
} from "../../../model/churn-level.ts";
import { sigmoid } from "../../../model/probability.ts";
import { randomStream } from "../../../model/random.ts";

const START = 14_600;
const YEAR = 365.25;
const monthly = (count: number) => Array.from({ length: count }, (_, month) => START + month * 30);
const seriesOf = (days: readonly number[], level: (day: number) => number, variance = 0.001): ChurnLevel => ({
  days: [...days],
  levels: days.map(level),
  variances: days.map(() => variance),
  horizonDays: 0,
});

/** Customers with one figure, whose churn has a level of its own in each snapshot and whose figures drift too: the raw rate moves the other way or not at all. */
function drifting(levels: readonly number[], rowsEach: number) {
  const random = randomStream(5);
  const rows = levels.length * rowsEach;
  const values = new Float32Array(rows);
  const snapshots = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / rowsEach));
  const labels = Uint8Array.from(snapshots, (snapshot, row) => {
    values[row] = 2 * random() - 1 - 0.3 * snapshot;
    return random() < sigmoid((levels[snapshot] ?? 0) + 1.5 * values[row]) ? 1 : 0;
  });
  return { matrix: { rows, width: 1, values }, labels, snapshots };
}

describe("fitChurnLevel", () => {
  test("finds each snapshot's level apart from how its customers' figures differ", () => {
    const { matrix, labels, snapshots } = drifting([-0.6, 0, 0.6], 4_000);
    const days = monthly(3);
    const { levels, variances } = fitChurnLevel(matrix, labels, [0], { snapshots, days, horizonDays: 90 });
    const [first = 0, second = 0, third = 0] = levels;
    expect(Math.abs(first + second + third) / 3).toBeLessThan(0.1);
    // Three standard errors; the labels' raw rates fall instead.
    expect(Math.abs(second - first - 0.6)).toBeLessThan(0.15);
    expect(Math.abs(third - second - 0.6)).toBeLessThan(0.15);
    for (const variance of variances) expect(variance).toBeLessThan(0.003);
  });

  test("stays finite where a small snapshot holds one class only", () => {
    const { matrix, labels, snapshots } = drifting([0, 0], 60);
    const churnedLast = labels.map((label, row) => (row < 60 ? label : 1));
    const { levels } = fitChurnLevel(matrix, churnedLast, [0], {
      snapshots,
      days: monthly(2),
      horizonDays: 90,
    });
    expect(levels[1]).toBeGreaterThan(levels[0]! + 0.03);
    expect(levels[1]).toBeLessThan(1);
  });

  test("undated rows have no level, a single snapshot has nothing to differ from", () => {
    const { matrix, labels, snapshots } = drifting([0.4], 100);
    expect(fitChurnLevel(matrix, labels, [0], { snapshots, days: [], horizonDays: 90 })).toEqual(NO_LEVEL);
    expect(fitChurnLevel(matrix, labels, [0], { snapshots, days: [START], horizonDays: 90 }).levels).toEqual([
      0,
    ]);
  });

  test("gives every row its snapshot's level", () => {
    const level = seriesOf(monthly(2), (day) => day - START);
    const rows = { snapshots: Int32Array.of(1, 0, 1) };
    expect([...levelOfRows(level, rows)]).toEqual([30, 0, 30]);
    expect([...levelOfRows(NO_LEVEL, rows)]).toEqual([0, 0, 0]);
  });
});

describe("forecastLevel", () => {
  test("is 0 without snapshots and after a single one at the mean", () => {
    expect(forecastLevel(NO_LEVEL, START)).toEqual({ level: 0, variance: 0 });
    expect(
      forecastLevel(
        seriesOf([START], () => 0),
        START + 90,
      ).level,
    ).toBe(0);
  });

  test("is the less certain the further it looks ahead", () => {
    const series = seriesOf(monthly(14), () => 0.4);
    const near = forecastLevel(series, series.days.at(-1)! + 30).variance;
    const far = forecastLevel(series, series.days.at(-1)! + 365).variance;
    expect(near).toBeGreaterThan(0);
    expect(far).toBeGreaterThan(near);
  });

  test("expects a level away from the mean to come back to it slowly", () => {
    const away = seriesOf(monthly(14), () => 0.2);
    const [near = 0, far = 0] = [30, 720].map(
      (ahead) => forecastLevel(away, away.days.at(-1)! + ahead).level,
    );
    expect(near).toBeGreaterThan(0.1);
    expect(near).toBeLessThan(0.2);
    expect(far).toBeGreaterThan(0);
    expect(far).toBeLessThan(near);
    const still = seriesOf(monthly(14), () => 0);
    expect(forecastLevel(still, START + 480).level).toBe(0);
  });

  test("foresees a season that the log has seen once", () => {
    const season = (day: number) => 0.5 * Math.cos((2 * Math.PI * (day - START)) / YEAR);
    const series = seriesOf(monthly(14), season);
    const last = series.days.at(-1)!;
    for (const ahead of [30, 60, 90]) {
      expect(
        Math.abs(forecastLevel(series, last + ahead).level - season(last + ahead)),
        `${ahead}`,
      ).toBeLessThan(0.15);
    }
  });

  test("stays with the newest snapshots where the level has stepped up for good", () => {
    const series = seriesOf(monthly(14), (day) => (day - START < 200 ? -0.5 : 0.5));
    expect(forecastLevel(series, series.days.at(-1)! + 30).level).toBeGreaterThan(0);
  });

  test("knows at a date only the snapshots whose horizon had passed by then", () => {
    const series = { ...seriesOf(monthly(6), (day) => (day - START) / 100), horizonDays: 90 };
    const sixth = series.days[5]!;
    const early = { ...seriesOf(monthly(3), (day) => (day - START) / 100), horizonDays: 90 };
    expect(forecastLevel(series, sixth)).toEqual(forecastLevel(early, sixth));
    expect(forecastLevel(series, sixth + 90).level).toBeGreaterThan(forecastLevel(series, sixth + 89).level);
    const before = forecastLevel(series, START + 89);
    expect(before.level).toBe(0);
    expect(before.variance).toBeGreaterThan(forecastLevel(series, sixth + 90).variance);
  });

  test("gives way to noise: small snapshots' levels are drawn to their mean", () => {
    const jump = (day: number) => (day === START + 150 ? 1 : 0);
    const after = START + 180;
    const trusted = forecastLevel(seriesOf(monthly(6), jump, 0.001), after).level;
    const doubted = forecastLevel(seriesOf(monthly(6), jump, 0.5), after).level;
    expect(Math.abs(doubted)).toBeLessThan(Math.abs(trusted) / 2);
  });
});

describe("extendChurnLevel", () => {
  test("adds what the logits lack against the labels", () => {
    const random = randomStream(8);
    const logits = Float64Array.from({ length: 20_000 }, () => 2 * random() - 1);
    const labels = Uint8Array.from(logits, (logit) => (random() < sigmoid(logit - 0.7) ? 1 : 0));
    const extended = extendChurnLevel(
      seriesOf([START], () => 0),
      START + 90,
      logits,
      labels,
    );
    expect(extended.days).toEqual([START, START + 90]);
    expect(Math.abs(extended.levels[1]! + 0.7)).toBeLessThan(0.05);
    expect(forecastLevel(extended, START + 90).level).toBeLessThan(-0.4);
  });
});
