import { describe, expect, it } from "vitest";
import type { Money } from "../../../../../src/domain/money.ts";
import { type Phrase, phrase } from "../../../../../src/domain/phrase.ts";
import { clvTotals } from "../../../../../src/domain/value/metrics/clv-metric.ts";
import type { MarginClv } from "../../../../../src/domain/value/metrics/margin-clv.ts";
import type { Metric } from "../../../../../src/domain/value/metrics/metric.ts";
import {
  type Known,
  type MetricReportInput,
  metricReport,
} from "../../../../../src/domain/value/metrics/metric-report.ts";
import type { PeriodTotals } from "../../../../../src/domain/value/metrics/period-totals.ts";
import { textOf } from "../../../../../src/words/text.ts";
import { clvOf } from "../segments/valued.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });
const NO_RATE = phrase("metric.none.rate");
const onlyEuros = (amounts: readonly Money[]): Known<Money> =>
  amounts.some(({ currency }) => currency !== "EUR")
    ? { missing: NO_RATE }
    : { value: eur(amounts.reduce((sum, { minor }) => sum + minor, 0)) };

const movement = {
  customers: 4,
  beforeMinor: 1_000,
  expansionMinor: 300,
  contractionMinor: 100,
  lostMinor: 200,
};
const totals: PeriodTotals = {
  orders: 12,
  buyers: 5,
  repeatBuyers: 2,
  ordered: [eur(6_000)],
  revenue: [eur(5_000)],
  acquisition: { joined: 3, known: 2, cost: [eur(800)] },
  contracts: [{ currency: "EUR", movement }],
  buyersWithoutContract: [{ currency: "EUR", movement: { ...movement, lostMinor: 0 } }],
  contractsLeftOut: 2,
  marginRetained: { amounts: [eur(2_400)], customers: 7, unknown: 1 },
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
  cohort: { atStart: 10, atEnd: 11, joined: 3, retained: 8 },
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
  inReport: onlyEuros,
};

const metricsOf = (given: Partial<MetricReportInput> = {}) => metricReport({ ...input, ...given }).metrics;
const find = (key: string, given: Partial<MetricReportInput> = {}): Metric => {
  const found = metricsOf(given).find((metric) => metric.key === key);
  if (found === undefined) throw new Error(`There is no metric ${key}.`);
  return found;
};
const figureOf = (key: string, given: Partial<MetricReportInput> = {}) => find(key, given).value;
const say = (said: Phrase | null) => said && textOf(said, "en");

const inDollars: PeriodTotals = {
  ...totals,
  ordered: [{ minor: 6_000, currency: "USD" }],
  revenue: [{ minor: 5_000, currency: "USD" }],
  contracts: [{ currency: "USD", movement }],
};
const nobody: Partial<MetricReportInput> = {
  cohort: { atStart: 0, atEnd: 0, joined: 0, retained: 0 },
  totals: {
    ...{ orders: 0, buyers: 0, repeatBuyers: 0, ordered: [], revenue: [], contractsLeftOut: 0 },
    acquisition: { joined: 0, known: 0, cost: [] },
    contracts: [],
    buyersWithoutContract: [],
    marginRetained: { amounts: [], customers: 0, unknown: 0 },
  },
  clv: clv(),
  tickets: { opened: 0, firstReplyMinutes: [], resolutionMinutes: [] },
  answers: [],
  costMinor: { value: 0 },
  dataUpTo: { activities: null, tickets: null, answers: null },
};

const SITUATIONS: ReadonlyArray<[string, Partial<MetricReportInput>]> = [
  ["everything is known", {}],
  ["a rate is missing", { totals: inDollars, clv: { missing: NO_RATE } }],
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
    ["retention-cost-per-retained-customer", 200],
    // 1,600 over the ten of the start and the three who joined.
    ["retention-cost-per-customer", 123],
    ["cac", 400],
    ["profitability", 5_000 - 800 - 1_600],
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
    expect(say(find("customer-lifetime").working)).toContain("10");
    expect(find("customer-lifetime").denominator.count).toBe(2);
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
    expect(JSON.stringify(find("return-on-cost-to-serve").note)).toContain("no-margin");
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
      marginRetained: { ...totals.marginRetained, unknown: 0 },
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

describe("without a figure", () => {
  it("money in a currency without a rate is named as the reason, for whatever needs it", () => {
    const given = { totals: inDollars, clv: { missing: NO_RATE } };
    for (const key of [
      "gross-revenue-retention-contracts",
      "average-order-value",
      "lifetime-revenue",
      "margin-clv",
      "profitability",
      "retention-cost-per-customer",
    ])
      expect(find(key, given).because, key).toEqual(NO_RATE);
    expect(figureOf("gross-revenue-retention-buyers", given)).toBeCloseTo(90, 6);
    expect(figureOf("repeat-rate", given)).toBe(40);
  });

  it.each([
    [
      "customer-lifetime",
      { cohort: { atStart: 10, atEnd: 10, joined: 0, retained: 10 } },
      "metric.none.lost",
    ],
    ["customer-lifetime", nobody, "metric.none.customers-at-start"],
    ["lifetime-revenue", nobody, "metric.none.orders"],
    ["average-order-value", nobody, "metric.none.orders"],
    ["purchase-frequency", nobody, "metric.none.orders"],
    ["margin-clv", nobody, "metric.none.customers"],
    ["cac", nobody, "metric.none.joined"],
    ["profitability", nobody, "metric.none.customers-in-period"],
    ["retention-cost-per-customer", { costMinor: { value: 0 } }, "metric.none.costs"],
    ["return-on-cost-to-serve", { costMinor: { value: 0 } }, "metric.none.costs"],
    [
      "cac",
      { totals: { ...totals, acquisition: { joined: 3, known: 0, cost: [] } } },
      "metric.none.acquisition-cost",
    ],
    [
      "return-on-cost-to-serve",
      { totals: { ...totals, marginRetained: { amounts: [], customers: 0, unknown: 8 } } },
      "metric.none.retained-margin",
    ],
    [
      "retention-cost-per-retained-customer",
      { cohort: { atStart: 10, atEnd: 3, joined: 3, retained: 0 } },
      "metric.none.retained",
    ],
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
