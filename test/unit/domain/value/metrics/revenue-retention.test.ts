import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import {
  NO_MOVEMENT,
  type RevenueMovement,
  type RevenuePair,
  revenueRetentionMetrics,
  withRevenuePair,
} from "../../../../../src/domain/value/metrics/revenue-retention.ts";

const pair = (beforeMinor: number, nowMinor: number) => ({ beforeMinor, nowMinor });
const context = { period: { fromDay: "2026-07-01", toDay: "2026-09-30" }, dataUpTo: null };

const revenueMovement = (pairs: readonly RevenuePair[]) => pairs.reduce(withRevenuePair, NO_MOVEMENT);

const percents = (movement: RevenueMovement) =>
  revenueRetentionMetrics(context, "contracts", movement, "EUR").map(({ value }) => value);

describe("revenue retention", () => {
  it("gross leaves expansion out, net counts it, and new customers belong to neither", () => {
    const movement = revenueMovement([pair(100, 150), pair(100, 60), pair(100, 0), pair(0, 900)]);
    expect(movement).toEqual({
      customers: 3,
      beforeMinor: 300,
      expansionMinor: 50,
      contractionMinor: 40,
      lostMinor: 100,
    });
    expect(percents(movement)).toEqual([(100 * 160) / 300, (100 * 210) / 300]);
  });

  it("nets refunds as profitability does: what is given back beyond the orders counts against the others", () => {
    expect(percents(revenueMovement([pair(100, -50)]))).toEqual([-50, -50]);
    // 150 of 200 is what all of them brought now, and so what profitability begins with.
    expect(percents(revenueMovement([pair(100, -50), pair(100, 200)]))).toEqual([25, 75]);
  });

  it("is n/a where there was no revenue before, for contracts and buyers in their own words", () => {
    expect(percents(revenueMovement([pair(0, 10)]))).toEqual([null, null]);
    const words = (["contracts", "buyers"] as const).map((kind) =>
      revenueRetentionMetrics(context, kind, revenueMovement([]), "EUR").map(({ value, because }) => [
        value,
        because,
      ]),
    );
    expect(words[0]?.[0]).toEqual([null, phrase("metric.none.revenue-before-contracts")]);
    expect(words[1]?.[0]).toEqual([null, phrase("metric.none.revenue-before-buyers")]);
  });

  it("never has gross above net or 100 %, and its parts make the whole", () => {
    const pairs = fc.array(
      fc.record({ beforeMinor: fc.nat(1_000), nowMinor: fc.integer({ min: -500, max: 2_000 }) }),
    );
    fc.assert(
      fc.property(pairs, (list) => {
        const movement = revenueMovement(list);
        const [gross = null, net = null] = percents(movement);
        if (gross === null || net === null) return movement.beforeMinor === 0;
        const now = list
          .filter(({ beforeMinor }) => beforeMinor > 0)
          .reduce((sum, { nowMinor }) => sum + nowMinor, 0);
        return gross <= 100 && gross <= net && Math.abs(net - (100 * now) / movement.beforeMinor) < 1e-9;
      }),
    );
  });
});
