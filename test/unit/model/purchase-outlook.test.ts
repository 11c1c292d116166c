import { describe, expect, it } from "vitest";
import { fitPurchaseModel, purchaseOutlook } from "../../../model/purchase-outlook.ts";
import { randomStream } from "../../../model/random.ts";
import type { Dataset } from "../../../src/domain/risk/dataset.ts";
import type { FeatureName } from "../../../src/domain/risk/features.ts";
import { exponentialDraw, gammaDraw } from "./draws.ts";

type Facts = { purchaseDays: number; first: number; last: number; mean: number };
const tableOf = (customers: readonly Facts[]): Dataset => {
  const column = (name: FeatureName, of: (facts: Facts) => number) => ({
    kind: "number" as const,
    name,
    values: Float64Array.from(customers, of),
  });
  return {
    rows: customers.length,
    columns: [
      column("purchaseDaysTotal", ({ purchaseDays }) => purchaseDays),
      column("daysSinceFirstPurchase", ({ first }) => first),
      column("daysSinceLastPurchase", ({ last }) => last),
      column("revenueMinorPerPurchaseDay", ({ mean }) => mean),
    ],
  };
};

/** Everybody buys every 50 days on average, for 20.00 on average; nobody leaves. */
const loyal = (() => {
  const random = randomStream(6);
  return Array.from({ length: 2000 }, (): Facts => {
    const first = 100 + Math.floor(400 * random());
    let last = first;
    let purchaseDays = 1;
    for (let at = exponentialDraw(0.02, random); at < first; at += exponentialDraw(0.02, random)) {
      last = first - Math.floor(at);
      purchaseDays += 1;
    }
    return {
      purchaseDays,
      first,
      last,
      mean: (2000 * gammaDraw(4 * purchaseDays, random)) / (4 * purchaseDays),
    };
  });
})();

describe("fitPurchaseModel", () => {
  it("has no model where the search for it does not converge, and keeps the other", () => {
    const whole = fitPurchaseModel(tableOf(loyal));
    const spoilt = (part: Partial<Facts>) => tableOf([...loyal, { ...loyal[0]!, ...part }]);
    // An endless amount: no likelihood of what is spent is a number.
    const spend = fitPurchaseModel(spoilt({ mean: Number.POSITIVE_INFINITY }));
    expect(spend.spend).toBeNull();
    expect(spend.frequency).not.toBeNull();
    // A last purchase that nobody knows the day of: nor is one of how often.
    const frequency = fitPurchaseModel(spoilt({ purchaseDays: 4, last: Number.NaN }));
    expect(frequency.frequency).toBeNull();
    expect(frequency.spend?.p).toBeCloseTo(whole.spend!.p, 1);
  });

  it("passes on any other failure", () => {
    const broken = tableOf(loyal);
    const columns = broken.columns.map(({ name }) => ({
      kind: "number" as const,
      name,
      get values(): Float64Array {
        throw new RangeError("gone");
      },
    }));
    expect(() => fitPurchaseModel({ ...broken, columns })).toThrow(RangeError);
  });
});

describe("purchaseOutlook", () => {
  it("expects the year's purchases and their value of customers who buy like clockwork", () => {
    const table = tableOf(loyal);
    const { expectedPurchases12m, expectedPurchaseMinor } = purchaseOutlook(fitPurchaseModel(table), table);
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(expectedPurchases12m) / 7.3).toBeCloseTo(1, 1);
    expect(mean(expectedPurchaseMinor) / 2000).toBeCloseTo(1, 1);
  });

  it("says nothing of customers who never bought, or whose currencies cannot be added", () => {
    const fitted = fitPurchaseModel(tableOf(loyal));
    const never = { purchaseDays: 0, first: Number.NaN, last: Number.NaN, mean: Number.NaN };
    const mixed = { purchaseDays: 3, first: 200, last: 20, mean: Number.NaN };
    const outlook = purchaseOutlook(fitted, tableOf([never, mixed]));
    expect(outlook.expectedPurchases12m[0]).toBeNaN();
    expect(outlook.expectedPurchaseMinor[0]).toBeNaN();
    expect(outlook.expectedPurchases12m[1]).toBeGreaterThan(1);
    expect(outlook.expectedPurchaseMinor[1]).toBeNaN();
  });

  it("says nothing at all of a table without purchases", () => {
    const table: Dataset = {
      rows: 60,
      columns: [{ kind: "number", name: "age", values: new Float64Array(60) }],
    };
    expect(fitPurchaseModel(table)).toEqual({ frequency: null, spend: null });
    expect([...purchaseOutlook(fitPurchaseModel(table), table).expectedPurchases12m]).toEqual(
      Array(60).fill(Number.NaN),
    );
  });
});
