import { expect, it } from "vitest";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import { phrase } from "../../src/domain/phrase.ts";
import { valueTier } from "../../src/domain/value/segments/value-tier.ts";
import { adviseSpending } from "../../src/flows/value/advise-spending.ts";
import { askWhatIf } from "../../src/flows/value/ask-what-if.ts";
import { type MetricsAnswer, readMetrics } from "../../src/flows/value/read-metrics.ts";
import { readSegments } from "../../src/flows/value/read-segments.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { costEntries } from "../support/cost-entries.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const clv = { years: 3, discountRatePercent: 0, marginPercentIfUnknown: null };
const question = { currency: "EUR", timeZone: "UTC", clv };
const september = { fromDay: "2026-09-01", toDay: "2026-09-30" };
const now = new Date("2026-10-05T00:00:00Z");

const read = commandLineText;

function figures(answer: MetricsAnswer): Record<string, number | string> {
  if (answer.kind !== "report") throw new Error(answer.reason.code);
  return Object.fromEntries(
    answer.report.metrics.map(({ key, value, because }) => [key, value ?? commandLineText(because)]),
  );
}

describeOnEachDatabase("metrics", (database) => {
  it("contracts: expansion, contraction and loss from what monthly revenue was before each change", async () => {
    const rows = fileRows(database());
    const contract = (minor: number, ended_on: string | null = null) =>
      rows.customer("C", {
        currency: "EUR",
        started_on: "2025-01-01",
        monthly_revenue_minor: minor,
        ended_on,
      });
    const [grown, shrunk] = [await contract(10_000), await contract(20_000)];
    await contract(30_000, "2026-09-10");
    await contract(40_000);
    for (const [id, minor] of [
      [grown, 15_000],
      [shrunk, 12_000],
    ])
      await database().pool.query("UPDATE customers SET monthly_revenue_minor = $2 WHERE id = $1", [
        id,
        minor,
      ]);
    await database().pool.query(
      "UPDATE contract_prices SET from_day = '2026-09-15' WHERE from_day > '2025-01-01'",
    );
    const answer = figures(
      await readMetrics({ ...createStore(database()), clock: () => now }, { ...question, period: september }),
    );
    // 100,000 before: 5,000 more, 8,000 less, 30,000 lost.
    expect(answer["gross-revenue-retention-contracts"]).toBe(62);
    expect(answer["net-revenue-retention-contracts"]).toBe(67);
    expect(answer["retention-rate"]).toBe(75);
  });

  it("keeps one price of a day, however often it changes on it, and the one before", async () => {
    const contract = { currency: "EUR", started_on: "2025-01-01", monthly_revenue_minor: 1 };
    const id = await fileRows(database()).customer("C", contract);
    for (const minor of [2, 2, 3])
      await database().pool.query(
        `UPDATE customers SET monthly_revenue_minor = $2
         WHERE id = $1 AND set_config('mainstay.today', '2026-09-15', true) <> ''`,
        [id, minor],
      );
    await database().pool.query("UPDATE customers SET name = 'D'");
    const { rows } = await database().pool.query(
      "SELECT from_day::text, monthly_minor::int FROM contract_prices ORDER BY from_day",
    );
    expect(rows).toEqual([
      { from_day: "2025-01-01", monthly_minor: 1 },
      { from_day: "2026-09-15", monthly_minor: 3 },
    ]);
  });

  it("has nothing to say of a period that has not begun, and of one that has not ended what has come", async () => {
    const rows = fileRows(database());
    const a = await rows.customer("A", { currency: "EUR" });
    await rows.order(a, "2026-10-02T09:00:00Z", 6_000);
    await rows.order(a, "2026-10-20T09:00:00Z", 9_000);
    const store = { ...createStore(database()), clock: () => now };
    const later = { fromDay: "2026-11-01", toDay: "2026-11-30" };
    const none = await readMetrics(store, { ...question, period: later });
    expect(none).toMatchObject({ kind: "not-begun" });
    const october = { fromDay: "2026-10-01", toDay: "2026-10-31" };
    const sofar = await readMetrics(store, { ...question, period: october });
    expect(sofar).toMatchObject({
      report: {
        period: { fromDay: "2026-10-01", toDay: "2026-10-05" },
        notes: expect.arrayContaining([
          phrase("metrics.note.so-far", { day: { day: "2026-10-05" }, until: { day: "2026-10-31" } }),
        ]),
      },
    });
    expect(figures(sofar)["average-order-value"]).toBe(6_000);
  });

  it("a small file by hand: every figure with its reason where there is none", async () => {
    const rows = fileRows(database());
    const a = await rows.customer("A", { currency: "EUR", margin_percent: 50, segment: "VIP" });
    const b = await rows.customer("B", { currency: "EUR", acquisition_cost_minor: 7_000 });
    await rows.order(a, "2026-08-10T09:00:00Z", 10_000);
    await rows.order(a, "2026-09-05T09:00:00Z", 6_000);
    await rows.order(a, "2026-09-05T15:00:00Z", 4_000);
    await rows.order(a, "2026-09-20T09:00:00Z", 6_000);
    await rows.refund(a, "2026-09-21T09:00:00Z", 1_000);
    await rows.order(b, "2026-09-07T09:00:00Z", 2_000);
    const store = { ...createStore(database()), clock: () => now };
    await costEntries(database()).record([
      {
        source: "test",
        externalId: "1",
        category: "tools",
        subcategory: null,
        kind: "direct",
        amountMinor: 5_000,
        currency: "EUR",
        ...september,
        appliesTo: "all",
        driver: "equal",
        note: null,
      } as CostEntry,
    ]);
    const answer = figures(await readMetrics(store, { ...question, period: september }));
    expect(answer).toMatchObject({
      "retention-rate": 100,
      "churn-rate": 0,
      "gross-revenue-retention-contracts": "no contract with a monthly revenue ran at the start",
      // August 2 to 31 against September: 10,000 before, 15,000 now.
      "gross-revenue-retention-buyers": 100,
      "net-revenue-retention-buyers": 150,
      // Three orders: two of A (one day is one order) and one of B.
      "average-order-value": 6_000,
      "repeat-rate": 50,
      "purchase-frequency": 1.5,
      "customer-lifetime": "nobody left in the period",
      "lifetime-revenue": "nobody left in the period",
      "retention-cost-per-retained-customer": 5_000,
      "retention-cost-per-customer": 2_500,
      cac: 7_000,
      profitability: 17_000 - 7_000 - 5_000,
      // Half of A's 15,000 against A's own costs: 30 of the 54 days on which A or B was a customer.
      "return-on-cost-to-serve": 100 * ((7_500 - 2_778) / 2_778),
      nps: "nobody answered in the period",
      "first-reply-time-median": "no tickets were opened in the period",
    });
    expect(answer["margin-clv"]).toContain("2 without a score");
  });

  it("leaves out only what needs a missing rate, and says how to add all of them", async () => {
    const rows = fileRows(database());
    const a = await rows.customer("A", { currency: "EUR" });
    const b = await rows.customer("B", { currency: "USD" });
    const c = await rows.customer("C", { currency: "JPY" });
    await rows.order(a, "2026-09-05T09:00:00Z", 6_000);
    await rows.order(b, "2026-09-05T09:00:00Z", 6_000, "USD");
    await rows.order(c, "2026-09-05T09:00:00Z", 6_000, "JPY");
    const store = { ...createStore(database()), clock: () => now };
    const ask = async () => figures(await readMetrics(store, { ...question, period: september }));
    const before = await ask();
    expect(before["average-order-value"]).toMatch(
      /No rate from JPY to EUR.*ledger rate JPY EUR.*Also missing: USD/,
    );
    expect(before["purchase-frequency"]).toBe(1);
    const segments = await readSegments(store, { ...question, rule: valueTier, asOf: now });
    // Whoever can be valued is; the others are counted and named.
    expect(segments).toMatchObject({
      kind: "report",
      report: {
        customers: 1,
        notes: expect.arrayContaining([
          phrase("value.without-rate", { customers: 2, names: "B, C", more: 0, currencies: "JPY, USD" }),
        ]),
      },
    });
    const inDinars = await readSegments(store, { ...question, currency: "KWD", rule: valueTier, asOf: now });
    expect(inDinars).toMatchObject({
      kind: "missing-rate",
      reason: { code: "value.missing-rates", parameters: { others: "JPY, USD" } },
    });
    for (const fromCurrency of ["USD", "JPY"]) {
      const rate = { fromCurrency, toCurrency: "EUR", day: "2026-01-01", rate: "0.5" };
      await store.exchangeRates.state(rate, { by: "test", at: now });
    }
    // 60 USD are 30 EUR; 6,000 JPY are 3,000 EUR.
    expect((await ask())["average-order-value"]).toBe((6_000 + 3_000 + 300_000) / 3);
  });

  it("says what to do with an empty file", async () => {
    const store = { ...createStore(database()), clock: () => now };
    const none = { kind: "no-customers", reason: { code: "value.no-customers" } };
    expect(await readMetrics(store, { ...question, period: september })).toMatchObject(none);
    expect(await readSegments(store, { ...question, rule: valueTier, asOf: now })).toMatchObject(none);
    const asked = { ...question, rule: valueTier, period: september };
    expect(await adviseSpending(store, { ...asked, asOf: now, mostOnAList: 5 })).toMatchObject(none);
    const move = { amountMinor: () => 1, fromSegment: "a", toSegment: "b", read };
    expect(await askWhatIf(store, { ...asked, ...move })).toMatchObject(none);
  });
});
