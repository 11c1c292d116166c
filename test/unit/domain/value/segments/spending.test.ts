import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asWritten, type Phrase, phrase } from "../../../../../src/domain/phrase.ts";
import { customerLifetimeRevenueMinor } from "../../../../../src/domain/value/segments/customer-lifetime-revenue.ts";
import { fileSegment } from "../../../../../src/domain/value/segments/file-segment.ts";
import { segmentReport } from "../../../../../src/domain/value/segments/segment-report.ts";
import { valueTier } from "../../../../../src/domain/value/segments/value-tier.ts";
import {
  observedReturn,
  type ServedOutcome,
  whatIf,
} from "../../../../../src/domain/value/segments/what-if.ts";
import { spendingAdvice } from "../../../../../src/domain/value/segments/where-to-spend.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { bought, valued } from "./valued.ts";

const read = (given: Phrase | undefined) => given && textOf(given, "en");
const period = { fromDay: "2026-07-01", toDay: "2026-09-30" };
const outcome = (costMinor: number, marginRetainedMinor: number | null): ServedOutcome => ({
  costMinor,
  marginRetainedMinor,
});
const many = (count: number, one: (index: number) => ServedOutcome) =>
  Array.from({ length: count }, (_, i) => one(i));

describe("what-if", () => {
  const ask = (from: ServedOutcome[], to: ServedOutcome[], amountMinor = 100_000) =>
    whatIf({
      amountMinor,
      currency: "EUR",
      period,
      from: { key: "a", name: asWritten("A"), observed: observedReturn(from) },
      to: { key: "b", name: asWritten("B"), observed: observedReturn(to) },
    });

  it("moves 1,000 from A to B by their observed returns, and shows the arithmetic", () => {
    const answer = ask(
      many(40, () => outcome(100, 150)),
      many(40, () => outcome(200, 700)),
    );
    // 60 ÷ 40 = 1.50 and 280 ÷ 80 = 3.50 per unit; 1,000 × (3.50 − 1.50) = 2,000.
    expect(answer.outcome).toEqual({
      kind: "estimate",
      changeMinor: 200_000,
      lowMinor: 200_000,
      highMinor: 200_000,
      directionKnown: true,
    });
    const lines = answer.arithmetic.map((line) => textOf(line, "en"));
    expect(lines[0]).toBe(
      "A: €60.00 margin kept ÷ €40.00 cost = 1.50 for every 1 spent (1.50 to 1.50), 40 customers",
    );
    expect(lines[2]).toContain("Moving €1,000.00: × (3.50 − 1.50) = €2,000.00");
    expect(answer.arithmetic.at(-1)).toEqual(phrase("what-if.association"));
  });

  it("names the interval from the spread between customers, and a direction that is not known", () => {
    const noisy = (index: number) => outcome(100, index % 2 === 0 ? 0 : 400);
    const answer = ask(
      many(40, noisy),
      many(40, (index) => outcome(100, index % 2 === 0 ? 0 : 420)),
    );
    if (answer.outcome.kind !== "estimate") throw new Error("no estimate");
    expect(answer.outcome.lowMinor).toBeLessThan(0);
    expect(answer.outcome.highMinor).toBeGreaterThan(0);
    expect(answer.outcome.directionKnown).toBe(false);
    expect(answer.arithmetic).toContainEqual(phrase("what-if.direction-unknown"));
  });

  it("says not enough data yet below 30 customers with costs, and without costs", () => {
    const enough = many(30, () => outcome(100, 150));
    expect(
      ask(
        enough,
        many(29, () => outcome(100, 900)),
      ).outcome,
    ).toMatchObject({ kind: "not-enough-data" });
    const free = ask(
      many(50, () => outcome(0, 500)),
      enough,
    );
    expect(free.outcome).toEqual({
      kind: "not-enough-data",
      because: phrase("what-if.no-costs", { segment: asWritten("A") }),
    });
    expect(free.arithmetic[0]?.code).toBe("what-if.return.no-costs");
  });

  it("leaves out customers whose margin is not known", () => {
    expect(observedReturn([outcome(100, 300), outcome(900, null)])).toMatchObject({
      customers: 1,
      costMinor: 100,
      perUnit: 3,
    });
  });

  it("its interval holds the true ratio about 95 times in 100", () => {
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 4_294_967_296;
    };
    let held = 0;
    for (let trial = 0; trial < 400; trial += 1) {
      const outcomes = many(120, () => {
        const cost = 50 + Math.floor(100 * random());
        return outcome(cost, Math.round(cost * 4 * random()));
      });
      const { interval } = observedReturn(outcomes);
      if (interval && interval.low <= 2 && interval.high >= 2) held += 1;
    }
    expect(held / 400).toBeGreaterThan(0.91);
    expect(held / 400).toBeLessThan(0.985);
  });
});

describe("where to save and where to spend", () => {
  const costly = { revenue12mMinor: 1, cost12mMinor: 9_000 };
  const customers = [
    valued({ name: "Dear, small, safe", ...costly, probability: 0.1 }),
    valued({ name: "Dear, small, at risk", ...costly, probability: 0.6 }),
    valued({
      name: "Dear and great",
      ...costly,
      revenue12mMinor: 90_000,
      probability: 0.1,
      probabilityQuarterAgo: 0.02,
    }),
    valued({
      name: "Great, rising",
      revenue12mMinor: 80_000,
      probability: 0.4,
      probabilityQuarterAgo: 0.2,
    }),
    ...Array.from({ length: 12 }, (_, i) =>
      valued({ name: `Other ${i}`, revenue12mMinor: 100 + i, cost12mMinor: 10 }),
    ),
    valued({ name: "No score", clv: null, ...costly, probability: null }),
  ];
  const advice = spendingAdvice(customers, "EUR", 5);
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

  it("saves only where cost is high, value low and risk low", () => {
    expect(names(advice.whereToSave)).toEqual(["Dear, small, safe"]);
    expect(read(advice.whereToSave[0]?.because)).toBe(
      "They cost €90.00 in 12 months, brought €0.01, and are unlikely to leave (risk 10 %). " +
        "Care for this tier should cost €0.00 at most, 3 % of their margin.",
    );
  });

  it("spends where value is high and risk rises, most at stake first", () => {
    expect(names(advice.whereToSpend)).toEqual(["Great, rising", "Dear and great"]);
    expect(read(advice.whereToSpend[0]?.because)).toBe(
      "Their risk rose by 20 points in a quarter, to 40 %. At stake: about €130 of a year's margin.",
    );
  });

  it("keeps top value first, then what is most at stake", () => {
    expect(names(advice.retentionPlan).slice(0, 2)).toEqual(["Great, rising", "Dear and great"]);
    expect(read(advice.retentionPlan[1]?.because)).toBe(
      "Top tier, risk 10 %. At stake: about €36 of a year's margin.",
    );
    expect(advice.retentionPlan[1]?.expectedMarginLostMinor).toBe(3_600);
    expect(advice.leftOut.plan).toBe(11);
    expect(advice.notes).toContainEqual(phrase("spending.note.unscored", { customers: 1 }));
  });
});

describe("whom to keep first", () => {
  const revenue12mMinor = 500_000;
  const plan = (customers: Parameters<typeof valued>[0][]) =>
    spendingAdvice(customers.map(valued), "EUR", 9).retentionPlan;
  const becauseOf = (given: Parameters<typeof valued>[0]) => read(plan([given])[0]?.because);

  it("puts first, of two who bring the same, the one likelier to leave, since the risk is counted once", () => {
    const alike = { revenue12mMinor, clv: 5_000 };
    expect(
      plan([
        { ...alike, name: "Calm", probability: 0.5 },
        { ...alike, name: "Leaving", probability: 0.95 },
      ]).map(({ name }) => name),
    ).toEqual(["Leaving", "Calm"]);
  });

  it("compares no margin with a revenue: who has no known margin comes after, and is said to have none", () => {
    const named = plan([
      { name: "No margin", marginPercent: null, revenue12mMinor: 9_000_000, probability: 0.9, clv: 1 },
      ...["Known", "Known, too", "Known as well", "Known like them"].map((name) => ({
        name,
        revenue12mMinor,
        probability: 0.3,
      })),
    ]);
    expect(named.map(({ name }) => name)).toHaveLength(5);
    expect(named[4]?.name).toBe("No margin");
    expect(read(named[4]?.because)).toContain(
      "They brought €90,000 in 12 months; their margin is not known.",
    );
  });

  it("does not call a customer worth keeping for a margin below zero", () => {
    expect(becauseOf({ marginPercent: -5, probability: 0.9 })).toContain("No margin is at stake.");
  });
});

describe("a segment report", () => {
  const given = {
    currency: "EUR",
    period,
    asOf: new Date("2026-10-01"),
    comparedWith: new Date("2026-07-02"),
    dataUpTo: null,
    noSignal: false,
    unrated: [],
    costsLeftOut: [],
    ratesKnownThen: true,
  };

  it("adds up size, value, cost and risk, and compares with a quarter ago", () => {
    const customers = [
      valued({ segment: "VIP", clv: 5_000, cost12mMinor: 300, probability: 0.5, revenue12mMinor: 900 }),
      valued({ segment: "VIP", clv: null, cost12mMinor: 100, probability: null, revenue12mMinor: 100 }),
      valued({ segment: "Small", clv: 10, cost12mMinor: 0, probability: 0.1, revenue12mMinor: 50 }),
    ];
    const quarterAgo = [
      valued({ segment: "VIP", revenue12mMinor: 700, probability: 0.3 }),
      valued({ segment: "Old" }),
    ];
    const report = segmentReport({ ...given, rule: fileSegment, customers, quarterAgo });
    expect(report.segments.map(({ key, customers }) => [key, customers])).toEqual([
      ["VIP", 2],
      ["Small", 1],
      ["Old", 0],
    ]);
    expect(report.segments[0]).toMatchObject({
      customersPercent: (100 * 2) / 3,
      revenue12mMinor: 1_000,
      marginClv: { minor: 5_000, customers: 1 },
      cost12mMinor: 400,
      costPerCustomerMinor: 200,
      risk: { scored: 1, meanProbability: 0.5, high: 1 },
      quarterAgo: { customers: 1, revenue12mMinor: 700, risk: { meanProbability: 0.3 } },
      serviceLevel: null,
    });
  });

  it("shows no trend where a quarter ago customers could only be ranked otherwise", () => {
    const customers = [valued({ revenue12mMinor: 5_000 }), valued({ revenue12mMinor: 10 })];
    const report = segmentReport({
      ...given,
      rule: valueTier,
      customers,
      quarterAgo: [valued({ marginPercent: null })],
    });
    expect(report.segments.map(({ quarterAgo }) => quarterAgo)).toEqual([null, null]);
    expect(report.notes).toContainEqual(phrase("segments.note.no-trend.basis", { basis: "revenue" }));
    expect(report.notes.map(read)).toContain(
      "No trend: a quarter ago customers could only be ranked by revenue.",
    );
  });

  it("caps the cost of care at the tier's share of its mean margin", () => {
    const customers = Array.from({ length: 10 }, (_, i) =>
      valued({
        revenue12mMinor: i < 2 ? 10_000 : 1_000,
        marginPercent: i === 0 ? 60 : 40,
        purchases: bought(),
      }),
    );
    const [top] = segmentReport({ ...given, rule: valueTier, customers, quarterAgo: [] }).segments;
    // Two customers, margins of 60 and 40 of 100: 10 % of 50.
    expect(top).toMatchObject({ customers: 2, costCapPerCustomerMinor: 500 });
  });

  it("suggests no more care for who is leaving than they still bring, and says how many leave", () => {
    const leaving = { revenue12mMinor: 10_000, endsOn: "2026-10-10", clv: 200 };
    const report = segmentReport({ ...given, rule: valueTier, customers: [valued(leaving)], quarterAgo: [] });
    expect(report.segments[0]).toMatchObject({ key: "top", costCapPerCustomerMinor: 20 });
    expect(report.notes).toContainEqual(phrase("segments.note.leaving", { customers: 1 }));
  });

  it("counts every customer once, whatever the rule", () => {
    const some = fc.array(fc.record({ revenue12mMinor: fc.nat(99), marginPercent: fc.option(fc.nat(99)) }));
    fc.assert(
      fc.property(some, (list) => {
        const customers = list.map((one) => valued(one));
        const report = segmentReport({ ...given, rule: valueTier, customers, quarterAgo: [] });
        return report.segments.reduce((sum, row) => sum + row.customers, 0) === list.length;
      }),
      { numRuns: 50 },
    );
  });
});

describe("a customer's lifetime revenue", () => {
  it("A2: 100 × 4 × 5 = 2,000 at the pace of twelve months, a contract's by its year, n/a without either", () => {
    const four = valued({ ordered12mMinor: 40_000, purchases: bought({ purchaseDays12m: 4 }) });
    expect(customerLifetimeRevenueMinor(four, 5)).toBe(200_000);
    const contract = valued({ hasContract: true, revenue12mMinor: 120_000, purchases: null });
    expect(customerLifetimeRevenueMinor(contract, 3)).toBe(360_000);
    expect(customerLifetimeRevenueMinor(valued({ purchases: bought({ purchaseDays12m: 0 }) }), 3)).toBeNull();
  });
});
