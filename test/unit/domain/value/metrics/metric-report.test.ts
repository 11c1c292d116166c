import { describe, expect, it } from "vitest";
import type { Cohort } from "../../../../../src/domain/customers/cohort.ts";
import { type Phrase, phrase } from "../../../../../src/domain/phrase.ts";
import { clvTotals } from "../../../../../src/domain/value/metrics/clv-metric.ts";
import type { MarginClv } from "../../../../../src/domain/value/metrics/margin-clv.ts";
import type { Metric } from "../../../../../src/domain/value/metrics/metric.ts";
import {
  type MetricReportInput,
  metricReport,
} from "../../../../../src/domain/value/metrics/metric-report.ts";
import type { PeriodTotals } from "../../../../../src/domain/value/metrics/period-totals.ts";
import { returnOnCostToServe } from "../../../../../src/domain/value/metrics/return-on-cost-to-serve.ts";
import { NO_MOVEMENT } from "../../../../../src/domain/value/metrics/revenue-retention.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { clvOf } from "../segments/valued.ts";

const NO_RATE = phrase("cost.missing-rate", { from: "USD", to: "EUR", day: { day: "2026-09-30" } });

const movement = {
  customers: 4,
  beforeMinor: 1_000,
  expansionMinor: 300,
  contractionMinor: 100,
  lostMinor: 200,
};
const cohort: Cohort = {
  ...{ atStart: 50, atEnd: 54, retained: 40 },
  ...{ joined: 12, reactivated: 4, left: 12, served: 65 },
};
const totals: PeriodTotals = {
  cohort,
  orders: 12,
  buyers: 5,
  repeatBuyers: 2,
  orderedMinor: { value: 6_000 },
  revenue: { value: { netMinor: 5_000, adjustmentsMinor: 0, ordersNotCountedMinor: 0 } },
  acquisition: { joined: 3, known: 2, costMinor: { value: 800 } },
  contracts: { value: movement },
  buyersWithoutContract: { value: { ...movement, lostMinor: 0 } },
  contractsLeftOut: 2,
  returnOnCost: {
    value: returnOnCostToServe([
      { costMinor: 1_000, revenueMinor: 3_000, marginPercent: 50 },
      { costMinor: 400, revenueMinor: 3_000, marginPercent: null },
    ]),
  },
};
const none: MarginClv = { kind: "not-applicable", because: "no-margin" };
const clv = (...values: MarginClv[]) => {
  const adding = clvTotals();
  for (const value of values) adding.add(value);
  return { value: adding.totals() };
};
const [ACTIVITIES, TICKETS, ANSWERS] = [1, 2, 3].map((day) => new Date(`2026-10-0${day}T00:00:00Z`));
const input: MetricReportInput = {
  period: { fromDay: "2026-07-01", toDay: "2026-09-30" },
  currency: "EUR",
  totals,
  clv: clv(
    { ...(clvOf(300) as Extract<MarginClv, { kind: "figure" }>), lowMinor: 100, highMinor: 900 },
    { ...(clvOf(201) as Extract<MarginClv, { kind: "figure" }>), marginAssumed: true, basis: "contract" },
    none,
  ),
  clvParameters: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
  tickets: { opened: 3, firstReplyMinutes: [60, 90], resolutionMinutes: [120] },
  answers: [
    { kind: "nps", score: 10, scaleMax: 10, answers: 3 },
    { kind: "csat", score: 4, scaleMax: 5, answers: 2 },
    { kind: "ces", score: 2, scaleMax: 7, answers: 2 },
  ],
  costMinor: { value: 1_600 },
  dataUpTo: { activities: ACTIVITIES!, tickets: TICKETS!, answers: ANSWERS! },
};

const metricsOf = (given: Partial<MetricReportInput> = {}) => metricReport({ ...input, ...given }).metrics;
const find = (key: string, given: Partial<MetricReportInput> = {}): Metric => {
  const found = metricsOf(given).find((metric) => metric.key === key);
  if (found === undefined) throw new Error(`There is no metric ${key}.`);
  return found;
};
const figureOf = (key: string, given: Partial<MetricReportInput> = {}) => find(key, given).value;
const say = (said: Phrase | null) => said && textOf(said, "en");

const missing = { missing: NO_RATE };
const inDollars: PeriodTotals = {
  ...totals,
  ...{ orderedMinor: missing, revenue: missing, contracts: missing, returnOnCost: missing },
  acquisition: { ...totals.acquisition, costMinor: missing },
};
const revenue = (adjustmentsMinor: number, ordersNotCountedMinor: number): PeriodTotals => ({
  ...totals,
  revenue: { value: { netMinor: 5_000, adjustmentsMinor, ordersNotCountedMinor } },
});
const only = (given: Partial<Cohort>): Partial<MetricReportInput> => ({
  totals: { ...totals, cohort: { ...cohort, ...given } },
});
/** @param kept cost and margin in percent of each customer who stayed */
const keeping = (...kept: ReadonlyArray<readonly [number, number | null]>): PeriodTotals => ({
  ...totals,
  returnOnCost: {
    value: returnOnCostToServe(
      kept.map(([costMinor, marginPercent]) => ({ costMinor, marginPercent, revenueMinor: 3_000 })),
    ),
  },
});
const nobody: Partial<MetricReportInput> = {
  totals: {
    cohort: { atStart: 0, atEnd: 0, retained: 0, joined: 0, reactivated: 0, left: 0, served: 0 },
    ...{ orders: 0, buyers: 0, repeatBuyers: 0, orderedMinor: { value: 0 }, contractsLeftOut: 0 },
    revenue: { value: { netMinor: 0, adjustmentsMinor: 0, ordersNotCountedMinor: 0 } },
    acquisition: { joined: 0, known: 0, costMinor: { value: 0 } },
    contracts: { value: NO_MOVEMENT },
    buyersWithoutContract: { value: NO_MOVEMENT },
    returnOnCost: { value: returnOnCostToServe([]) },
  },
  clv: clv(),
  tickets: { opened: 0, firstReplyMinutes: [], resolutionMinutes: [] },
  answers: [],
  costMinor: { value: 0 },
  dataUpTo: { activities: null, tickets: null, answers: null },
};

const SITUATIONS: ReadonlyArray<[string, Partial<MetricReportInput>]> = [
  ["everything is known", {}],
  ["a rate is missing", { totals: inDollars, clv: missing }],
  ["there is nobody", nobody],
  ["nobody could be valued", { clv: clv(none, clvOf(null)) }],
  ["costs cannot be told", { costMinor: { missing: phrase("metric.none.costs") } }],
];

describe.each(SITUATIONS)("where %s, a metric", (_what, given) => {
  it("has a key of its own, and a name and a formula that belong to it", () => {
    const metrics = metricsOf(given);
    expect(new Set(metrics.map(({ key }) => key)).size).toBe(metrics.length);
    for (const { key, name, formula } of metrics) {
      expect(name.code).toContain(key.replace(/-\d+$/, ""));
      expect(formula.code).toMatch(/^metric\..+\.formula$/);
    }
  });

  it("can be put into words, all of it, and none of them is empty", () => {
    for (const { name, formula, denominator, working, note, because } of metricsOf(given))
      for (const said of [name, formula, denominator.what, working, note, because])
        if (said !== null) expect(textOf(said, "en").trim().length).toBeGreaterThan(0);
  });

  it("has a value or says why it has none, and money has its currency", () => {
    for (const { key, value, because, unit, currency } of metricsOf(given)) {
      expect(value === null, key).toBe(because !== null);
      if (value !== null) expect(currency, key).toBe(unit === "minor" ? "EUR" : null);
    }
  });
});

describe("a report", () => {
  it.each([
    ["retention-rate", 80],
    ["churn-rate", 20],
    ["gross-revenue-retention-contracts", 70],
    ["net-revenue-retention-contracts", 100],
    ["gross-revenue-retention-buyers", 90],
    ["net-revenue-retention-buyers", 120],
    ["average-order-value", 500],
    ["repeat-rate", 40],
    ["purchase-frequency", 2.4],
    ["margin-clv", 251],
    ["retention-cost-per-retained-customer", 40],
    // 1,600 over the 65 who were a customer on a day of the period, whether at the start or not.
    ["retention-cost-per-customer", 25],
    ["cac", 400],
    ["profitability", 5_000 - 800 - 1_600],
    // A margin of 1,500 for costs of 1,000; the 400 of the customer without a margin are on neither side.
    ["return-on-cost-to-serve", 50],
  ])("has %s = %d", (key, value) => {
    expect(figureOf(key)).toBeCloseTo(value, 6);
  });

  it("takes the churn of the period for that of all time to come", () => {
    // A fifth left in 92 days: five times 92 days.
    expect(figureOf("customer-lifetime")).toBeCloseTo((5 * 92) / 365.25, 6);
    // 5.00 an order × orders a year of a buyer × lifetime.
    const orders = (2.4 * 365.25) / 92;
    const years = (5 * 92) / 365.25;
    expect(figureOf("lifetime-revenue")).toBe(Math.round(500 * orders * years));
    expect(say(find("customer-lifetime").working)).toBe("50 ÷ 10 × 92 days");
    expect(find("customer-lifetime").denominator.count).toBe(10);
  });

  it("says how far the data behind each kind of figure reaches", () => {
    expect(find("retention-rate").dataUpTo).toEqual(ACTIVITIES);
    expect(find("nps").dataUpTo).toEqual(ANSWERS);
    expect(find("first-reply-time-median").dataUpTo).toEqual(TICKETS);
  });

  it("notes that the data ends before the period does, or that there is none", () => {
    const notes = (activities: Date | null) =>
      metricReport({ ...input, dataUpTo: { ...input.dataUpTo, activities } }).notes;
    expect(notes(ACTIVITIES!)).toEqual([]);
    expect(notes(new Date("2026-09-30T00:00:00Z"))).toEqual([]);
    expect(notes(new Date("2026-09-29T23:00:00Z"))).toEqual([
      phrase("metrics.note.old-data", { newest: { day: "2026-09-29" } }),
    ]);
    expect(notes(null)).toEqual([phrase("metrics.note.no-activity")]);
  });
});

describe("what a figure leaves out", () => {
  it("is said beside it", () => {
    expect(find("gross-revenue-retention-contracts").note).toEqual(
      phrase("metric.note.contracts-left-out", { contracts: 2 }),
    );
    expect(find("gross-revenue-retention-buyers").note).toBeNull();
    expect(find("cac").note).toEqual(phrase("metric.cac.note", { customers: 1 }));
    expect(say(find("return-on-cost-to-serve").note)).toContain("1 customer who stayed has no known margin");
    expect(find("return-on-cost-to-serve").denominator.count).toBe(1);
    expect(say(find("margin-clv").note)).toContain("Between €1.51 and €5.51");
    const told = JSON.stringify(find("margin-clv").note);
    for (const said of [
      phrase("metric.margin-clv.note.left-out", {
        missing: phrase("metric.margin-clv.no-margin", { customers: 1 }),
      }),
      phrase("metric.margin-clv.note.repeated", { customers: 1 }),
      phrase("metric.margin-clv.note.assumed", { customers: 1 }),
    ])
      expect(told).toContain(JSON.stringify(said));
  });

  it("is not said where nothing is left out", () => {
    const whole: PeriodTotals = {
      ...totals,
      contractsLeftOut: 0,
      acquisition: { ...totals.acquisition, known: 3 },
      returnOnCost: {
        value: returnOnCostToServe([{ costMinor: 1_000, revenueMinor: 3_000, marginPercent: 50 }]),
      },
    };
    const given = { totals: whole, clv: clv(clvOf(300)) };
    expect(find("gross-revenue-retention-contracts", given).note).toBeNull();
    expect(find("cac", given).note).toBeNull();
    expect(find("return-on-cost-to-serve", given).note).toEqual(
      phrase("metric.return-on-cost-to-serve.note"),
    );
    expect(JSON.stringify(find("margin-clv", given).note)).not.toMatch(/left-out|assumed/);
  });
});

describe("profitability", () => {
  const note = (adjustmentsMinor: number, ordersNotCountedMinor: number) =>
    say(find("profitability", { totals: revenue(adjustmentsMinor, ordersNotCountedMinor) }).note);

  it("says what of its revenue is about closed days, and which orders are not in it", () => {
    const [adjusted, notCounted] = [
      "-€7.00 of the revenue is about days whose books were closed before it was known.",
      "Orders of €9.00 on days of a contract are not counted again: the contract’s price stands for them.",
    ];
    expect(note(0, 0)).toBeNull();
    expect(note(-700, 0)).toBe(adjusted);
    expect(note(0, 900)).toBe(notCounted);
    expect(note(-700, 900)).toBe(`${adjusted} ${notCounted}`);
    expect(figureOf("profitability", { totals: revenue(-700, 900) })).toBe(5_000 - 800 - 1_600);
  });

  it("says that no costs are entered, where it would be too good to be true", () => {
    const free = find("profitability", { costMinor: { value: 0 } });
    expect(free.value).toBe(5_000 - 800);
    expect(free.note).toEqual(phrase("metric.none.costs"));
  });
});

describe("without a figure", () => {
  it("money in a currency without a rate is named as the reason, for whatever needs it", () => {
    const given = { totals: inDollars, clv: missing };
    for (const key of [
      "gross-revenue-retention-contracts",
      "net-revenue-retention-contracts",
      "average-order-value",
      "lifetime-revenue",
      "margin-clv",
      "cac",
      "profitability",
      "return-on-cost-to-serve",
    ])
      expect(find(key, given).because, key).toEqual(NO_RATE);
    expect(figureOf("gross-revenue-retention-buyers", given)).toBeCloseTo(90, 6);
    expect(figureOf("repeat-rate", given)).toBe(40);
    expect(figureOf("retention-cost-per-customer", given)).toBe(25);
  });

  it("costs that cannot be told are named as the reason, for whatever needs them and nothing else", () => {
    const because = phrase("metric.none.costs");
    const given = { costMinor: { missing: because } };
    const lacking = metricsOf(given).filter((metric) => metric.because === because);
    expect(lacking.map(({ key }) => key)).toEqual([
      ...["retention-cost-per-retained-customer", "retention-cost-per-customer"],
      ...["profitability", "return-on-cost-to-serve"],
    ]);
  });

  it.each([
    ["customer-lifetime", only({ retained: 50 }), "metric.none.lost"],
    ["customer-lifetime", only({ retained: 41 }), "metric.none.few-lost"],
    ["lifetime-revenue", only({ retained: 41 }), "metric.none.few-lost"],
    ["customer-lifetime", nobody, "metric.none.customers-at-start"],
    ["lifetime-revenue", nobody, "metric.none.orders"],
    ["average-order-value", nobody, "metric.none.orders"],
    ["purchase-frequency", nobody, "metric.none.orders"],
    ["margin-clv", nobody, "metric.none.customers"],
    ["cac", nobody, "metric.none.joined"],
    ["profitability", nobody, "metric.none.customers-in-period"],
    ["retention-cost-per-customer", { costMinor: { value: 0 } }, "metric.none.costs"],
    ["return-on-cost-to-serve", { costMinor: { value: 0 }, totals: keeping() }, "metric.none.costs"],
    [
      "cac",
      { totals: { ...totals, acquisition: { joined: 3, known: 0, costMinor: { value: 0 } } } },
      "metric.none.acquisition-cost",
    ],
    ["return-on-cost-to-serve", { totals: keeping([400, null]) }, "metric.none.retained-margin"],
    ["return-on-cost-to-serve", { totals: keeping() }, "metric.none.retained"],
    ["return-on-cost-to-serve", { totals: keeping([0, 50], [400, null]) }, "metric.none.retained-costs"],
    ["retention-cost-per-retained-customer", only({ retained: 0 }), "metric.none.retained"],
    ["retention-cost-per-customer", only({ served: 0 }), "metric.none.customers-in-period"],
  ] as ReadonlyArray<[string, Partial<MetricReportInput>, string]>)("%s says why: %#", (key, given, code) => {
    expect(find(key, given).because?.code).toBe(code);
  });

  it("the value of customers says what is missing, and of how many", () => {
    const [margins, scores] = [
      phrase("metric.margin-clv.no-margin", { customers: 2 }),
      phrase("metric.margin-clv.no-score", { customers: 1 }),
    ];
    expect(find("margin-clv", { clv: clv(none, none, clvOf(null)) }).because).toEqual(
      phrase("metric.none.margin-clv", {
        missing: phrase("list.comma", { first: margins, rest: scores }),
      }),
    );
  });
});
