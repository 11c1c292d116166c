import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACTIVITY_FEATURES } from "../../../../src/domain/risk/activity-features.ts";
import {
  ACTIVITY_CODES,
  type ActivityLog,
  activityFigures,
} from "../../../../src/domain/risk/activity-figures.ts";

const TODAY = 20_000;

type Row = { ago: number; code: number; amount?: number; quantity?: number; product?: number };

function logOf(rows: readonly Row[]): ActivityLog {
  const number = (value: number | undefined) => value ?? Number.NaN;
  return {
    days: rows.map(({ ago }) => TODAY - ago),
    codes: rows.map(({ code }) => code),
    amountsMinor: rows.map(({ amount }) => number(amount)),
    quantities: rows.map(({ quantity }) => number(quantity)),
    products: rows.map(({ product }) => number(product)),
  };
}

const figuresOf = (rows: readonly Row[]) =>
  activityFigures({ log: logOf(rows), from: 0, to: rows.length }, TODAY);
const { order, foreignOrder, refund, foreignRefund, delivery, usage } = ACTIVITY_CODES;

describe("figures of activities", () => {
  test("of nobody who did anything are nothing, and unknown where nothing was measured", () => {
    const figures = figuresOf([]);
    expect(figures).toMatchObject({ purchaseDays: 0, revenue30d: 0, refundDays: 0 });
    for (const feature of [
      "daysSinceLastPurchase",
      "meanGapDays",
      "unitsPerPurchaseDay",
      "usageChange28d",
    ] as const)
      expect(ACTIVITY_FEATURES[feature](figures)).toBeNaN();
    expect(ACTIVITY_FEATURES.revenueMinorTotal(figures)).toBe(0);
  });

  test("several purchases on a day are one purchase day; an order without an amount is none", () => {
    const figures = figuresOf([
      { ago: 40, code: order, amount: 100, quantity: 2, product: 7 },
      { ago: 40, code: order, amount: 300, quantity: 1, product: 8 },
      { ago: 35, code: order, amount: 0, quantity: 50, product: 9 },
      { ago: 10, code: order, amount: 200, product: 7 },
    ]);
    expect(figures).toMatchObject({
      purchaseDays: 2,
      purchaseDays30d: 1,
      largestDay: 400,
      revenue: 600,
      units: 3,
    });
    expect(figures).toMatchObject({ firstPurchaseAgo: 40, lastPurchaseAgo: 10, longestGap: 30, products: 2 });
    expect(ACTIVITY_FEATURES.revenueMinorPerPurchaseDay(figures)).toBe(300);
  });

  test("another currency's amounts are left out of sums, and its orders and refunds counted", () => {
    const figures = figuresOf([
      { ago: 9, code: order, amount: 100 },
      { ago: 8, code: foreignOrder, amount: 9000 },
      { ago: 7, code: refund, amount: 30 },
      { ago: 6, code: foreignRefund, amount: 8000 },
    ]);
    expect(figures).toMatchObject({
      purchaseDays: 2,
      revenue: 100,
      largestDay: 100,
      refundDays: 2,
      refunded: 30,
    });
    expect(figuresOf([{ ago: 8, code: foreignOrder, amount: 9000 }]).revenue).toBeNaN();
  });

  test("a window ends with its last day", () => {
    const at = (ago: number) => figuresOf([{ ago, code: order, amount: 1 }]);
    expect([at(30).revenue30d, at(31).revenue30d]).toEqual([1, 0]);
    expect([at(90).revenuePrevious90d, at(91).revenuePrevious90d, at(181).revenuePrevious90d]).toEqual([
      0, 1, 0,
    ]);
    expect([at(180).purchaseDays180d, at(181).purchaseDays180d]).toEqual([1, 0]);
    const used = (ago: number) => figuresOf([{ ago, code: usage, quantity: 5 }]);
    expect([
      used(28).usage28d,
      used(29).usage28d,
      used(29).usagePrevious28d,
      used(57).usagePrevious28d,
    ]).toEqual([5, 0, 5, 0]);
    const delivered = (ago: number) =>
      ACTIVITY_FEATURES.deliveryDays90d(figuresOf([{ ago, code: delivery }]));
    expect([delivered(90), delivered(91)]).toEqual([1, 0]);
  });

  test("a week counts once, from the as-of day back", () => {
    const share = (...agos: number[]) =>
      ACTIVITY_FEATURES.activeWeeksShare(figuresOf(agos.map((ago) => ({ ago, code: order, amount: 1 }))));
    expect(share(13, 7, 6)).toBe(1);
    expect(share(20, 14, 6)).toBe(2 / 3);
  });

  test("are the same to the last bit in whatever order the rows of a day come", () => {
    const day = fc.record({
      code: fc.constantFrom(order, foreignOrder, usage),
      amount: fc.integer({ min: 0, max: 1_000_000 }),
      quantity: fc.double({ min: 0.001, max: 1000, noNaN: true }),
      product: fc.integer({ min: 1, max: 4 }),
    });
    const shuffled = fc.tuple(fc.array(day, { maxLength: 30 }), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(shuffled, ([rows, keys]) => {
        const sameDay = rows.map((row) => ({ ...row, ago: 3 }));
        const keyed = sameDay.map((row) => ({ row, key: keys.next().value ?? 0 }));
        const mixed = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
        expect(figuresOf(mixed)).toEqual(figuresOf(sameDay));
      }),
    );
  });

  test("rows that are not by time are refused, not counted wrongly", () => {
    expect(() =>
      figuresOf([
        { ago: 1, code: order, amount: 1 },
        { ago: 2, code: order, amount: 1 },
      ]),
    ).toThrow(RangeError);
  });

  test("are those of the customer's own part of a log", () => {
    const rows = [
      { ago: 5, code: order, amount: 1 },
      { ago: 90, code: order, amount: 10 },
      { ago: 2, code: order, amount: 100 },
    ];
    expect(activityFigures({ log: logOf(rows), from: 1, to: 2 }, TODAY).revenue).toBe(10);
  });
});
