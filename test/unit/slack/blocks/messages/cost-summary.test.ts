import { describe, expect, it } from "vitest";
import type { CurrencyCosts } from "../../../../../src/domain/costs/month-costs.ts";
import type { CostSummaryMessage } from "../../../../../src/domain/messages/messages.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { blockProblems, isTooLongForOneMessage } from "../../../../../src/sandbox/block-kit/validate.ts";
import { costSummaryBlocks, costSummaryText } from "../../../../../src/slack/blocks/messages/cost-summary.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";

const usd: CurrencyCosts = {
  currency: "USD",
  totalMinor: 2_000_000,
  byCategory: [
    { category: "labour", minor: 1_500_000 },
    { category: "tools", minor: 500_000 },
  ],
  directMinor: 1_500_000,
  indirectMinor: 500_000,
  perServed: { kind: "amount", money: { minor: 4_000, currency: "USD" } },
  perRetained: { kind: "amount", money: { minor: 5_000, currency: "USD" } },
  previousTotalMinor: 1_600_000,
  changePercent: 25,
  movements: [{ category: "labour", minor: 1_500_000, previousMinor: 1_100_000 }],
};
const summary = (given: Partial<CostSummaryMessage> = {}): CostSummaryMessage => ({
  kind: "cost-summary",
  month: "2026-11",
  currencies: [usd],
  base: { served: 500, retained: 400 },
  activityWindowDays: 365,
  readAt: "2026-12-03T09:00:00.000Z",
  ...given,
});
const rowsOf = (message: CostSummaryMessage) => {
  const table = costSummaryBlocks(message, "en").find((block) => block.type === "table");
  return table?.rows.map((row) => row.map((cell) => ("text" in cell ? cell.text : "?")));
};

describe("cost summary", () => {
  it("shows total, categories, kinds and both figures per customer", () => {
    expect(rowsOf(summary())).toEqual([
      ["Category", "USD"],
      ["Labour", "$15,000.00"],
      ["Tools", "$5,000.00"],
      ["Total", "$20,000.00"],
      ["of it direct", "$15,000.00"],
      ["of it indirect", "$5,000.00"],
      ["Per customer served", "$40.00"],
      ["Per customer retained", "$50.00"],
    ]);
    expect(costSummaryText(summary(), "en")).toBe("Cost of keeping customers, November 2026: $20,000.00");
  });

  it("names its denominators, the activity window, the change and what moved", () => {
    const text = JSON.stringify(costSummaryBlocks(summary(), "en"));
    for (const part of [
      "Served: 500 customers at the start of November 2026 or joined in it",
      "Retained: 400 customers",
      "365 days",
      "25.0 % more than the month before ($16,000.00)",
      "Labour: $4,000.00 more ($11,000.00 → $15,000.00)",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("says what loyalty points stand for where there is a programme, apart from the costs", () => {
    const loyalty = phrase("loyalty.liability", {
      ...{ day: { day: "2026-11-30" }, points: 124_000, unit: 100, share: 80, waiting: 0 },
      ...{ worth: { minor: 100, currency: "EUR" }, amount: { minor: 99_200, currency: "EUR" } },
    });
    const said = (given: Partial<CostSummaryMessage>) =>
      JSON.stringify(costSummaryBlocks(summary(given), "en"));
    for (const currencies of [[usd], []])
      expect(said({ loyalty, currencies })).toContain(
        "outstanding at the end of 30 Nov 2026: 124,000. 100 points are worth €1.00, and 80 % are expected to be redeemed: €992.00 still to be given, not in the costs above.",
      );
    expect(said({})).not.toContain("oyalty");
  });

  it("tells no rate of change against nothing, next to nothing or an unknown month before", () => {
    const changed = (previousTotalMinor: number | null, changePercent: number | null) =>
      JSON.stringify(
        costSummaryBlocks(summary({ currencies: [{ ...usd, previousTotalMinor, changePercent }] }), "en"),
      );
    expect(changed(0, null)).toContain("in all, none the month before");
    expect(changed(4_358, null)).toContain("in all, change n/a ($43.58 the month before)");
    expect(changed(null, null)).toMatch(/\*\$20,000.00\* in all"/);
    expect(changed(2_000_100, -0.005)).toContain("in all, as the month before");
  });

  it("keeps currencies in columns of their own", () => {
    const jpy: CurrencyCosts = {
      ...usd,
      currency: "JPY",
      totalMinor: 300,
      byCategory: [{ category: "goods", minor: 300 }],
    };
    const rows = rowsOf(summary({ currencies: [jpy, usd] }));
    expect(rows?.find(([label]) => label === "Goods given")).toEqual(["Goods given", "¥300", "$0.00"]);
    expect(rows?.find(([label]) => label === "Total")).toEqual(["Total", "¥300", "$20,000.00"]);
  });

  it("says so where there is nothing to sum up, or nobody to divide by", () => {
    expect(JSON.stringify(costSummaryBlocks(summary({ currencies: [] }), "en"))).toContain(
      "No costs are on record",
    );
    expect(costSummaryText(summary({ currencies: [] }), "en")).toContain("nothing recorded");
    const none = { kind: "not-applicable", because: "nothing-to-divide-by" } as const;
    const rows = rowsOf(summary({ currencies: [{ ...usd, perServed: none, perRetained: none }] }));
    expect(rows?.at(-1)).toEqual(["Per customer retained", "n/a (no customers)"]);
  });

  it("stays within Slack's limits with every currency and none", () => {
    const all = Intl.supportedValuesOf("currency").map((currency) => ({ ...usd, currency }));
    for (const currencies of [all, []]) {
      const blocks = costSummaryBlocks(summary({ currencies }), "en");
      expect(blockProblems(blocks, "message", "/blocks")).toEqual([]);
      expect(isTooLongForOneMessage(blocks)).toBe(false);
    }
  });

  it("says why a category moved, how budgets stand and what to know, with notes from outside escaped", () => {
    const because = [
      { what: "CRM <licence>", minor: 900_000, previousMinor: 500_000 },
      { what: phrase("cost-summary.contact-time"), minor: 200_000, previousMinor: 0 },
    ];
    const movements = [{ category: "tools" as const, minor: 1_100_000, previousMinor: 500_000, because }];
    const budget = {
      ...{ scope: "segment:VIP", fromDay: "2026-10-01", toDay: "2026-12-31", currency: "USD" },
      ...{ amountMinor: 8_000_000, usedMinor: 8_100_000, usedPercent: 101.25, elapsedPercent: 66.3 },
    };
    const notes = [
      phrase("cost.note.no-price", { minutes: 90, touches: 3 }),
      phrase("as-written", { text: "Kept before <codes>." }),
    ];
    const message = summary({ currencies: [{ ...usd, movements }], budgets: [budget], notes });
    const text = JSON.stringify(costSummaryBlocks(message, "en"));
    for (const part of [
      "“CRM &lt;licence&gt;” $4,000.00 more; “logged contact time” $2,000.00 new",
      "VIP, 1 Oct 2026 to 31 Dec 2026: $81,000 of $80,000 used (101 %), 66 % of its days gone – *over budget*",
      "90 minutes of 3 contacts have no price",
      "Kept before &lt;codes&gt;.",
    ]) {
      expect(text).toContain(part);
    }
    expect(blockProblems(costSummaryBlocks(message, "en"), "message", "/blocks")).toEqual([]);
  });

  it("can be sent in a language whose words are longer", () => {
    const movements = [{ category: "tools" as const, minor: 0, previousMinor: 500_000 }];
    const budget = {
      ...{ scope: "category:tools", fromDay: "2026-10-01", toDay: "2026-12-31", currency: "USD" },
      ...{ amountMinor: 100, usedMinor: 200, usedPercent: null, elapsedPercent: 66.3 },
    };
    for (const currencies of [[{ ...usd, movements }], []]) {
      const message = summary({ currencies, budgets: [budget], notes: [phrase("cost.missing-rate", RATE)] });
      const blocks = costSummaryBlocks(message, PSEUDO_LOCALE);
      expect(blockProblems(blocks, "message", "/blocks")).toEqual([]);
      expect(JSON.stringify(blocks)).not.toMatch(/Cost of|Worth knowing|Per customer|"Total"|"Tools"/);
    }
  });
});

const RATE = { from: "CNY", to: "EUR", day: { day: "2026-11-01" } };
