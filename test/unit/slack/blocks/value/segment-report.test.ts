import { describe, expect, test } from "vitest";
import { asWritten, phrase } from "../../../../../src/domain/phrase.ts";
import type { SegmentReport, SegmentRow } from "../../../../../src/domain/value/segments/segment-report.ts";
import { TIER_SERVICE } from "../../../../../src/domain/value/segments/service-level.ts";
import { valueTier } from "../../../../../src/domain/value/segments/value-tier.ts";
import type { SpendingAdvice } from "../../../../../src/domain/value/segments/where-to-spend.ts";
import { segmentReportMessage } from "../../../../../src/slack/blocks/value/segment-report.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const AT_RISK = {
  customers: 3,
  known: 2,
  money: { minor: 1_600_000, currency: "EUR" },
  withoutRate: { customers: 1, names: ["<Dinar>"], currencies: ["KWD"] },
};

const segment = (name: string, change: Partial<SegmentRow> = {}): SegmentRow => ({
  key: name.toLowerCase(),
  name: asWritten(name),
  criterion: phrase("segment.value-tier.top.criterion", { top: 20, basis: "margin-clv" }),
  customers: 20,
  customersPercent: 20,
  revenue12mMinor: 8_000_000,
  marginClv: { minor: 5_000_000, customers: 18 },
  cost12mMinor: 400_000,
  costPerCustomerMinor: 20_000,
  risk: { scored: 18, meanProbability: 0.24, high: 3 },
  valueAtRisk: AT_RISK,
  quarterAgo: {
    customers: 18,
    revenue12mMinor: 7_000_000,
    risk: { scored: 15, meanProbability: 0.21, high: 1 },
    valueAtRisk: AT_RISK,
  },
  serviceLevel: TIER_SERVICE.top,
  costCapPerCustomerMinor: 12_000,
  ...change,
});

const report = (segments: readonly SegmentRow[]): SegmentReport => ({
  rule: valueTier,
  currency: "EUR",
  period: { fromDay: "2025-11-22", toDay: "2026-11-21" },
  asOf: new Date("2026-11-22T00:00:00Z"),
  dataUpTo: new Date("2026-11-21T18:00:00Z"),
  comparedWith: new Date("2026-08-23T00:00:00Z"),
  customers: 100,
  noSignal: false,
  segments,
  valueAtRisk: AT_RISK,
  notes: [phrase("segments.note.ranked-by-revenue", { known: 7, customers: 100, needed: 80 })],
});

const candidate = (name: string) => ({
  customerId: 1,
  name,
  ownerEmail: null,
  tier: "top",
  cost12mMinor: 1000,
  revenue12mMinor: 2000,
  marginClvMinor: null,
  expectedMarginLostMinor: null,
  probability: 0.5,
  probabilityQuarterAgo: 0.3,
  because: phrase("spending.spend", { points: 20, risk: 50, stake: phrase("spending.stake.none") }),
});
const ADVICE: SpendingAdvice = {
  currency: "EUR",
  whereToSave: [],
  whereToSpend: ["北京科技", "<b>*Bold*</b>", "C", "D"].map(candidate),
  retentionPlan: [],
  leftOut: { save: 0, spend: 2, plan: 0 },
  notes: [],
};

describe("segments in Slack", () => {
  const tiers = report([segment("Top"), segment("Rest", { customers: 80, customersPercent: 80 })]);

  test("show size, value, cost, risk and its trend per segment, and the care suggested", () => {
    const message = segmentReportMessage({ report: tiers, advice: ADVICE, locale: "en" });
    const table = message.blocks.find(({ type }) => type === "data_table");
    const cells = JSON.stringify(table);
    expect(cells).toContain("24 % (+3)");
    expect(cells).toContain("€80,000");
    expect(cells).toContain("about €16,000");
    expect(JSON.stringify(message).replaceAll("\u200B", "")).toContain(
      "Value at risk: about €16,000: risk × a year's margin, added up over 2 customers at high risk. " +
        "1 customer is left out, because no exchange rate is known for KWD: &lt;Dinar&gt;.",
    );
    expect(JSON.stringify(message)).toContain("100 customers. The 20 % worth most");
    expect(JSON.stringify(message)).toContain("every 14 days by phone, meeting or visit");
    assertSendable(message);
  });

  test("say n/a where a figure is not known, never 0", () => {
    const unknown = segment("New", {
      marginClv: null,
      cost12mMinor: null,
      costPerCustomerMinor: null,
      risk: { scored: 0, meanProbability: null, high: 0 },
    });
    const message = segmentReportMessage({ report: report([unknown]), advice: null, locale: "en" });
    const table = message.blocks.find(({ type }) => type === "data_table");
    expect(JSON.stringify(table).match(/"n\/a"/g)).toHaveLength(6);
  });

  test("say at the top that no signal was found, and advise nothing that rests on a risk", () => {
    const risk = { scored: 0, meanProbability: null, high: 0 };
    const silent = { ...report([segment("Top", { risk }), segment("Rest", { risk })]), noSignal: true };
    const message = segmentReportMessage({ report: silent, advice: ADVICE, locale: "en" });
    const written = JSON.stringify(message);
    expect(written).toContain("No signal found in this history: nothing in it tells who leaves.");
    expect(written).toContain("At high risk: n/a");
    expect(written).not.toMatch(/Where to save|Where to spend/);
    assertSendable(message);
  });

  test("name three customers of a list, escaped, and count the others", () => {
    const written = JSON.stringify(segmentReportMessage({ report: tiers, advice: ADVICE, locale: "en" }));
    expect(written).toContain("北京科技");
    expect(written).not.toContain("<b>");
    expect(written).toContain("and 3 more");
    expect(written).toContain("Their risk rose by 20 points in a quarter, to 50 %. No margin is at stake.");
    expect(written).toContain("Nobody of low value and low risk costs much.");
  });

  test("name no command of the command line, nor what is set there", () => {
    const countries = Array.from({ length: 250 }, (_, n) => segment(`Country ${n}`));
    const message = segmentReportMessage({ report: report(countries), advice: ADVICE, locale: "en" });
    expect(JSON.stringify(message)).not.toMatch(/npm run|--|margin_percent|MARGIN_PERCENT/);
  });

  test("fit into Slack where texts are longer, and every text of it passes through the words", () => {
    for (const advice of [ADVICE, { ...ADVICE, whereToSave: ADVICE.whereToSpend, whereToSpend: [] }]) {
      const message = segmentReportMessage({ report: tiers, advice, locale: PSEUDO_LOCALE });
      assertSendable(message);
      expect(JSON.stringify(message.blocks)).not.toMatch(/customers|Segment|Revenue|risk|margin/);
    }
  });

  test("fit into a message with many segments", () => {
    const countries = Array.from({ length: 250 }, (_, n) => segment(`Country ${n}`, { serviceLevel: null }));
    const message = segmentReportMessage({ report: report(countries), advice: null, locale: "en" });
    assertSendable(message);
    expect(JSON.stringify(message)).toMatch(/more segments are not shown/);
  });
});
