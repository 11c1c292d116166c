import { describe, expect, it } from "vitest";
import { inEnglish } from "../../../src/cli/in-english.ts";
import type { Cohort } from "../../../src/domain/customers/cohort.ts";
import type { Phrase } from "../../../src/domain/phrase.ts";
import { clvTotals } from "../../../src/domain/value/metrics/clv-metric.ts";
import type { MetricReportInput } from "../../../src/domain/value/metrics/metric-report.ts";
import { metricReport } from "../../../src/domain/value/metrics/metric-report.ts";
import { returnOnCostToServe } from "../../../src/domain/value/metrics/return-on-cost-to-serve.ts";
import { NO_MOVEMENT } from "../../../src/domain/value/metrics/revenue-retention.ts";
import { missingRate } from "../../../src/domain/value/missing-rate.ts";
import { SEGMENT_RULES } from "../../../src/domain/value/segments/segment-rules.ts";
import { careOf, TIER_SERVICE } from "../../../src/domain/value/segments/service-level.ts";
import { spendingAdvice } from "../../../src/domain/value/segments/where-to-spend.ts";
import { commandLineText } from "../../../src/words/command-line.ts";
import { metrics } from "../../../src/words/en/value/metrics.ts";
import { segments } from "../../../src/words/en/value/segments.ts";
import { PSEUDO_LOCALE } from "../../../src/words/locale.ts";
import { textOf } from "../../../src/words/text.ts";
import { clvOf, valued } from "../domain/value/segments/valued.ts";

/** Every phrase in a value, also those that stand in other phrases. */
function phrasesIn(value: unknown): Phrase[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "code" in value && "parameters" in value ? [value as Phrase] : [];
  return [...own, ...Object.values(value).flatMap(phrasesIn)];
}

const codesIn = (value: unknown) => new Set(phrasesIn(value).map(({ code }) => code));

const movement = { customers: 2, beforeMinor: 100, expansionMinor: 5, contractionMinor: 1, lostMinor: 2 };
const BUSY: MetricReportInput = {
  period: { fromDay: "2026-07-01", toDay: "2026-09-30" },
  currency: "EUR",
  totals: {
    cohort: cohortOf({ atStart: 200, atEnd: 210, joined: 30, retained: 180 }),
    orders: 40,
    buyers: 30,
    repeatBuyers: 5,
    orderedMinor: { value: 9_000 },
    revenue: { value: { netMinor: 8_000, adjustmentsMinor: -70, ordersNotCountedMinor: 90 } },
    acquisition: { joined: 3, known: 2, costMinor: { value: 50 } },
    contracts: { value: movement },
    buyersWithoutContract: { value: movement },
    contractsLeftOut: 1,
    returnOnCost: {
      value: returnOnCostToServe([
        { costMinor: 600, revenueMinor: 1_000, marginPercent: 50 },
        { costMinor: 300, revenueMinor: 1_000, marginPercent: null },
      ]),
    },
  },
  clv: { value: clvSums([clvOf(100), clvOf(null)]) },
  clvParameters: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
  tickets: { opened: 3, firstReplyMinutes: [5], resolutionMinutes: [7] },
  answers: [
    { kind: "nps", score: 9, scaleMax: 10, answers: 1 },
    { kind: "nps", score: 4, scaleMax: 5, answers: 1 },
    { kind: "csat", score: 4, scaleMax: 5, answers: 1 },
    { kind: "ces", score: 3, scaleMax: 7, answers: 1 },
  ],
  costMinor: { value: 900 },
  dataUpTo: { activities: new Date("2026-09-01T00:00:00Z"), tickets: null, answers: null },
};
const EMPTY: MetricReportInput = {
  ...BUSY,
  totals: {
    ...BUSY.totals,
    cohort: cohortOf({ atStart: 0, atEnd: 0, joined: 0, retained: 0 }),
    orders: 0,
    buyers: 0,
    repeatBuyers: 0,
    revenue: { value: { netMinor: 0, adjustmentsMinor: 0, ordersNotCountedMinor: 0 } },
    contracts: { value: NO_MOVEMENT },
    buyersWithoutContract: { value: NO_MOVEMENT },
    acquisition: { joined: 0, known: 0, costMinor: { value: 0 } },
    returnOnCost: { value: returnOnCostToServe([]) },
  },
  clv: { value: clvSums([]) },
  tickets: { opened: 0, firstReplyMinutes: [], resolutionMinutes: [] },
  answers: [],
  costMinor: { value: 0 },
  dataUpTo: { activities: null, tickets: null, answers: null },
};
/** Customers, and hardly anything known of them. */
const UNKNOWN: MetricReportInput = {
  ...BUSY,
  totals: {
    ...BUSY.totals,
    cohort: cohortOf({ atStart: 5, atEnd: 0, joined: 0, retained: 0 }),
    acquisition: { joined: 1, known: 0, costMinor: { value: 0 } },
    returnOnCost: {
      value: returnOnCostToServe([{ costMinor: 900, revenueMinor: 1_000, marginPercent: null }]),
    },
  },
  clv: {
    value: clvSums([
      { kind: "not-applicable", because: "no-margin" },
      { kind: "not-applicable", because: "no-revenue" },
      clvOf(null),
    ]),
  },
  tickets: { opened: 2, firstReplyMinutes: [], resolutionMinutes: [] },
};
const ASSUMED: MetricReportInput = {
  ...BUSY,
  totals: {
    ...BUSY.totals,
    cohort: cohortOf({ atStart: 5, atEnd: 5, joined: 0, retained: 5 }),
    returnOnCost: {
      value: returnOnCostToServe([{ costMinor: 0, revenueMinor: 1_000, marginPercent: 50 }]),
    },
  },
  clv: { value: clvSums([{ ...known(), marginAssumed: true }]) },
};
/** Hardly anybody left: a lifetime of hundreds of years. */
const LOYAL: MetricReportInput = {
  ...BUSY,
  totals: {
    ...BUSY.totals,
    cohort: cohortOf({ atStart: 9_000, atEnd: 8_990, joined: 0, retained: 8_990 }),
  },
};

function cohortOf(given: Pick<Cohort, "atStart" | "atEnd" | "joined" | "retained">): Cohort {
  const { atStart, joined, atEnd } = given;
  return { ...given, reactivated: 0, left: atStart + joined - atEnd, served: atStart + joined };
}

function clvSums(all: ReadonlyArray<ReturnType<typeof clvOf>>) {
  const totals = clvTotals();
  for (const one of all) totals.add(one);
  return totals.totals();
}

function known() {
  const clv = clvOf(100);
  if (clv.kind !== "figure") throw new Error("no figure");
  return clv;
}

describe("the words of metrics", () => {
  const reports = [BUSY, EMPTY, UNKNOWN, ASSUMED, LOYAL].map(metricReport);

  it("are there for every name, formula, divisor, note and reason, in every language", () => {
    for (const given of phrasesIn(reports)) {
      expect(textOf(given, "en")).not.toBe("");
      expect(() => textOf(given, PSEUDO_LOCALE)).not.toThrow();
    }
  });

  it("are all used", () => {
    const used = codesIn(reports);
    const unused = Object.keys(metrics).filter((code) => !used.has(code.replace(/\.cli$/, "")));
    // Where a total cannot be told, a missing rate is named instead; a day that has not come is read from the clock.
    expect(unused).toEqual(["metric.none.rate", "metrics.note.so-far"]);
  });

  it("say a missing rate in place of every amount that needs it, with the command on the command line", () => {
    const missing = missingRate({ fromCurrency: "JPY", toCurrency: "EUR", day: "2026-09-30" }, ["USD"]);
    const report = metricReport({
      ...BUSY,
      totals: {
        ...BUSY.totals,
        ...{ orderedMinor: { missing }, revenue: { missing }, returnOnCost: { missing } },
        ...{ contracts: { missing }, buyersWithoutContract: { missing } },
        acquisition: { ...BUSY.totals.acquisition, costMinor: { missing } },
      },
      costMinor: { missing },
      clv: { missing },
    });
    const without = report.metrics.filter(({ because }) => because === missing);
    expect(without.length).toBeGreaterThan(8);
    expect(commandLineText(missing)).toMatch(
      /from JPY to EUR is known for 2026-09-30.*ledger rate JPY EUR RATE --from 2026-09-30.*Also missing: USD\./,
    );
    expect(textOf(missing, "en")).not.toMatch(/npm|--/);
  });
});

describe("the words of segments", () => {
  it("are there for every rule, segment and note, and all used", () => {
    const customers = [
      valued({ country: "DE", segment: "VIP", clv: 5 }),
      ...Array.from({ length: 9 }, () => valued({ clv: 7 })),
      valued({ clv: null }),
    ];
    const assigned = SEGMENT_RULES.flatMap((rule) => [rule, rule.assign(customers), rule.assign([valued()])]);
    const care = [...Object.values(TIER_SERVICE), { ...TIER_SERVICE.rest, channels: [] }].map(careOf);
    for (const given of phrasesIn([assigned, care])) expect(textOf(given, "en")).not.toBe("");
    const used = codesIn([assigned, care]);
    for (const { key } of SEGMENT_RULES) used.add(`segment-rule.${key}.title`);
    const unused = Object.keys(segments).filter((code) => !used.has(code.replace(/\.cli$/, "")));
    expect(unused.filter((code) => /^segment-rule|^segment\.(?!nobody)/.test(code))).toEqual([]);
  });

  it("tell whose care it is, how often and by what", () => {
    expect(Object.values(TIER_SERVICE).map((level) => textOf(careOf(level), "en"))).toEqual([
      "every 14 days by phone, meeting or visit, from the account owner in person; at most 10 % of their margin",
      "every 30 days by phone or e-mail, from the account owner; at most 6 % of their margin",
      "every 30 days by e-mail or chat, from the team by newsletter, from a person when they ask; at most 3 % of their margin",
    ]);
  });
});

describe("the words of where to spend", () => {
  it("say of each kind of stake what is known", () => {
    const reason = (given: Parameters<typeof valued>[0]) =>
      spendingAdvice([valued({ clv: 1, ...given })], "EUR", 1).retentionPlan.map(({ because }) =>
        textOf(because, "en"),
      )[0];
    const nothing = { revenue12mMinor: 0 };
    expect([{}, { marginPercent: 0 }, { marginPercent: null }, nothing].map(reason)).toEqual([
      "Top tier, risk 20 %. At stake: about €8 of a year's margin.",
      "Lowest tier, risk 20 %. No margin is at stake.",
      "Top tier, risk 20 %. They brought €100.00 in 12 months; their margin is not known.",
      "Lowest tier, risk 20 %. They brought €0.00 in 12 months; what they would bring next is not known.",
    ]);
  });

  it("names the command of Slack in Slack and that of the command line there", () => {
    const { notes } = spendingAdvice([valued({ cost12mMinor: 0 }), valued({ probability: null })], "EUR", 1);
    const slack = notes.map((note) => textOf(note, "en")).join(" ");
    expect(slack).toContain("`/customer cost add`");
    expect(slack).not.toMatch(/npm run|MARGIN_PERCENT/);
    expect(notes.map(commandLineText).join(" ")).toContain("npm run mainstay -- ledger add");
  });
});

describe("what --json prints", () => {
  it("is texts, whatever the rules give as codes", () => {
    const [retention] = metricReport(BUSY).metrics;
    expect(retention && inEnglish(retention)).toMatchObject({
      key: "retention-rate",
      name: "Retention rate",
      denominator: { what: "customers at the start", count: 200 },
      working: "180 ÷ 200",
      dataUpTo: "2026-09-01T00:00:00.000Z",
    });
  });
});
