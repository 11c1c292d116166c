import { describe, expect, test } from "vitest";
import {
  type AllocatedRow,
  type CostReportInput,
  costReport,
} from "../../../../../src/domain/costs/cost-report.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { costReportMessage } from "../../../../../src/slack/blocks/costs/cost-report.ts";
import { type Locale, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const row = (key: string, directMinor: number, indirectMinor: number): AllocatedRow => ({
  key,
  label: key,
  customerId: null,
  directMinor,
  indirectMinor,
  revenueMinor: 10_000_000,
  acquisitionMinor: 50_000,
});

const INPUT: CostReportInput = {
  fromDay: "2026-07-01",
  toDay: "2026-09-30",
  currency: "USD",
  dimension: "segment",
  costs: {
    cohort: { atStart: 450, atEnd: 430, retained: 400, joined: 30, reactivated: 2, left: 52, served: 480 },
    totals: [
      { category: "labour", kind: "direct", minor: 1_200_000 },
      { category: "tools", kind: "indirect", minor: 800_000 },
    ],
    unallocatedMinor: 0,
    rows: [row("Enterprise", 900_000, 500_000), row("Mid-market", 300_000, 300_000)],
    notes: [],
  },
  previous: {
    fromDay: "2026-04-01",
    toDay: "2026-06-30",
    totals: [{ category: "labour", kind: "direct", minor: 1_600_000 }],
  },
  notes: [],
  mostRows: null,
  activityWindowDays: 365,
  timeZone: "Europe/Berlin",
  readAt: new Date("2026-11-22T09:00:00Z"),
  dataUpTo: new Date("2026-11-21T18:00:00Z"),
};

const Q3 = phrase("cost.period.quarter", { quarter: 3, year: "2026" });

const message = (change: Partial<CostReportInput> = {}, locale: Locale = "en") =>
  costReportMessage({ report: costReport({ ...INPUT, ...change }), period: Q3, locale });

describe("the cost report in Slack", () => {
  test("shows each figure with its division: 20,000 ÷ 400 retained = 50", () => {
    const written = JSON.stringify(message());
    expect(written).toContain("$50.00 = $20,000.00 ÷ 400");
    expect(written).toContain("$41.67 = $20,000.00 ÷ 480");
    expect(written).toContain("88.9 % = 400 ÷ 450");
    expect(written).toContain("450 at the start, 30 joined, 2 came back, 52 left, 430 at the end");
    expect(written).toContain("25.0 % more than before ($16,000.00 from 1 Apr 2026 to 30 Jun 2026)");
    assertSendable(message());
  });

  test("has a table whose columns add up and sort by number, and a chart beside it", () => {
    const { blocks } = message();
    const table = blocks.find(({ type }) => type === "data_table");
    expect(table).toMatchObject({
      rows: [
        ["Segment", "Total", "Direct", "Indirect", "Revenue", "Acquisition", "Profitability"].map((text) => ({
          text,
        })),
        [
          { text: "Enterprise" },
          { type: "raw_number", value: 14_000, text: "$14,000.00" },
          ...[{}, {}, { value: 100_000 }, { value: 500 }, { value: 85_500 }],
        ],
        [{ text: "Mid-market" }, { value: 6_000 }, {}, {}, {}, { value: 500 }, { value: 93_500 }],
      ],
    });
    expect(blocks.some(({ type }) => type === "data_visualization")).toBe(true);
  });

  test("says n/a with its reason, never 0, where nobody was a customer", () => {
    const nobody = { atStart: 0, atEnd: 0, retained: 0, joined: 0, reactivated: 0, left: 0, served: 0 };
    const written = JSON.stringify(message({ costs: { ...INPUT.costs, cohort: nobody } }));
    expect(written).toContain("n/a: no customers at the start");
    expect(written).toContain("n/a: nobody was retained");
  });

  test("says what to do where nothing is recorded", () => {
    const empty = message({
      costs: { ...INPUT.costs, totals: [], rows: [] },
      previous: { ...INPUT.previous, totals: [] },
    });
    expect(JSON.stringify(empty)).toContain("/customer cost add");
    assertSendable(empty);
  });

  test("holds a customer's name back from being markup, and 10,000 customers from being refused", () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => row(`<!channel> 北京科技 *${n}*`, 10_000 - n, 0));
    const long = message({ dimension: "customer", costs: { ...INPUT.costs, rows } });
    assertSendable(long);
    // Tables, charts and options take their texts as they are; anything else is markup.
    const asItIs = ["data_table", "data_visualization", "actions"];
    const markup = long.blocks.filter(({ type }) => !asItIs.includes(type));
    expect(JSON.stringify([markup, long.text])).not.toContain("<!channel>");
    expect(JSON.stringify(long)).toMatch(/9,\d{3} further rows not shown/);
    expect(JSON.stringify(long)).toContain("2026-07-01 2026-09-30 customer USD");
    expect(JSON.stringify(message())).not.toContain("costs.as_file");
  });

  test("can be sent in a language whose words are longer", () => {
    const rows = [...INPUT.costs.rows, row("unallocated", 1, 0), row("no owner", 2, 0)];
    const notes = Array.from({ length: 9 }, () => ({
      ...{ kind: "unallocated" as const, minor: 1 },
      appliesTo: Array.from({ length: 9 }, (_, n) => `customer:${n}${"x".repeat(90)}`),
    }));
    for (const costs of [
      { ...INPUT.costs, rows },
      { ...INPUT.costs, totals: [], rows: [] },
    ]) {
      const long = message({ costs, notes, dimension: "owner" }, PSEUDO_LOCALE);
      assertSendable(long);
      expect(JSON.stringify(long)).not.toMatch(/Cost of|Per customer|Worth knowing|unallocated"/);
    }
  });

  test("never sends a reader to the command line", () => {
    const many = Array.from({ length: 9 }, () => ({
      ...{ kind: "unpriced-minutes" as const, minutes: 30, touches: 1 },
    }));
    const written = JSON.stringify(message({ notes: many, mostRows: 1 }));
    expect(written).toContain("and 4 further notes");
    expect(written).toContain("1 further row not shown");
    expect(written).not.toMatch(/npm run|command line| --/);
  });

  test("tells what a reader should know about the sharing out", () => {
    const notes = [{ kind: "driver-total-zero" as const, driver: "tickets" as const, appliesTo: ["all"] }];
    expect(JSON.stringify(message({ notes }))).toContain("shared equally by days instead");
  });
});
