import { beforeEach, expect, it } from "vitest";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import { dueEntries } from "../../src/domain/costs/recurring.ts";
import { priceTouches } from "../../src/domain/costs/touch-labour.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { recurringCostsDaily } from "../../src/jobs/recurring-costs-daily.ts";
import { touchLabourSql } from "../../src/store/costs/touch-labour.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { costEntries } from "../support/cost-entries.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const AT = new Date("2026-11-22T10:00:00Z");
const TODAY = "2026-11-22";
const change = { by: "U1", at: AT };
const WAITING = "SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
const entry = (given: Partial<CostEntry> = {}): CostEntry => ({
  source: "test",
  externalId: "1",
  category: "tools",
  subcategory: null,
  kind: "indirect",
  amountMinor: 10_000,
  currency: "EUR",
  fromDay: "2026-07-01",
  toDay: "2026-07-31",
  appliesTo: "all",
  driver: "equal",
  note: null,
  ...given,
});

describeOnEachDatabase("the cost ledger", (database) => {
  let store: Store;
  beforeEach(() => {
    store = createStore(database());
  });
  const actions = async () =>
    (await database().pool.query("SELECT action, actor FROM audit_events ORDER BY id")).rows;
  const added = async (given: Partial<CostEntry> = {}) => {
    const result = await store.costLedger.add(entry(given), change);
    if (result.kind !== "added") throw new Error(result.kind);
    return result.entry;
  };

  it("adds an entry once, with who added it and an audit event", async () => {
    const first = await added({ note: "加班 Überstunden" });
    expect(first).toMatchObject({
      ...entry({ note: "加班 Überstunden" }),
      id: 1,
      createdBy: "U1",
      createdAt: AT,
    });
    const again = await Promise.all([
      store.costLedger.add(entry(), change),
      store.costLedger.add(entry(), change),
    ]);
    expect(again.map(({ kind }) => kind)).toEqual(["there-already", "there-already"]);
    expect(await actions()).toEqual([{ action: "cost.added", actor: "U1" }]);
  });

  it("adds one entry however many add it at once", async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => store.costLedger.add(entry(), change)));
    expect(results.filter(({ kind }) => kind === "added")).toHaveLength(1);
    expect(await actions()).toHaveLength(1);
  });

  it("closes days: a correction of theirs is booked on the first open one, and both are audited", async () => {
    const july = await added();
    expect(await store.costLedger.close("2026-07-31", "UTC", change)).toMatchObject({ kind: "closed" });
    expect(
      await store.costLedger.add(entry({ externalId: "2", fromDay: "2026-07-31" }), change),
    ).toMatchObject({
      because: "closed-period",
    });
    expect(await store.costLedger.add(entry(), change)).toMatchObject({ kind: "there-already" });
    const corrected = await store.costLedger.correct(july.id, { toMinor: 9_000 }, "Rebate", change);
    expect(corrected).toMatchObject({
      kind: "corrected",
      nowMinor: 9_000,
      corrections: [
        {
          amountMinor: -1_000,
          correctsId: july.id,
          externalId: "correction:1:1",
          fromDay: "2026-07-01",
          toDay: "2026-07-31",
          bookedOn: "2026-08-01",
          note: "Rebate",
        },
      ],
    });
    expect(await actions()).toEqual([
      { action: "cost.added", actor: "U1" },
      { action: "ledger.closed", actor: "U1" },
      { action: "cost.corrected", actor: "U1" },
    ]);
    expect(await store.costLedger.close("2026-06-30", "UTC", change)).toMatchObject({
      because: "closed-before",
    });
    expect(await store.costLedger.close(TODAY, "UTC", change)).toMatchObject({ because: "not-over" });
  });

  it("never takes an entry below zero, also by two corrections at once", async () => {
    const { id } = await added();
    const results = await Promise.all([
      store.costLedger.correct(id, { byMinor: -6_000 }, null, change),
      store.costLedger.correct(id, { byMinor: -6_000 }, null, change),
      store.costLedger.correct(id, { byMinor: -6_000 }, null, change),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["corrected", "refused", "refused"]);
    expect(await store.costLedger.correct(99, { byMinor: 1 }, null, change)).toEqual({
      kind: "unknown-entry",
    });
    expect(await store.costLedger.correct(2, { byMinor: 1 }, null, change)).toMatchObject({
      because: "a-correction",
    });
  });

  it("lets nobody past a closing: whatever is in the closed days was there before it", async () => {
    const adds = Array.from({ length: 20 }, (_, i) =>
      store.costLedger.add(entry({ externalId: `c${i}` }), change),
    );
    const closing = store.costLedger.close("2026-07-31", "UTC", change);
    const more = Array.from({ length: 20 }, (_, i) =>
      store.costLedger.add(entry({ externalId: `d${i}` }), change),
    );
    const results = await Promise.all([...adds, ...more]);
    expect((await closing).kind).toBe("closed");
    const kept = results.filter(({ kind }) => kind === "added").length;
    const { rows } = await database().pool.query(
      `SELECT count(*)::int AS entries,
         (SELECT count(*)::int FROM audit_events a WHERE action = 'cost.added' AND id < c.id) AS before
       FROM cost_entries, (SELECT id FROM audit_events WHERE action = 'ledger.closed') c GROUP BY c.id`,
    );
    expect([rows[0]?.entries ?? 0, rows[0]?.before ?? 0]).toEqual([kept, kept]);
    expect(results.filter(({ kind }) => kind === "refused").length).toBe(40 - kept);
  });

  it("is guarded by the database itself: nothing is changed or deleted, also in open days", async () => {
    const { id } = await added();
    const { pool } = database();
    const never = { code: "MS001", message: expect.stringContaining(`ledger correct ${id}`) };
    await expect(pool.query("UPDATE cost_entries SET amount_minor = 1")).rejects.toMatchObject(never);
    await expect(pool.query("UPDATE cost_entries SET note = 'x'")).rejects.toMatchObject(never);
    await expect(pool.query("DELETE FROM cost_entries")).rejects.toMatchObject(never);
    expect(await store.costLedger.find(id)).toMatchObject(entry());
  });

  it("is guarded by the database itself: nothing is added to closed days, and no closing is taken back", async () => {
    const { id } = await added();
    await store.costLedger.close("2026-07-31", "UTC", change);
    const { pool } = database();
    await expect(costEntries(database()).record([entry({ externalId: "9" })])).rejects.toThrow(
      "closed through 2026-07-31",
    );
    const correcting = (bookedOn: string | null) =>
      pool.query(
        `INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day,
           corrects_id, booked_on)
         VALUES ('test', 'c', 'tools', 'indirect', -5, 'EUR', '2026-07-01', '2026-07-01', $1, $2)`,
        [id, bookedOn],
      );
    const guarded = { code: "MS001" };
    await expect(correcting(null)).rejects.toMatchObject(guarded);
    await expect(correcting("2026-07-31")).rejects.toMatchObject(guarded);
    await correcting("2026-08-01");
    const close = (day: string) =>
      pool.query("INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ($1, 'x', now())", [
        day,
      ]);
    await expect(close("2026-07-31")).rejects.toMatchObject(guarded);
    await expect(close("2026-06-30")).rejects.toMatchObject(guarded);
    await expect(pool.query("DELETE FROM cost_closings")).rejects.toMatchObject(guarded);
    await expect(pool.query("UPDATE cost_closings SET through_day = '2026-08-31'")).rejects.toMatchObject(
      guarded,
    );
    expect(await store.costLedger.closedThrough()).toBe("2026-07-31");
    expect(
      await costEntries(database()).record([
        entry({ externalId: "10", fromDay: "2026-08-01", toDay: "2026-08-01" }),
      ]),
    ).toBe(1);
  });

  it("waits with a closing for an entry that is being written, and the other way round", async () => {
    const { pool } = database();
    const writer = await pool.connect();
    await writer.query("BEGIN");
    await writer.query(
      `INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day)
       VALUES ('test', 'slow', 'tools', 'indirect', 5, 'EUR', '2026-07-01', '2026-07-01')`,
    );
    const order: string[] = [];
    const closing = store.costLedger.close("2026-07-31", "UTC", change).then(() => order.push("closed"));
    // Until the closing waits for us; the embedded database has one session, and lets it wait before it begins.
    for (let looks = 0; looks < 200 && order.length === 0; looks += 1) {
      const { rows } = await writer.query<{ waiting: number }>(WAITING);
      if (rows[0]!.waiting > 0) break;
    }
    order.push("written");
    await writer.query("COMMIT");
    writer.release();
    await closing;
    expect(order).toEqual(["written", "closed"]);
    expect(await store.costLedger.find(1)).toMatchObject({ externalId: "slow" });
  });

  it("makes recurring costs entries once, also before it closes", async () => {
    const { source: _source, externalId: _id, toDay: _toDay, ...facts } = entry({ fromDay: "2026-08-31" });
    const created = await store.recurringCosts.create({ ...facts, every: "month", untilDay: null }, change);
    expect(created).toMatchObject({
      kind: "created",
      cost: { id: 1, fromDay: "2026-08-31", amountMinor: 10_000 },
    });
    const made = await Promise.all([
      store.recurringCosts.makeDue("2026-09-30", change),
      store.recurringCosts.makeDue("2026-09-30", change),
    ]);
    expect(made.sort()).toEqual([0, 2]);
    expect(await store.costLedger.close("2026-10-31", "UTC", change)).toMatchObject({ recurringMade: 1 });
    expect(await store.recurringCosts.makeDue(TODAY, change)).toBe(0);
    expect(await store.recurringCosts.makeDue("2026-12-01", change)).toBe(1);
    const kept = await costEntries(database()).covering("2026-01-01", "2027-12-31");
    const [cost] = await store.recurringCosts.list();
    expect(kept).toEqual(dueEntries(cost!, "2026-12-01"));
    expect(
      await store.recurringCosts.create({ ...facts, every: "year", untilDay: null }, change),
    ).toMatchObject({ because: "closed-period" });
  });

  it("makes what is due once a night, after days without the bot too", async () => {
    const { source: _source, externalId: _id, toDay: _toDay, ...facts } = entry();
    await store.recurringCosts.create({ ...facts, every: "month", untilDay: null }, change);
    const job = recurringCostsDaily(bindFlows({ ...store, clock: () => AT }), "Europe/Berlin");
    const due = (day: string) => ({ period: day, day, timeZone: "Europe/Berlin" });
    expect(await job.run(due("2026-09-02"))).toEqual({ kind: "done", figures: { made: 3 } });
    expect(await job.run(due("2026-09-02"))).toEqual({ kind: "done", figures: { made: 0 } });
    expect(await actions()).toContainEqual({
      action: "recurring.entries-made",
      actor: "recurring-costs-daily",
    });
  });

  it("ends a recurring cost, and names the entries made beyond its end", async () => {
    const { source: _source, externalId: _id, toDay: _toDay, ...facts } = entry();
    await store.recurringCosts.create({ ...facts, every: "month", untilDay: null }, change);
    await store.recurringCosts.makeDue("2026-09-15", change);
    expect(await store.recurringCosts.end(1, "2026-08-31", change)).toMatchObject({
      kind: "ended",
      cost: { untilDay: "2026-08-31" },
      entriesAfter: [3],
    });
    expect(await store.recurringCosts.makeDue("2027-01-01", change)).toBe(0);
    expect(await store.recurringCosts.end(9, "2026-08-31", change)).toEqual({ kind: "unknown" });
  });

  it("keeps rates with their days, exactly, and those that made closed figures", async () => {
    const usd = { fromCurrency: "USD", toCurrency: "EUR", day: "2026-07-01", rate: "0.9234567891" };
    expect(await store.exchangeRates.state(usd, change)).toMatchObject({ kind: "stated", before: null });
    expect(await store.exchangeRates.state(usd, change)).toMatchObject({ kind: "unchanged" });
    expect(await store.exchangeRates.state({ ...usd, rate: "0.92" }, change)).toMatchObject({
      before: "0.9234567891",
    });
    expect(await store.exchangeRates.all()).toEqual([{ ...usd, rate: "0.92" }]);
    await store.costLedger.close("2026-07-31", "UTC", change);
    const refused = { because: "closed-period" };
    expect(await store.exchangeRates.state({ ...usd, rate: "0.5" }, change)).toMatchObject(refused);
    const other = { fromCurrency: "EUR", toCurrency: "USD", day: "2026-07-15", rate: "1.1" };
    expect(await store.exchangeRates.state(other, change)).toMatchObject(refused);
    expect(await store.exchangeRates.state({ ...other, day: "2026-08-01" }, change)).toMatchObject({
      kind: "stated",
    });
    expect(await store.exchangeRates.state({ ...usd, day: "2026-06-01" }, change)).toMatchObject({
      kind: "stated",
    });
  });

  it("keeps budgets by scope and days, one for each", async () => {
    const budget = { fromDay: "2026-07-01", toDay: "2026-09-30", amountMinor: 100, currency: "EUR" };
    const vip = { ...budget, scope: { kind: "segment" as const, name: "大客户:A|B" } };
    await store.costBudgets.set(vip, change);
    await store.costBudgets.set({ ...vip, amountMinor: 200 }, change);
    await store.costBudgets.set({ ...budget, scope: { kind: "category", category: "tools" } }, change);
    await store.costBudgets.set({ ...budget, scope: { kind: "all" } }, change);
    expect(await store.costBudgets.covering("2026-09-30", "2026-12-31")).toEqual([
      { ...budget, scope: { kind: "all" } },
      { ...budget, scope: { kind: "category", category: "tools" } },
      { ...vip, amountMinor: 200 },
    ]);
    expect(await store.costBudgets.covering("2026-10-01", "2026-12-31")).toEqual([]);
    expect((await actions()).filter(({ action }) => action === "budget.set")).toHaveLength(4);
  });

  it("prices touches in SQL exactly as the domain does, and leaves closed days alone", async () => {
    const customerId = await addCustomer(database(), { name: "Acme" });
    const perHour = (minor: number) => ({ minor, currency: "EUR" });
    await store.hourlyCosts.state({ memberId: "U1", fromDay: "2026-01-01", perHour: perHour(4_501) }, change);
    await store.hourlyCosts.state({ memberId: "U1", fromDay: "2026-07-10", perHour: perHour(6_001) }, change);
    const log = (id: string, memberId: string, at: string, minutesSpent: number, loggedAt: string) =>
      store.touches.log(
        {
          customerId,
          memberId,
          source: "test",
          externalId: id,
          channel: "phone",
          outcome: "reached",
          note: null,
          minutesSpent,
          at: new Date(at),
        },
        new Date(loggedAt),
      );
    const touches = [
      ["a", "U1", "2026-07-01T10:00:00Z", 7],
      ["b", "U1", "2026-07-09T23:30:00Z", 30],
      ["c", "U1", "2026-07-20T10:00:00Z", 1],
      ["d", "U2", "2026-07-20T10:00:00Z", 45],
    ] as const;
    for (const [id, member, at, minutes] of touches) await log(id, member, at, minutes, at);
    const labour = async (fromDay: string, toDay: string, timeZone = "UTC") =>
      (
        await database().pool.query(
          `SELECT member_id AS member, to_char(day, 'YYYY-MM-DD') AS day, minutes, amount_minor::int AS minor
           FROM (${touchLabourSql({ fromDay: "$1::date", toDay: "$2::date", timeZone: "$3" })}) labour
           ORDER BY touch_id`,
          [fromDay, toDay, timeZone],
        )
      ).rows;
    const inSql = await labour("2026-07-01", "2026-07-31");
    const times = touches.map(([, memberId, at, minutes]) => ({
      customerId,
      memberId,
      day: at.slice(0, 10),
      minutes,
    }));
    const { priced, unpriced } = priceTouches(times, await store.hourlyCosts.all());
    expect(inSql.slice(0, 3)).toEqual(
      priced.map(({ memberId, day, minutes, cost }) => ({
        member: memberId,
        day,
        minutes,
        minor: cost.minor,
      })),
    );
    expect(inSql[3]).toMatchObject({ member: "U2", minor: null });
    expect(unpriced).toEqual([{ memberId: "U2", touches: 1, minutes: 45 }]);
    expect((await labour("2026-07-01", "2026-07-31", "Asia/Shanghai"))[1]).toMatchObject({
      day: "2026-07-10",
      minor: 3_001,
    });

    await store.costLedger.close("2026-07-31", "UTC", change);
    expect(
      await store.hourlyCosts.state({ memberId: "U1", fromDay: "2026-07-20", perHour: perHour(9) }, change),
    ).toMatchObject({ because: "closed-period" });
    await log("late", "U1", "2026-07-15T10:00:00Z", 60, "2026-11-22T11:00:00Z");
    expect(await labour("2026-07-01", "2026-07-31")).toEqual(inSql);
    expect(await labour("2026-08-01", "2026-08-31")).toEqual([
      { member: "U1", day: "2026-08-01", minutes: 60, minor: 6_001 },
    ]);
  });
});
