import { describe, expect, test } from "vitest";
import { type InventedHistory, inventHistory } from "../../../scripts/bench/invented-history.ts";
import { inventSnapshots, snapshotOn } from "../../../scripts/bench/invented-snapshots.ts";

const SEEDS = [1, 2, 3, 4, 5, 6];

/** The log as it was known at midnight of the day. */
function knownOn(history: InventedHistory, day: number): InventedHistory {
  const purchases = history.purchases.map((days) => days.filter((bought) => bought < day));
  return { ...history, purchases };
}

describe("inventHistory", () => {
  test("gives the same log for the same seed, another for another", () => {
    expect(inventHistory(7)).toEqual(inventHistory(7));
    expect(inventHistory(8).purchases).not.toEqual(inventHistory(7).purchases);
  });

  test.each(SEEDS)("seed %i: every customer buys on ascending days of the log", (seed) => {
    const { purchases, days } = inventHistory(seed);
    for (const bought of purchases) {
      expect(bought.length).toBeGreaterThan(0);
      expect(bought.every((day) => Number.isInteger(day) && day >= 0 && day < days)).toBe(true);
      expect(bought.slice(1).every((day, place) => day > bought[place]!)).toBe(true);
    }
  });

  test("knows short logs and long ones, all of them long enough to train on", () => {
    const counts = Array.from({ length: 30 }, (_, seed) => {
      const snapshots = inventSnapshots(inventHistory(seed));
      return snapshots?.training.length ?? 0;
    });
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts.filter((count) => count < 6).length).toBeGreaterThan(2);
    expect(counts.filter((count) => count >= 13).length).toBeGreaterThan(2);
  });
});

describe("snapshotOn", () => {
  const day = 130;

  test.each(SEEDS)("seed %i: figures and customers come from before the day alone", (seed) => {
    const history = inventHistory(seed);
    const { columns, groups, rows } = snapshotOn(history, day);
    const known = snapshotOn(knownOn(history, day), day);
    expect({ columns, groups, rows }).toEqual({
      columns: known.columns,
      groups: known.groups,
      rows: known.rows,
    });
    expect(rows).toBe(history.purchases.filter(([first = day]) => first < day).length);
  });

  test.each(SEEDS)("seed %i: a label is silence from the day on, over the horizon alone", (seed) => {
    const history = inventHistory(seed);
    const { labels, groups } = snapshotOn(history, day);
    const silent = (customer: number) =>
      !history.purchases[customer]!.some((bought) => bought >= day && bought < day + history.horizonDays);
    expect([...labels]).toEqual([...groups!].map((customer) => (silent(customer) ? 1 : 0)));
    expect(new Set(labels).size).toBe(2);
  });

  test("works the figures out as the product does", () => {
    // Days ago: 200, 130, 100, 31, 30, 1; the purchase on the day itself and the one after are the label's.
    const purchases = [[0, 70, 100, 169, 170, 199, 200, 229], [150], [199, 230], [200]];
    const history = { purchases, days: 400, firstDay: new Date("2026-01-01T00:00:00Z"), horizonDays: 30 };
    const { columns, labels, groups, asOf } = snapshotOn(history, 200);
    const figures = Object.fromEntries(
      columns.map(({ name, values }) => [name, [...values].map((value) => Number(Number(value).toFixed(4)))]),
    );
    expect(figures).toEqual({
      daysSinceLastPurchase: [1, 50, 1],
      daysSinceFirstPurchase: [200, 50, 1],
      purchaseDaysTotal: [6, 1, 1],
      purchaseDays30d: [2, 0, 1],
      purchaseDays60d: [3, 1, 1],
      purchaseDays90d: [3, 1, 1],
      purchaseDaysPrevious90d: [2, 0, 0],
      purchaseDays180d: [5, 1, 1],
      purchaseDaysChange90d: [1, 1, 1],
      purchaseDaysFading30d: [1.741, 0.1889, 0.9672],
      // Weeks 0, 4 (31 and 30 days ago), 14, 18 and 28 of 29.
      activeWeeksShare: [0.1724, 0.125, 1],
      meanGapDays: [39.8, Number.NaN, Number.NaN],
      longestGapDays: [70, Number.NaN, Number.NaN],
    });
    expect([...labels]).toEqual([0, 1, 1]);
    expect([...groups!]).toEqual([0, 1, 2]);
    expect(asOf).toEqual(new Date("2026-07-20T00:00:00Z"));
  });
});
