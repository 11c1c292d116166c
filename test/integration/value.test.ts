import { afterEach, expect, it } from "vitest";
import { startOfDay } from "../../src/domain/calendar.ts";
import { shareOfDays } from "../../src/domain/figures/share-of-days.ts";
import type { CustomerFacts, WorthFacts } from "../../src/domain/value/segments/customer-facts.ts";
import { fileSegment } from "../../src/domain/value/segments/file-segment.ts";
import { geography } from "../../src/domain/value/segments/geography.ts";
import { valuePeriod } from "../../src/domain/value/segments/value-period.ts";
import { valueTier } from "../../src/domain/value/segments/value-tier.ts";
import {
  adviseSpending,
  type SpendingQuestion,
  type SpendingReport,
} from "../../src/flows/value/advise-spending.ts";
import { askWhatIf } from "../../src/flows/value/ask-what-if.ts";
import { readCustomerValue } from "../../src/flows/value/read-customer-value.ts";
import { readSegments } from "../../src/flows/value/read-segments.ts";
import type { CostAllocation } from "../../src/flows/value/read-valued-customers.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { valueStore } from "../../src/store/value/value.ts";
import { type WorthAtRisk, worthStore } from "../../src/store/value/worth.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { inventLog, writeLog } from "../support/invented-log.ts";
import { slowFactsAsOf } from "../support/slow-value.ts";

const AROUND = new Date("2026-03-01T00:00:00Z");
const clv = { years: 3, discountRatePercent: 0, marginPercentIfUnknown: null };
const question = { currency: "EUR", timeZone: "UTC", clv };
const september = { fromDay: "2026-09-01", toDay: "2026-09-30" };
const now = new Date("2026-10-05T00:00:00Z");
const OCTOBER = new Date("2026-10-01T00:00:00Z");

/** A cost on customers by name, shared equally. */
type GivenCost = { readonly on: readonly string[]; readonly amountMinor: number } & typeof september;

/** Costs fall as they are told here, by their days: how a ledger is shared is tested with the allocation. */
function allocationOf(db: Database, given: readonly GivenCost[]): CostAllocation {
  return {
    async allocate({ fromDay, toDay, timeZone }, _, onlooker) {
      if (onlooker !== null)
        await createStore(db).customerHistories.over(
          { fromDay: onlooker.fromDay ?? fromDay, toDay, timeZone },
          onlooker.visit,
        );
      const { rows: people } = await db.pool.query<{ id: number; name: string }>(
        "SELECT id, name FROM customers",
      );
      const shares = given.map(({ on, amountMinor, ...days }) => ({
        on,
        minor: shareOfDays({ amountMinor, ...days }, fromDay, toDay) / on.length,
      }));
      const rows = people.map(({ id, name }) => ({
        ...{ key: name, label: name, customerId: id, indirectMinor: 0 },
        ...{ revenueMinor: null, acquisitionMinor: null },
        directMinor: shares.reduce((sum, { on, minor }) => sum + (on.includes(name) ? minor : 0), 0),
      }));
      const minor = shares.reduce((sum, share) => sum + share.minor * share.on.length, 0);
      return { rows, totals: [{ category: "tools", kind: "direct", minor }], notes: [] };
    },
  };
}

describeOnEachDatabase("value", (database) => {
  const deps = () => ({ ...createStore(database()), costAllocation: allocationOf(database(), []) });

  it.each([4, 5])("of customers as of a day equals a slow computation (log %i)", async (seed) => {
    const log = inventLog(seed, AROUND);
    await writeLog(database(), log);
    const moment = valuePeriod(AROUND, "UTC");
    const found: CustomerFacts[] = [];
    const factsOf = await valueStore(database()).factsAsOf(moment, true);
    await createStore(database()).customerHistories.over({ ...moment.period, timeZone: "UTC" }, (history) => {
      const facts = factsOf(history);
      if (facts !== null) found.push(facts);
    });
    const expected = slowFactsAsOf(log, AROUND, new Date(moment.period.fromDay));
    expect(expected.length).toBeGreaterThan(20);
    expect(found.map(({ history }) => history.customerId)).toEqual(
      expected.map(({ customerId }) => customerId),
    );
    const rounded = (facts: readonly Pick<CustomerFacts, "purchases" | "usage">[]) =>
      facts.map(({ purchases, usage }) => ({
        usage,
        purchases: purchases && {
          ...purchases,
          meanGapDays: purchases.meanGapDays?.toFixed(6),
          gapDeviationDays: purchases.gapDeviationDays?.toFixed(6),
        },
      }));
    expect(rounded(found)).toEqual(rounded(expected));

    // The short reading, of everybody and of some, says of each what the long one does.
    const short = ({ history, contractsAhead }: WorthFacts) => ({ history, contractsAhead });
    const worth = worthStore(database());
    const all: WorthFacts[] = [];
    await worth.asOf(moment, (facts) => void all.push(facts));
    expect(all.map(short)).toEqual(found.map(short));
    const some = found.filter((_, place) => place % 3 === 0);
    const among: WorthAtRisk[] = [];
    const ids = some.map(({ history }) => history.customerId).reverse();
    await worth.among(moment, ids, (facts) => void among.push(facts));
    expect(among.map(short)).toEqual(some.map(short));
    expect(among.map(({ probability }) => probability)).toEqual(
      some.map(({ score }) => score?.probability ?? null),
    );
  });

  it.each(["Europe/Berlin", "America/Los_Angeles", "UTC"])(
    "is of who was a customer at the close of the day before where the team is: %s",
    async (timeZone) => {
      const rows = fileRows(database());
      const model = await rows.model();
      const asOf = startOfDay("2024-04-01", timeZone);
      const contract = { currency: "EUR", margin_percent: 50, monthly_revenue_minor: 10_000 };
      const ids = [
        await rows.customer("Left", { ...contract, started_on: "2023-01-01", ended_on: "2024-03-31" }),
        await rows.customer("New", { ...contract, started_on: "2024-03-31" }),
      ];
      for (const id of ids) await rows.score(id, "2024-03-01T00:00:00Z", 0.1, model);
      const answer = await readSegments(deps(), { ...question, timeZone, rule: geography, asOf });
      if (answer.kind !== "report") throw new Error(answer.reason.code);
      const { customers, period, segments } = answer.report;
      expect({ customers, day: period.toDay }).toEqual({ customers: 1, day: "2024-03-31" });
      // The last of 31 days of 100.00.
      expect(segments).toMatchObject([{ revenue12mMinor: 322, marginClv: { customers: 1 } }]);
    },
  );

  it("counts neither who bought too long ago nor who ended, but who bought again after an end", async () => {
    const rows = fileRows(database());
    const buyer = async (name: string, at: string, ended_on: string | null = null) => {
      const id = await rows.customer(name, { currency: "EUR" });
      await rows.order(id, at, 1_000);
      await database().pool.query("UPDATE customers SET ended_on = $2 WHERE id = $1", [id, ended_on]);
    };
    await buyer("Dormant", "2021-01-10T10:00:00Z");
    await buyer("Active", "2025-12-10T10:00:00Z");
    await buyer("Ended", "2026-06-01T10:00:00Z", "2026-06-30");
    await buyer("Back", "2026-08-10T10:00:00Z", "2025-06-30");
    const found: string[] = [];
    await worthStore(database()).asOf(
      valuePeriod(OCTOBER, "UTC"),
      ({ history }) => void found.push(history.name),
    );
    expect(found).toEqual(["Active", "Back"]);
  });

  it("looks ahead to the end of a contract and to a price agreed for later", async () => {
    const rows = fileRows(database());
    const model = await rows.model();
    const contract = { currency: "EUR", margin_percent: 50, monthly_revenue_minor: 100_000 };
    const leaving = await rows.customer("Leaving", {
      ...{ ...contract, started_on: "2023-01-01", ended_on: "2026-10-10" },
    });
    const dearer = await rows.customer("Dearer", { ...contract, started_on: "2023-01-01" });
    for (const id of [leaving, dearer]) await rows.score(id, "2026-09-30T00:00:00Z", 0, model);
    await database().pool.query(
      `INSERT INTO contract_prices (contract_id, from_day, monthly_minor, currency)
       SELECT id, '2027-10-01', 200000, 'EUR' FROM contracts WHERE customer_id = $1`,
      [dearer],
    );
    const clvOf = async (customerId: number) => {
      const answer = await readCustomerValue(deps(), { ...question, customerId, asOf: OCTOBER });
      if (answer.kind !== "value") throw new Error(answer.kind);
      const { marginClv } = answer.value.customer;
      return marginClv.kind === "figure" ? marginClv.money.minor : marginClv.because;
    };
    // The first month ahead has 30 days: ten of them at 50 % of 1,000.00.
    expect(await clvOf(leaving)).toBe(16_667);
    expect(await clvOf(dearer)).toBeCloseTo(12 * 50_000 + 24 * 100_000, -3);
  });
});

describeOnEachDatabase("spending", (database) => {
  const costs: GivenCost[] = [];
  afterEach(() => void costs.splice(0));
  const deps = (at = now) => ({
    ...createStore(database()),
    clock: () => at,
    costAllocation: allocationOf(database(), costs),
  });
  const asked = { ...question, rule: fileSegment, period: september };
  const spendingOf = async (given: Partial<SpendingQuestion> = {}, at = now): Promise<SpendingReport> => {
    const answer = await adviseSpending(deps(at), { ...asked, asOf: OCTOBER, mostOnAList: 3, ...given });
    if (answer.kind !== "report") throw new Error(commandLineText(answer.reason));
    return answer.report;
  };
  const budget = (amountMinor: number, fromDay: string, toDay: string) =>
    createStore(database()).costBudgets.set(
      { scope: { kind: "segment", name: "VIP" }, fromDay, toDay, amountMinor, currency: "EUR" },
      { by: "test", at: now },
    );
  const VIP = { currency: "EUR", segment: "VIP", margin_percent: 50, monthly_revenue_minor: 10_000 };

  it("weighs each segment's cost to serve against budget and margin of those who stayed, as the period began", async () => {
    const rows = fileRows(database());
    const model = await rows.model();
    const store = deps();
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
    const small = Array.from({ length: 31 }, (_, index) => `Small ${index}`);
    costs.push({ on: ["北京科技", "Two"], amountMinor: 20_000, ...september });
    costs.push({ on: small, amountMinor: 31_000, ...september });
    await budget(40_000, september.fromDay, september.toDay);
    const spending = await spendingOf();
    const byKey = new Map(spending.returns.map((one) => [one.key, one]));
    expect(byKey.get("VIP")).toMatchObject({
      customers: 2,
      costMinor: 20_000,
      budgetMinor: 40_000,
      budgetUsedPercent: 50,
      marginRetainedMinor: 40_000,
      // Over the one who stayed: 400.00 of margin for 100.00.
      returnOnCost: 3,
    });
    expect(byKey.get("Small")).toMatchObject({ customers: 31, costMinor: 31_000, budgetMinor: null });
    expect(spending.retentionPlan[0]).toMatchObject({ name: "北京科技", tier: "top" });

    const move = {
      amountMinor: () => 100_000,
      fromSegment: "small",
      toSegment: "VIP",
      read: commandLineText,
    };
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

    const one = { ...question, currency: null, customerId: 1, asOf: OCTOBER };
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
      asOf: OCTOBER,
    });
    if (report.kind !== "report") throw new Error(report.reason.code);
    const { segments, customers } = report.report;
    expect(segments.reduce((sum, row) => sum + row.customers, 0)).toBe(customers);
    expect(customers).toBe(32);
    expect(segments.reduce((sum, row) => sum + (row.cost12mMinor ?? 0), 0)).toBeLessThanOrEqual(51_000);
    expect(segments[0]).toMatchObject({ key: "top", serviceLevel: { everyDays: 14 } });
  });

  it("counts all that was spent on a segment against its budget, and returns of those kept alone", async () => {
    const rows = fileRows(database());
    await rows.customer("A", { ...VIP, started_on: "2025-01-01" });
    await rows.customer("B", { ...VIP, started_on: "2026-09-02" });
    costs.push({ on: ["A"], amountMinor: 10_000, ...september });
    costs.push({ on: ["B"], amountMinor: 90_000, ...september, fromDay: "2026-09-02" });
    await budget(100_000, september.fromDay, september.toDay);
    expect((await spendingOf()).returns).toMatchObject([
      {
        ...{ key: "VIP", customers: 2, costMinor: 100_000, budgetUsedPercent: 100 },
        ...{ marginRetainedMinor: 5_000, returnOnCost: -0.5, notKept: { customers: 1, costMinor: 90_000 } },
      },
    ]);
    const tiers = await spendingOf({ rule: valueTier });
    expect(tiers.returns.map(({ key, costMinor }) => [key, costMinor])).toEqual([
      ["top", 10_000],
      ["not-there-at-the-start", 90_000],
    ]);
  });

  it("takes the narrowest of budgets that overlap, and stops today", async () => {
    await fileRows(database()).customer("A", { ...VIP, started_on: "2025-01-01" });
    costs.push({ on: ["A"], amountMinor: 30_000, ...september });
    await budget(1_200_000, "2026-01-01", "2026-12-31");
    await budget(30_000, september.fromDay, september.toDay);
    expect((await spendingOf()).returns).toMatchObject([
      { budgetMinor: 30_000, budgetUsedPercent: 100, budget: { overlap: true } },
    ]);
    const running = await spendingOf({}, new Date("2026-09-15T12:00:00Z"));
    expect(running.period).toEqual({ ...september, toDay: "2026-09-15", unfinishedUntil: "2026-09-30" });
    expect(running.returns).toMatchObject([{ costMinor: 15_000, budgetMinor: 15_000 }]);
    const ahead = { ...asked, period: { fromDay: "2027-01-01", toDay: "2027-03-31" } };
    expect(await adviseSpending(deps(), { ...ahead, asOf: OCTOBER, mostOnAList: 3 })).toMatchObject({
      kind: "not-begun",
      reason: { code: "value.not-begun" },
    });
  });
});
