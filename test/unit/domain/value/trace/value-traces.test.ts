import { describe, expect, it } from "vitest";
import type { CustomerHistory } from "../../../../../src/domain/figures/customer-history.ts";
import type { Rates } from "../../../../../src/domain/figures/trace/converted-parts.ts";
import { gathered } from "../../../../../src/domain/figures/trace/gathered-rows.ts";
import { NOTHING_TOLD, type TraceRow } from "../../../../../src/domain/figures/trace/trace.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { type ClvInput, marginClv } from "../../../../../src/domain/value/metrics/margin-clv.ts";
import { clvMonthRows } from "../../../../../src/domain/value/trace/clv-rows.ts";
import { lifetimeTrace } from "../../../../../src/domain/value/trace/lifetime-trace.ts";
import { returnRows } from "../../../../../src/domain/value/trace/return-rows.ts";
import { divided, ofRow, summed } from "../../../../../src/domain/value/trace/trace-closing.ts";
import { textOf } from "../../../../../src/words/text.ts";

const Q1 = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const BY: Rates = { currency: "EUR", rateDay: Q1.toDay, rates: [] };
const say = (given: Parameters<typeof textOf>[0] | null | undefined) => given && textOf(given, "en");
const customer = { customerId: 7, externalId: "a", name: "北京科技" };

describe("the rows of the return on cost to serve", () => {
  const history = (marginPercent: number | null, endedOn: string | null = null): CustomerHistory => ({
    ...customer,
    file: { segment: null, ownerEmail: null, country: null, marginPercent, acquisitionCost: null },
    contracts: [
      {
        ...{ startedOn: "2025-01-01", endedOn, continues: true },
        prices: [{ fromDay: "2025-01-01", monthly: { minor: 10_000, currency: "EUR" } }],
      },
    ],
    ...{ ends: [], lastPurchaseBefore: null, purchases: [], amounts: [], adjustments: [] },
  });
  const kept = { costMinor: 5_000, marginPercentIfUnknown: null };

  it("are the margin above the cost, and the cost that it is divided by", () => {
    const rows = returnRows(history(50), Q1, kept, BY);
    expect(rows).toMatchObject([{ amount: 10_000, over: 5_000, share: null }]);
    expect(say(rows[0]?.what)).toBe("€300.00 × 50 % margin = €150.00, cost €50.00");
    const { closing } = divided("return-on-cost-to-serve", "return", Q1, "EUR", rows);
    expect(say(closing)).toBe("1 row adds up to €100.00 above a cost of €50.00: 200.0 %.");
  });

  it("tell who was kept without a known margin, and count them on neither side of the line", () => {
    expect(returnRows(history(null), Q1, kept, BY)).toMatchObject([{ amount: null, over: null }]);
    const assumed = { ...kept, marginPercentIfUnknown: 20 };
    expect(returnRows(history(null), Q1, assumed, BY)).toMatchObject([{ amount: 1_000 }]);
  });

  it("are none of whoever was not kept", () => {
    expect(returnRows(history(50, "2026-02-01"), Q1, kept, BY)).toEqual([]);
  });

  it("come to no return where the costs are nothing or less, as corrections make them", () => {
    const rows = returnRows(history(50), Q1, { ...kept, costMinor: -1 }, BY);
    expect(say(divided("return-on-cost-to-serve", "return", Q1, "EUR", rows).closing)).toContain("n/a");
  });
});

describe("the rows of a lifetime", () => {
  const rows = (lost: number, retained: number): TraceRow[] =>
    Array.from({ length: lost + retained }, (_, place) => ({
      ...{ ...NOTHING_TOLD, kind: "customer", what: phrase("trace.customer.lost") },
      ...{ amount: Number(place < lost), over: 1 },
    }));

  it("end with the formula and its numbers", () => {
    expect(say(lifetimeTrace(Q1, "EUR", rows(20, 80)).closing)).toBe(
      "100 customers ÷ 20 lost × 90 days = 1.2 years.",
    );
  });

  it("say where the figure is cut, and that too few left to tell", () => {
    expect(say(lifetimeTrace(Q1, "EUR", rows(10, 990)).closing)).toContain("= 24.6 years; no plan");
    expect(say(lifetimeTrace(Q1, "EUR", rows(1, 99)).closing)).toContain("n/a: only 1 left");
    expect(say(lifetimeTrace(Q1, "EUR", []).closing)).toContain("n/a: there were no customers");
  });
});

describe("the months of a margin CLV", () => {
  const parameters = { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null };
  const score = { probability: 0.13, probabilityLow: 0.1, probabilityHigh: 0.2, horizonDays: 90 };
  const eur = (minor: number) => ({ minor, currency: "EUR" });
  it.each<[string, Partial<ClvInput>]>([
    ["a contract", { expectation: { kind: "contract", monthly: eur(10_001) } }],
    [
      "a contract that ends",
      { expectation: { kind: "contract", monthly: eur(9_999) }, byMonth: [9_999, 333.3] },
    ],
    ["purchases", { expectation: { kind: "purchases", purchases12m: 3.7, purchase: eur(4_321) } }],
    ["the last twelve months", { expectation: { kind: "last-12-months", revenue: eur(77_777) } }],
  ])("add up to it, of %s", (_, change) => {
    const input: ClvInput = { score, marginPercent: 37, expectation: null, ...change };
    const clv = marginClv(input, parameters);
    const rows = clvMonthRows(customer, input, parameters);
    expect(rows).toHaveLength(36);
    expect(gathered(rows).amount).toBe(clv.kind === "figure" ? clv.money.minor : null);
  });

  it("say what each is worth today", () => {
    const expectation = { kind: "contract", monthly: eur(10_000) } as const;
    const [first] = clvMonthRows(customer, { score, marginPercent: 40, expectation }, parameters);
    expect(first).toMatchObject({ original: eur(10_000), amount: 3_786 });
    expect(say(first?.share)).toBe("40 % margin, 95.4 % still there, worth 99.2 % today");
  });

  it("are none where there is no figure", () => {
    expect(clvMonthRows(customer, { score: null, marginPercent: 40, expectation: null }, parameters)).toEqual(
      [],
    );
  });
});

describe("the rows of one row of a report", () => {
  it.each([
    [{ by: "segment", key: "大客户" } as const, "Segment 大客户: what the cost of labour is made of"],
    [{ by: "segment", key: "no segment" } as const, "Customers without a segment: what"],
    [{ by: "owner", key: "ana@example.com" } as const, "Accounts of ana@example.com: what"],
    [{ by: "owner", key: "no owner" } as const, "Customers without an owner: what"],
    [{ by: "channel", key: "no channel" } as const, "What belongs to no channel: what"],
    [{ by: "nobody" } as const, "Costs for nobody known: what"],
  ])("say which one it is: %j", (group, title) => {
    expect(say(ofRow(summed("cost:labour", Q1, "EUR", []), group).title)).toContain(title);
  });
});
