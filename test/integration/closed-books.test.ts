import { beforeEach, expect, it } from "vitest";
import { MOST_MINOR } from "../../src/domain/money.ts";
import { bookedDay, bookedWithin, ticketsAsOf } from "../../src/store/figures/booked-day.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const change = { by: "U1", at: new Date("2026-11-22T10:00:00Z") };
/** September is closed in Taipei, where it ends at 16:00 UTC on the 30th. */
const BEFORE_MIDNIGHT = "2026-09-30T15:59:59Z";
const MIDNIGHT = "2026-09-30T16:00:00Z";

describeOnEachDatabase("closed books", (database) => {
  let store: Store;
  let customerId: number;
  beforeEach(async () => {
    store = createStore(database());
    customerId = await addCustomer(database(), { name: "大客户" });
  });
  const close = (throughDay = "2026-09-30") => store.costLedger.close(throughDay, "Asia/Taipei", change);
  const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await database().pool.query<Row>(sql, values)).rows;

  const INSERTS = {
    activities: `INSERT INTO activities (customer_id, source, external_id, kind, amount_minor, currency, at)
      SELECT $1, 'test', at, 'order', 100, 'EUR', at::timestamptz FROM unnest($2::text[]) at`,
    tickets: `INSERT INTO tickets (customer_id, source, external_id, subject, opened_at)
      SELECT $1, 'test', at, 'Late', at::timestamptz FROM unnest($2::text[]) at`,
    feedback: `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, at)
      SELECT $1, 'test', at, 'csat', 5, 5, at::timestamptz FROM unnest($2::text[]) at`,
    touches: `INSERT INTO touches (customer_id, source, external_id, channel, outcome, at)
      SELECT $1, 'test', at, 'phone', 'reached', at::timestamptz FROM unnest($2::text[]) at`,
  };
  const arrive = (table: keyof typeof INSERTS, ...at: string[]) =>
    database().pool.query(`${INSERTS[table]} ON CONFLICT DO NOTHING`, [customerId, at]);

  it("book what arrives late on the first open day, in the team's zone, and nothing else", async () => {
    for (const table of ["activities", "tickets", "feedback", "touches"] as const) {
      await arrive(table, "2026-09-15T10:00:00Z");
    }
    await close();
    for (const table of ["activities", "tickets", "feedback", "touches"] as const) {
      const at = table === "tickets" ? "opened_at" : "at";
      // The first one again: known, and left alone.
      await arrive(table, "2026-09-15T10:00:00Z", "2025-01-01T00:00:00Z", BEFORE_MIDNIGHT, MIDNIGHT);
      const kept = await rows<{ at: string; booked: string | null; day: string }>(
        `SELECT external_id AS at, to_char(booked_on, 'YYYY-MM-DD') AS booked,
           to_char(${bookedDay("x", at, "'Asia/Taipei'")}, 'YYYY-MM-DD') AS day
         FROM ${table} x ORDER BY ${at}`,
      );
      expect(kept).toEqual([
        { at: "2025-01-01T00:00:00Z", booked: "2026-10-01", day: "2026-10-01" },
        { at: "2026-09-15T10:00:00Z", booked: null, day: "2026-09-15" },
        { at: BEFORE_MIDNIGHT, booked: "2026-10-01", day: "2026-10-01" },
        { at: MIDNIGHT, booked: null, day: "2026-10-01" },
      ]);
      const within = bookedWithin("x", at, {
        ...{ fromDay: "'2026-10-01'::date", toDay: "'2026-10-31'::date" },
        ...{ startsAt: `'${MIDNIGHT}'::timestamptz`, endsAt: "'2026-10-31T16:00:00Z'::timestamptz" },
      });
      expect(await rows(`SELECT 1 FROM ${table} x WHERE ${within}`)).toHaveLength(3);
    }
  });

  it("book on the day after the newest closing, and leave alone what was booked before it", async () => {
    await close();
    await arrive("activities", "2026-09-01T00:00:00Z");
    await close("2026-10-31");
    await arrive("activities", "2026-09-02T00:00:00Z", "2026-10-02T00:00:00Z");
    expect(
      await rows("SELECT to_char(booked_on, 'YYYY-MM-DD') AS booked FROM activities ORDER BY at"),
    ).toEqual([{ booked: "2026-10-01" }, { booked: "2026-11-01" }, { booked: "2026-11-01" }]);
  });

  it("keep what a ticket said when its days were closed", async () => {
    await arrive("tickets", "2026-09-10T00:00:00Z");
    const answered = (firstReply: string | null, solved: string | null) =>
      database().pool.query("UPDATE tickets SET first_reply_at = $1, solved_at = $2", [firstReply, solved]);
    const asOf = (toDay: string) =>
      rows(
        `SELECT first_reply_at AS "replyAt", solved_at AS "solvedAt" FROM (${ticketsAsOf("$1::date")}) t`,
        [toDay],
      );
    const reply = "2026-09-10T01:00:00Z";
    await answered(reply, null);
    await close();
    const asPrinted = [{ replyAt: new Date(reply), solvedAt: null }];
    await answered("2026-09-10T00:30:00Z", "2026-09-11T00:00:00Z");
    await answered(null, "2026-09-12T00:00:00Z");
    expect(await asOf("2026-09-30")).toEqual(asPrinted);
    expect(await asOf("2026-09-15")).toEqual(asPrinted);
    const now = [{ replyAt: null, solvedAt: new Date("2026-09-12T00:00:00Z") }];
    expect(await asOf("2026-10-31")).toEqual(now);
    await close("2026-10-31");
    await answered(null, null);
    expect([await asOf("2026-09-30"), await asOf("2026-10-31"), await asOf("2026-11-30")]).toEqual([
      asPrinted,
      now,
      [{ replyAt: null, solvedAt: null }],
    ]);
  });

  it("take no amount that could make sums inexact, and let an older one be taken back", async () => {
    const { pool } = database();
    const entry = (id: string, minor: number, corrects: number | null = null) =>
      pool.query(
        `INSERT INTO cost_entries (source, external_id, category, kind, amount_minor, currency, from_day, to_day, corrects_id)
         VALUES ('test', $1, 'tools', 'indirect', $2, 'EUR', '2026-07-01', '2026-07-01', $3)`,
        [id, minor, corrects],
      );
    const tooLarge = { code: "23514" };
    await entry("most", MOST_MINOR);
    await expect(entry("more", MOST_MINOR + 1)).rejects.toMatchObject(tooLarge);
    await entry("back", -9 * MOST_MINOR, 1);
    const order = `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
      VALUES ('test', '1', ${customerId}, 'order', now(), $1, 'EUR')`;
    await expect(pool.query(order, [MOST_MINOR + 1])).rejects.toMatchObject(tooLarge);
  });

  it("keep their rates and hourly costs, whoever writes", async () => {
    const { pool } = database();
    const rate = (from: string, to: string, day: string) =>
      pool.query("INSERT INTO exchange_rates VALUES ($1, $2, $3, 0.9, 'x', now())", [from, to, day]);
    const hour = (member: string, day: string) =>
      pool.query("INSERT INTO hourly_costs VALUES ($1, $2, 4500, 'EUR', 'x', now())", [member, day]);
    await rate("USD", "EUR", "2026-07-01");
    await hour("U1", "2026-07-01");
    await close();
    const guarded = { code: "MS001" };
    const change = (sql: string) => pool.query(sql);
    for (const changed of [
      () => rate("USD", "EUR", "2026-09-30"),
      () => rate("EUR", "USD", "2026-08-01"),
      () => change("UPDATE exchange_rates SET rate = 2"),
      () => change("UPDATE exchange_rates SET day = '2026-10-01'"),
      () => change("DELETE FROM exchange_rates"),
      () => hour("U1", "2026-08-01"),
      () => hour("U2", "2026-08-01"),
      () => change("UPDATE hourly_costs SET amount_minor = 1"),
      () => change("DELETE FROM hourly_costs"),
    ])
      await expect(changed()).rejects.toMatchObject(guarded);
    await rate("USD", "EUR", "2026-10-01");
    await rate("EUR", "JPY", "2026-08-01");
    await rate("USD", "EUR", "2026-06-01");
    await hour("U1", "2026-10-01");
    await pool.query("UPDATE hourly_costs SET amount_minor = 1 WHERE from_day = '2026-10-01'");
    await pool.query("UPDATE exchange_rates SET set_by = 'y'");
  });
});
