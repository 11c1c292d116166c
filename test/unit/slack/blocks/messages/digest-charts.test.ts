import { describe, expect, it } from "vitest";
import type { Day } from "../../../../../src/domain/calendar.ts";
import type { DigestCharts } from "../../../../../src/domain/messages/digest-charts.ts";
import type { DigestMessage } from "../../../../../src/domain/messages/messages.ts";
import type { RiskWeek } from "../../../../../src/domain/risk/risk-over-time.ts";
import type { ValueBridge } from "../../../../../src/domain/value/value-bridge.ts";
import { blockProblems } from "../../../../../src/sandbox/block-kit/validate.ts";
import { picturesOf } from "../../../../../src/slack/blocks/chart.ts";
import { digestCharts } from "../../../../../src/slack/blocks/messages/digest-charts.ts";
import { LOCALES, type Locale, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";

const EVERY_LOCALE: readonly Locale[] = [...LOCALES, PSEUDO_LOCALE];
const NOTHING = { ended: 0, priceChanged: 0, reached: 0, modelVersions: [] };
const week = (day: Day, high: number | null, events: Partial<RiskWeek["events"]> = {}): RiskWeek => ({
  day,
  customers: high === null ? null : { high, medium: 9, low: 90 },
  events: { ...NOTHING, ...events },
});
const bridge: ValueBridge = {
  currency: "EUR",
  startMinor: 100_050,
  steps: [
    { kind: "new", customers: 2, minor: 50_025 },
    { kind: "recovered", customers: 1, minor: -20_075 },
    { kind: "left", customers: 0, minor: 0 },
    { kind: "no-score", customers: 0, minor: 0 },
    { kind: "changed", customers: 3, minor: -1_000 },
  ],
  endMinor: 129_000,
  knownOnce: 1,
};
const charts = (given: Partial<DigestCharts> = {}): DigestCharts => ({
  riskOverTime: {
    weeks: [
      week("2026-10-26", 4, { ended: 100 }),
      week("2026-11-02", 5, { ended: 1 }),
      week("2026-11-09", null, { priceChanged: 2 }),
      week("2026-11-16", 6),
      week("2026-11-23", 8, { ended: 3, priceChanged: 1, reached: 12, modelVersions: [1234] }),
    ],
  },
  valueBridge: bridge,
  ...given,
});
const shown = (given: Partial<DigestCharts> = {}, locale: Locale = "en") =>
  digestCharts({ charts: charts(given) } as DigestMessage, locale);
const json = (given: Partial<DigestCharts> = {}) => JSON.stringify(shown(given));

describe("what a digest draws", () => {
  it("tells how many are at high risk, what happened in the last weeks, and which week is not known", () => {
    for (const part of [
      "*Risk over 4 weeks*",
      "8 customers at high risk on 23 Nov 2026, 4 more than on 26 Oct 2026.",
      "In the 7 days before 23 Nov 2026: 3 customers ended, 1 with a new price, 12 reached after a nudge, model version 1234 began to serve",
      "In the 7 days before 9 Nov 2026: 2 with a new price",
      "In the 7 days before 2 Nov 2026: 1 customer ended",
      "Not drawn, because nobody was scored in the week before: 9 Nov 2026.",
    ])
      expect(json()).toContain(part);
    expect(json()).not.toContain("100 customers");
    expect(json()).not.toContain("before 16 Nov 2026:");
  });

  it("tells step by step what changed the value at risk, with nothing that did not happen", () => {
    for (const part of [
      "Value at risk rose by €289.50 in 7 days, from €1,000.50 to €1,290.00.",
      "• New at high risk: +€500.25 (2 customers)",
      "• Recovered: −€200.75 (1 customer)",
      "• Risk or value moved: −€10.00 (3 customers)",
      "For 1 customer the value was known in one of the two weeks only",
    ])
      expect(json()).toContain(part);
    expect(json()).not.toContain("Left");
  });

  it("says so where the week's change is not known", () => {
    expect(json({ valueBridge: null })).toContain("is not known: too little was scored");
  });

  it("draws nothing before anybody was scored, nor in messages from before anything was drawn", () => {
    expect(shown({ riskOverTime: { weeks: [week("2026-11-23", null)] } })).toEqual([]);
    expect(digestCharts({} as DigestMessage, "en")).toEqual([]);
  });

  it.each(EVERY_LOCALE)("is taken by Slack in %s: at most two charts, each with its finding", (locale) => {
    const blocks = shown({}, locale);
    expect(blockProblems(JSON.parse(JSON.stringify(blocks)), "message", "/blocks")).toEqual([]);
    const pictures = picturesOf(blocks);
    expect(pictures.map(({ kind }) => kind)).toEqual(["lines", "bridge"]);
    for (const { altText, title } of pictures) expect(altText.length).toBeGreaterThan(title.length + 10);
  });
});
