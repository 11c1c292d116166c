import { expect, it } from "vitest";
import { addDays, lastDayOfMonth } from "../../src/domain/calendar.ts";
import { costNotePhrase } from "../../src/domain/costs/allocation-notes.ts";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import { type CostQuestion, reportCosts } from "../../src/flows/costs/report-costs.ts";
import { createStore } from "../../src/store/store.ts";
import { commandLineText } from "../../src/words/command-line.ts";
import { costEntries } from "../support/cost-entries.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";

const now = new Date("2026-12-31T12:00:00Z");
const YEAR = { fromDay: "2026-01-01", toDay: "2026-12-31" };
const QUARTER = { fromDay: "2026-07-01", toDay: "2026-09-30" };

describeOnEachDatabase("costs report", (database) => {
  let entries = 0;
  const spend = (amount: number, given: Partial<CostEntry> = {}): CostEntry => ({
    source: "test",
    externalId: `E${++entries}`,
    category: "tools",
    subcategory: null,
    kind: "indirect",
    amountMinor: amount * 100,
    currency: "USD",
    ...YEAR,
    appliesTo: "all",
    driver: "equal",
    note: null,
    ...given,
  });
  const record = (...given: CostEntry[]) => costEntries(database()).record(given);
  const report = async (given: Partial<CostQuestion> = {}) => {
    const question = {
      ...YEAR,
      dimension: "customer",
      currency: null,
      timeZone: "UTC",
      mostRows: null,
      ...given,
    } as const;
    const result = await reportCosts({ ...createStore(database()), clock: () => now }, question);
    if (result.kind === "refused") throw new Error(commandLineText(result.problem));
    return result.report;
  };
  /** Customers with a contract over all the days there are, unless told otherwise. */
  const contracts = (count: number, row: Readonly<Record<string, unknown>> = {}) =>
    database().pool.query(
      `INSERT INTO customers (source, external_id, name, segment, currency, started_on, renews_on, ended_on)
       SELECT 'test', $1 || n, $1 || n, $2, 'USD', $3, '2027-06-01', $4 FROM generate_series(1, $5) n`,
      [row.prefix ?? "C", row.segment ?? null, row.started_on ?? "2020-01-01", row.ended_on ?? null, count],
    );
  const rowOf = async (key: string, given: Partial<CostQuestion> = {}) =>
    (await report(given)).rows.find((row) => row.key === key);
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);

  it("A1: 20,000 over a quarter ÷ 400 retained customers is 50", async () => {
    await contracts(400);
    await contracts(35, { prefix: "lost", ended_on: "2026-08-10" });
    await record(spend(20_000, QUARTER));
    const quarter = await report(QUARTER);
    expect(quarter).toMatchObject({ retainedCustomers: 400, lostCustomers: 35, totalMinor: 2_000_000 });
    expect(quarter.costPerRetainedCustomerMinor).toBe(5_000);
  });

  it("A4–A7: 5,000 ÷ 10 a month, 2,000 ÷ 100, 50,000 ÷ 500 and 30,000 ÷ 500 a year", async () => {
    await contracts(10, { prefix: "vip", segment: "VIP" });
    await contracts(90, { prefix: "gift", segment: "Gifts" });
    await contracts(400, { prefix: "other" });
    const july = { fromDay: "2026-07-01", toDay: "2026-07-31" };
    await record(
      spend(5_000, { ...july, category: "labour", kind: "direct", appliesTo: "segment:VIP" }),
      spend(2_000, { category: "goods", kind: "direct", appliesTo: "segment:VIP|segment:Gifts" }),
    );
    expect(await rowOf("vip1", july)).toMatchObject({ directMinor: 50_000 + Math.round((2_000 * 31) / 365) });
    expect(await rowOf("gift1")).toMatchObject({ totalMinor: 2_000, directMinor: 2_000 });
    await record(spend(50_000));
    expect(await rowOf("other1")).toMatchObject({ totalMinor: 10_000, indirectMinor: 10_000 });
    await record(spend(30_000, { category: "marketing" }));
    expect(await rowOf("other1")).toMatchObject({ totalMinor: 16_000 });
  });

  it("periods differ: a VIP's year is 12 × 500 + 20 + 100 = 6,120, with research 6,180, never 680", async () => {
    await contracts(10, { prefix: "vip", segment: "VIP" });
    await contracts(90, { prefix: "gift", segment: "Gifts" });
    await contracts(400, { prefix: "other" });
    const labour = months.map((month) =>
      spend(5_000, {
        category: "labour",
        kind: "direct",
        appliesTo: "segment:VIP",
        fromDay: `${month}-01`,
        toDay: lastDayOfMonth(month),
      }),
    );
    const gifts = spend(2_000, { category: "goods", kind: "direct", appliesTo: "segment:VIP|segment:Gifts" });
    await record(...labour, gifts, spend(50_000));
    expect(await rowOf("vip1")).toMatchObject({
      totalMinor: 612_000,
      directMinor: 602_000,
      indirectMinor: 10_000,
    });
    await record(spend(30_000, { category: "marketing" }));
    for (const vip of ["vip1", "vip10"]) expect((await rowOf(vip))?.totalMinor).toBe(618_000);
    // Of one month: 500 and 30 days of the year's three parts, each of which may round up.
    const september = await rowOf("vip1", { fromDay: "2026-09-01", toDay: "2026-09-30" });
    const rounded = (september?.totalMinor ?? 0) - 50_000 - (18_000 * 30) / 365;
    expect(Math.abs(rounded)).toBeLessThan(3);
  });

  it("A8, A9: 20,000 + 30,000 = 50,000, ÷ 1,000 is 50", async () => {
    await contracts(1_000);
    await record(spend(20_000, { kind: "direct", category: "labour" }), spend(30_000));
    expect(await report({ dimension: "category" })).toMatchObject({
      totalMinor: 5_000_000,
      directMinor: 2_000_000,
      indirectMinor: 3_000_000,
      servedCustomers: 1_000,
      costPerCustomerMinor: 5_000,
    });
  });

  it("A10, A11: retention from the cohort, also where someone joins and leaves inside", async () => {
    await contracts(90);
    await contracts(10, { prefix: "lost", ended_on: "2026-08-10" });
    await contracts(15, { prefix: "new", started_on: "2026-07-20" });
    await contracts(5, { prefix: "brief", started_on: "2026-07-20", ended_on: "2026-09-01" });
    await record(spend(1_000, QUARTER));
    const quarter = await report(QUARTER);
    expect(quarter).toMatchObject({
      customersAtStart: 100,
      customersAtEnd: 105,
      newCustomers: 20,
      retentionRatePercent: 90,
      churnRatePercent: 10,
      retention: { formula: null },
    });
  });

  it("has no rate and no division without customers, and keeps what is for nobody", async () => {
    await record(
      spend(1_000, QUARTER),
      spend(10, { ...QUARTER, kind: "direct", appliesTo: "customer:gone" }),
    );
    const quarter = await report(QUARTER);
    expect(quarter).toMatchObject({
      totalMinor: 101_000,
      unallocatedMinor: 101_000,
      retentionRatePercent: null,
      costPerCustomerMinor: null,
      costPerRetainedCustomerMinor: null,
      rows: [{ key: "unallocated", totalMinor: 101_000, revenueMinor: null, profitabilityMinor: null }],
      notes: [{ kind: "unallocated", minor: 101_000, appliesTo: ["customer:gone", "all"] }],
    });
  });

  it("A3: profitability is revenue − acquisition cost of who joined − cost: 3,000 − 500 − 200 = 2,300", async () => {
    const rows = fileRows(database());
    const customer = { currency: "USD", acquisition_cost_minor: 50_000 };
    const id = await rows.customer("New", { ...customer, external_id: "new" });
    const old = await rows.customer("Old", { ...customer, external_id: "old" });
    await rows.order(old, "2025-03-01T10:00:00Z", 100, "USD");
    for (const each of [id, old]) {
      await rows.order(each, "2026-02-01T10:00:00Z", 320_000, "USD");
      await rows.refund(each, "2026-02-03T10:00:00Z", 20_000, "USD");
      await record(
        spend(200, {
          kind: "direct",
          appliesTo: `customer:${each === id ? "new" : "old"}`,
          category: "goods",
        }),
      );
    }
    expect(await rowOf("new")).toMatchObject({ revenueMinor: 300_000, profitabilityMinor: 230_000 });
    expect(await rowOf("old")).toMatchObject({ acquisitionMinor: 0, profitabilityMinor: 280_000 });
  });

  it("adds up by every dimension, with priced touches by their channel", async () => {
    const rows = fileRows(database());
    await rows.member("U1", "ann@example.com");
    const contract = { started_on: "2026-01-01", renews_on: "2027-01-01" };
    const ids = [
      await rows.customer("Acme", {
        segment: "VIP",
        owner_email: "Ann@example.com",
        ...contract,
      }),
      await rows.customer("北京科技", { segment: "大客户", ...contract }),
    ];
    const store = createStore(database());
    const hour = { memberId: "U1", fromDay: "2026-01-01", perHour: { minor: 6_000, currency: "USD" } };
    await store.hourlyCosts.state(hour, { by: "test", at: now });
    const touch = (customerId: number, channel: string, minutes: number, memberId: string | null) =>
      database().pool.query(
        `INSERT INTO touches (customer_id, source, external_id, member_id, channel, outcome, minutes_spent, at)
         VALUES ($1, 'test', $2, $3, $4, 'reached', $5, '2026-05-05T10:00:00Z')`,
        [customerId, `${channel}${minutes}`, memberId, channel, minutes],
      );
    await touch(ids[0]!, "phone", 30, "U1");
    await touch(ids[1]!, "visit", 90, "U1");
    await touch(ids[1]!, "email", 10, null);
    await record(spend(100), spend(50, { driver: "orders" }), spend(7, { appliesTo: "playbook:thank" }));
    const totalMinor = 15_700 + 3_000 + 9_000;
    const keys = new Map<string, readonly string[]>();
    for (const dimension of ["segment", "owner", "customer", "category", "channel"] as const) {
      const found = await report({ dimension });
      expect(found).toMatchObject({ totalMinor, directMinor: 12_000, unallocatedMinor: 700 });
      expect(
        found.rows.reduce((sum, row) => sum + row.totalMinor, 0),
        dimension,
      ).toBe(totalMinor);
      keys.set(dimension, found.rows.map(({ key }) => key).sort());
      expect(found.notes.map(({ kind }) => kind)).toEqual([
        "driver-total-zero",
        "unallocated",
        "unpriced-minutes",
      ]);
    }
    expect(keys.get("segment")).toEqual(["VIP", "unallocated", "大客户"]);
    expect(keys.get("owner")).toEqual(["ann@example.com", "no owner", "unallocated"]);
    expect(keys.get("channel")).toEqual(["no channel", "phone", "visit"]);
  });

  it("never mixes currencies: asks which, converts by the stated rate, and says what is missing", async () => {
    await contracts(3);
    await record(spend(100, QUARTER), spend(100, { ...QUARTER, currency: "EUR" }));
    await expect(report(QUARTER)).rejects.toThrow("EUR, USD");
    const known = await report({ ...QUARTER, currency: "USD" });
    expect(known).toMatchObject({ totalMinor: 10_000, previous: { changePercent: null } });
    // What is left after some of the costs is no profitability.
    expect(known.rows.map(({ profitabilityMinor }) => profitabilityMinor)).toEqual(
      known.rows.map(() => null),
    );
    expect(known.notes.map((note) => commandLineText(costNotePhrase(note))).join(" ")).toMatch(
      /Costs of €100.00 are left out: .*ledger rate EUR USD RATE --from/,
    );
    await database().pool.query(
      `INSERT INTO exchange_rates VALUES ('EUR', 'USD', '2026-09-30', 1.1, 'test', now()),
         ('EUR', 'USD', '2026-10-01', 2, 'test', now())`,
    );
    expect(await report({ ...QUARTER, currency: "USD" })).toMatchObject({ totalMinor: 21_000 });
    const before = { fromDay: addDays(QUARTER.fromDay, 92), toDay: "2026-12-31" };
    expect(await report({ ...before, currency: "USD" })).toMatchObject({
      totalMinor: 0,
      previous: { totalMinor: 21_000, changePercent: -100 },
    });
  });
});
