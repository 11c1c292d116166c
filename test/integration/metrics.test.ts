import { expect, it } from "vitest";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import type { CustomerPeriod } from "../../src/domain/value/metrics/customer-period.ts";
import { periodTotals } from "../../src/domain/value/metrics/period-totals.ts";
import { NO_MOVEMENT, withRevenuePair } from "../../src/domain/value/metrics/revenue-retention.ts";
import type { CustomerFacts } from "../../src/domain/value/segments/customer-facts.ts";
import type { WorthFacts } from "../../src/domain/value/segments/customer-worth.ts";
import { fileSegment } from "../../src/domain/value/segments/file-segment.ts";
import { valueTier } from "../../src/domain/value/segments/value-tier.ts";
import { adviseSpending } from "../../src/flows/value/advise-spending.ts";
import { askWhatIf } from "../../src/flows/value/ask-what-if.ts";
import { readCustomerValue } from "../../src/flows/value/read-customer-value.ts";
import { type MetricsAnswer, readMetrics } from "../../src/flows/value/read-metrics.ts";
import { readSegments } from "../../src/flows/value/read-segments.ts";
import { createStore } from "../../src/store/store.ts";
import { metricStore } from "../../src/store/value/metrics.ts";
import { valueStore } from "../../src/store/value/value.ts";
import { type WorthAtRisk, worthStore } from "../../src/store/value/worth.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { costEntries } from "../support/cost-entries.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { inventLog, writeLog } from "../support/invented-log.ts";
import { slowCustomersOver, slowFactsAsOf } from "../support/slow-value.ts";

const AROUND = new Date("2026-03-01T00:00:00Z");
const SEPTEMBER = {
  fromDay: "2026-09-01",
  toDay: "2026-09-30",
  startsAt: new Date("2026-09-01T00:00:00Z"),
  endsAt: new Date("2026-10-01T00:00:00Z"),
  activityWindowDays: 365,
  timeZone: "UTC",
};
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
  const customersOver = async (period: typeof SEPTEMBER) => {
    const customers: CustomerPeriod[] = [];
    await metricStore(database()).customersOver(period, (customer) => customers.push(customer));
    return customers;
  };

  it.each([1, 2, 3])("customers over a period equal a slow computation (log %i)", async (seed) => {
    const log = inventLog(seed, AROUND);
    await writeLog(database(), log);
    const days = { fromDay: "2026-02-01", toDay: "2026-03-31", activityWindowDays: 120 };
    const period = {
      ...days,
      startsAt: new Date("2026-02-01T00:00:00Z"),
      endsAt: new Date("2026-04-01T00:00:00Z"),
      timeZone: "UTC",
    };
    const expected = slowCustomersOver(log, days);
    expect(expected.length).toBeGreaterThan(20);
    expect(await customersOver(period)).toMatchObject(expected);
    const cohort = await createStore(database()).retention.cohort(period);
    expect(cohort).toMatchObject({
      atStart: expected.filter(({ atStart }) => atStart).length,
      atEnd: expected.filter(({ atEnd }) => atEnd).length,
      retained: expected.filter(({ atStart, atEnd }) => atStart && atEnd).length,
    });
    const totals = periodTotals(period, null);
    for (const customer of await customersOver(period)) totals.add(customer);
    const pairs = expected
      .filter(({ hasContract }) => !hasContract)
      .flatMap(({ amounts }) => amounts)
      .map((amount) => ({
        beforeMinor: amount.previousOrderedMinor - amount.previousRefundedMinor,
        nowMinor: amount.orderedMinor - amount.refundedMinor,
      }));
    expect(totals.totals().buyersWithoutContract).toEqual([
      { currency: "EUR", movement: pairs.reduce(withRevenuePair, NO_MOVEMENT) },
    ]);
  });

  it.each([
    [4, AROUND],
    [5, new Date("2026-03-01T14:30:00Z")],
  ])("customers as of a moment equal a slow computation (log %i)", async (seed, asOf) => {
    const log = inventLog(seed, AROUND);
    await writeLog(database(), log);
    const from = new Date("2025-12-01T00:00:00Z");
    const found: CustomerFacts[] = [];
    await valueStore(database()).customersAsOf({ asOf, from, quarterAgo: from }, (facts) =>
      found.push(facts),
    );
    const expected = slowFactsAsOf(log, asOf, from);
    expect(expected.length).toBeGreaterThan(20);
    expect(found.map(({ customerId }) => customerId)).toEqual(expected.map(({ customerId }) => customerId));
    const rounded = (facts: readonly Pick<CustomerFacts, "purchases">[]) =>
      facts.map(({ purchases, ...rest }) => ({
        ...rest,
        purchases: purchases && {
          ...purchases,
          meanGapDays: purchases.meanGapDays?.toFixed(6),
          gapDeviationDays: purchases.gapDeviationDays?.toFixed(6),
        },
      }));
    expect(rounded(found)).toMatchObject(rounded(expected));

    // The short reading, of everybody and of some, says of each what the long one does.
    const short = ({ customerId, name, monthlyRevenue, marginPercent, amounts12m }: WorthFacts) => ({
      customerId,
      name,
      monthlyRevenue,
      marginPercent,
      amounts12m,
    });
    const worth = worthStore(database());
    const all: WorthFacts[] = [];
    await worth.asOf({ asOf, from }, (facts) => void all.push(facts));
    expect(all.map(short)).toEqual(found.map(short));
    const some = found.filter((_, place) => place % 3 === 0);
    const among: WorthAtRisk[] = [];
    const ids = some.map(({ customerId }) => customerId).reverse();
    await worth.among({ asOf, from }, ids, (facts) => void among.push(facts));
    expect(among.map(short)).toEqual(some.map(short));
    expect(among.map(({ probability }) => probability)).toEqual(
      some.map(({ score }) => score?.probability ?? null),
    );
  });

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
    await database().pool.query("UPDATE monthly_revenue_changes SET day = '2026-09-15'");
    const answer = figures(
      await readMetrics({ ...createStore(database()), clock: () => now }, { ...question, period: september }),
    );
    // 100,000 before: 5,000 more, 8,000 less, 30,000 lost.
    expect(answer["gross-revenue-retention-contracts"]).toBe(62);
    expect(answer["net-revenue-retention-contracts"]).toBe(67);
    expect(answer["retention-rate"]).toBe(75);
  });

  it("keeps the revenue of the day's beginning, however often it changes on a day", async () => {
    const id = await fileRows(database()).customer("C", { currency: "EUR", monthly_revenue_minor: 1 });
    for (const minor of [2, 2, 3])
      await database().pool.query("UPDATE customers SET monthly_revenue_minor = $2 WHERE id = $1", [
        id,
        minor,
      ]);
    await database().pool.query("UPDATE customers SET name = 'D'");
    const { rows } = await database().pool.query(
      "SELECT customer_id, before_minor FROM monthly_revenue_changes",
    );
    expect(rows).toEqual([{ customer_id: id, before_minor: "1" }]);
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
      // Half of A's 15,000 against 5,000.
      "return-on-cost-to-serve": 50,
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
    expect(before["average-order-value"]).toMatch(/No rate from JPY to EUR.*ledger rate JPY EUR/);
    expect(before["purchase-frequency"]).toBe(1);
    const segments = await readSegments(store, { ...question, rule: valueTier, asOf: now });
    expect(segments).toMatchObject({
      kind: "missing-rate",
      reason: { code: "value.missing-rates", parameters: { others: "JPY" } },
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

describeOnEachDatabase("segments", (database) => {
  it("weighs each segment's cost to serve against budget and margin of those who stayed, as the period began", async () => {
    const rows = fileRows(database());
    const model = await rows.model();
    const store = { ...createStore(database()), clock: () => now };
    const buyer = async (name: string, segment: string, minor: number, stays = true) => {
      const id = await rows.customer(name, { segment, currency: "EUR", margin_percent: 40 });
      await rows.order(id, "2026-01-10T09:00:00Z", minor);
      if (stays) await rows.order(id, "2026-09-10T09:00:00Z", minor);
      else await database().pool.query("UPDATE customers SET ended_on = '2026-09-12' WHERE id = $1", [id]);
      await rows.score(id, "2026-09-30T00:00:00Z", stays ? 0.1 : 0.8, model);
      return id;
    };
    await buyer("北京科技", "VIP", 100_000);
    await buyer("Two", "VIP", 50_000, false);
    for (let index = 0; index < 31; index += 1) await buyer(`Small ${index}`, "Small", 1_000 + index);
    const cost = (externalId: string, appliesTo: string, amountMinor: number) =>
      ({
        source: "test",
        externalId,
        category: "tools",
        subcategory: null,
        kind: "direct",
        amountMinor,
        currency: "EUR",
        ...september,
        appliesTo,
        driver: "equal",
        note: null,
      }) as CostEntry;
    await costEntries(database()).record([
      cost("1", "segment:VIP", 20_000),
      cost("2", "segment:Small", 31_000),
    ]);
    await store.costBudgets.set(
      { scope: { kind: "segment", name: "VIP" }, ...september, amountMinor: 40_000, currency: "EUR" },
      { by: "test", at: now },
    );
    const asked = { ...question, rule: fileSegment, period: september };
    const spending = await adviseSpending(store, {
      ...asked,
      asOf: new Date("2026-10-01T00:00:00Z"),
      mostOnAList: 3,
    });
    if (spending.kind !== "report") throw new Error(spending.reason.code);
    const byKey = new Map(spending.report.returns.map((one) => [one.key, one]));
    expect(byKey.get("VIP")).toMatchObject({
      customers: 2,
      costMinor: 20_000,
      budgetMinor: 40_000,
      budgetUsedPercent: 50,
      marginRetainedMinor: 40_000,
      returnOnCost: 1,
    });
    expect(byKey.get("Small")).toMatchObject({ customers: 31, costMinor: 31_000, budgetMinor: null });
    expect(spending.report.retentionPlan[0]).toMatchObject({ name: "北京科技", tier: "top" });

    const move = { amountMinor: () => 100_000, fromSegment: "small", toSegment: "VIP", read };
    const answer = await askWhatIf(store, { ...asked, ...move });
    expect(answer).toMatchObject({
      kind: "what-if",
      whatIf: { to: { perUnit: 2 }, outcome: { kind: "not-enough-data" } },
    });
    const unknown = await askWhatIf(store, { ...asked, ...move, toSegment: "Gold" });
    expect(unknown).toMatchObject({
      kind: "unknown-segment",
      reason: { code: "what-if.unknown-segment", parameters: { asked: "Gold", known: "Small, VIP" } },
    });

    const one = { currency: null, clv, customerId: 1, asOf: new Date("2026-10-01T00:00:00Z") };
    expect(await readCustomerValue(store, one)).toMatchObject({
      kind: "value",
      value: {
        currency: "EUR",
        customer: { name: "北京科技", revenue12mMinor: 200_000, marginClv: { kind: "figure" } },
        lifetimeRevenueMinor: 600_000,
      },
    });
    expect(await readCustomerValue(store, { ...one, customerId: 2 })).toEqual({ kind: "no-customer-then" });

    const report = await readSegments(store, {
      ...question,
      rule: valueTier,
      asOf: new Date("2026-10-01T00:00:00Z"),
    });
    if (report.kind !== "report") throw new Error(report.reason.code);
    const { segments, customers } = report.report;
    expect(segments.reduce((sum, row) => sum + row.customers, 0)).toBe(customers);
    expect(customers).toBe(32);
    expect(segments.reduce((sum, row) => sum + (row.cost12mMinor ?? 0), 0)).toBeLessThanOrEqual(51_000);
    expect(segments[0]).toMatchObject({ key: "top", serviceLevel: { everyDays: 14 } });
  });
});
