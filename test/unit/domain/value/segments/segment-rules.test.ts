import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { quintiles, sharesAbove } from "../../../../../src/domain/value/segments/ranking.ts";
import { SEGMENT_RULES, segmentRule } from "../../../../../src/domain/value/segments/segment-rules.ts";
import type { ValuedCustomer } from "../../../../../src/domain/value/segments/valued-customer.ts";
import { bought, valued } from "./valued.ts";

const keysBy = (rule: string, customers: readonly ValuedCustomer[]) => [
  ...segmentRule(rule)!.assign(customers).assigned,
];
const times = (count: number, make: (index: number) => ValuedCustomer) =>
  Array.from({ length: count }, (_, i) => make(i));

describe("ranking", () => {
  it("gives equal values equal places, and fifths from the largest down", () => {
    expect([...sharesAbove([5, 9, 5, 1])]).toEqual([0.25, 0, 0.25, 0.75]);
    expect(quintiles([10, 20, 30, 40, 50])).toEqual([1, 2, 3, 4, 5]);
    expect(quintiles([7, 7, 7])).toEqual([5, 5, 5]);
  });
});

describe("every rule", () => {
  const customer = fc
    .record({
      revenue12mMinor: fc.integer({ min: -500, max: 5_000 }),
      ordered12mMinor: fc.nat(5_000),
      refunded12mMinor: fc.nat(2_000),
      clv: fc.option(fc.nat(9_000)),
      country: fc.constantFrom("DE", "FR", null, " "),
      hasContract: fc.boolean(),
      gap: fc.option(fc.integer({ min: 1, max: 90 })),
      days: fc.option(fc.integer({ min: 0, max: 500 })),
      usage: fc.option(fc.record({ quantity28d: fc.nat(9), quantityPrevious28d: fc.nat(9) })),
    })
    .map(({ gap, days, ...given }) =>
      valued({
        ...given,
        purchases: days === null ? null : bought({ daysSinceLastPurchase: days, meanGapDays: gap }),
      }),
    );

  it("puts each customer into exactly one listed segment, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(customer, { maxLength: 40 }), (customers) => {
        for (const rule of SEGMENT_RULES) {
          const { assigned, segments } = rule.assign(customers);
          expect(assigned).toHaveLength(customers.length);
          const keys = segments.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys).toEqual(expect.arrayContaining([...new Set(assigned)]));
          expect([...rule.assign([...customers].reverse()).assigned].reverse()).toEqual(assigned);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("value tier", () => {
  it("suggests care for each tier, twice as often at the top", () => {
    const { serviceLevels } = segmentRule("value-tier")!.assign([]);
    expect([...serviceLevels].map(([tier, { everyDays }]) => [tier, everyDays])).toEqual([
      ["top", 14],
      ["middle", 30],
      ["rest", 30],
    ]);
  });
});

describe("RFM", () => {
  const spread = times(20, (i) =>
    valued({
      revenue12mMinor: 100 * (i + 1),
      purchases: bought({ daysSinceLastPurchase: 200 - i, purchaseDays12m: i + 1 }),
    }),
  );
  const groupOf = (customer: ValuedCustomer) => keysBy("rfm", [...spread, customer]).at(-1);
  const with_ = (daysSinceLastPurchase: number, purchaseDays12m: number, minor: number, first = 400) =>
    valued({
      revenue12mMinor: minor,
      purchases: bought({ daysSinceLastPurchase, purchaseDays12m, daysSinceFirstPurchase: first }),
    });

  it.each([
    ["champions", with_(1, 50, 9_000)],
    ["promising", with_(1, 1, 10)],
    ["at-risk", with_(300, 50, 9_000)],
    ["hibernating", with_(300, 0, 0)],
    ["loyal", with_(190, 12, 1_200)],
    ["new", with_(5, 1, 50, 30)],
    ["no-purchases", valued({ hasContract: true, purchases: null })],
  ])("names %s", (group, customer) => {
    expect(groupOf(customer)).toBe(group);
  });
});

describe("spend", () => {
  it("knows big spenders by their orders and bargain hunters by small orders and returns, and says what it lacks", () => {
    const buyer = (ordered12mMinor: number, refunded12mMinor = 0) =>
      valued({ ordered12mMinor, refunded12mMinor });
    const customers = [
      buyer(90_000, 20_000),
      buyer(9_000),
      buyer(8_000, 4_000),
      buyer(700),
      buyer(600, 100),
      valued({ purchases: bought({ purchaseDays12m: 0 }) }),
    ];
    expect(keysBy("spend", customers)).toEqual([
      "big-spender",
      "everyday",
      "everyday",
      "everyday",
      "bargain-hunter",
      "no-orders",
    ]);
    expect(segmentRule("spend")!.assign(customers).notes).toEqual([phrase("segments.note.no-discounts")]);
  });
});

describe("behaviour", () => {
  const use = (quantity28d: number, quantityPrevious28d: number) =>
    valued({ hasContract: true, usage: { quantity28d, quantityPrevious28d } });
  it.each([
    ["regular", valued({ purchases: bought({ gapDeviationDays: 20 }) })],
    ["irregular", valued({ purchases: bought({ gapDeviationDays: 21 }) })],
    ["irregular", valued({ purchases: bought({ gapDeviationDays: null }) })],
    [
      "one-time",
      valued({ purchases: bought({ purchaseDays: 1, meanGapDays: null, gapDeviationDays: null }) }),
    ],
    ["dormant", valued({ purchases: bought({ daysSinceLastPurchase: 121 }) })],
    [
      "regular",
      valued({ purchases: bought({ daysSinceLastPurchase: 29, meanGapDays: 2, gapDeviationDays: 1 }) }),
    ],
    ["use-growing", use(121, 100)],
    ["use-steady", use(80, 100)],
    ["use-falling", use(79, 100)],
    ["unused", use(0, 100)],
    ["use-unknown", valued({ hasContract: true, purchases: null })],
  ])("is %s", (group, customer) => {
    expect(keysBy("behaviour", [customer])).toEqual([group]);
  });
});

describe("geography and the file's segment", () => {
  it("list the largest first, who has none last", () => {
    const customers = [
      valued({ country: "中国" }),
      valued({ country: null }),
      valued({ country: " DE " }),
      valued({ country: "DE" }),
      valued({ country: null }),
      valued({ country: null }),
    ];
    const { segments, assigned } = segmentRule("geography")!.assign(customers);
    expect(segments.map(({ key }) => key)).toEqual(["DE", "中国", "no country"]);
    expect(assigned[2]).toBe("DE");
    expect(keysBy("segment", [valued({ segment: "VIP" }), valued()])).toEqual(["VIP", "no segment"]);
  });
});
