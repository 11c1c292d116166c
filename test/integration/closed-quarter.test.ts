import { beforeEach, expect, it } from "vitest";
import { startOfDay } from "../../src/domain/calendar.ts";
import { setBudget } from "../../src/flows/costs/set-budget.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { costEntries } from "../support/cost-entries.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { printedFigures } from "../support/printed-figures.ts";

const ZONE = "Europe/Berlin";
const QUARTER = { fromDay: "2026-04-01", toDay: "2026-06-30", currency: "EUR" };
const NEXT = { ...QUARTER, fromDay: "2026-07-01", toDay: "2026-09-30" };
const change = { by: "U1", at: new Date("2026-07-15T10:00:00Z") };

/** When a report was read and what the newest data are is no figure of the period. */
const OF_THE_MOMENT = new Set(["dataUpTo", "readAt", "newest"]);
const withoutMoment = (report: object): unknown =>
  JSON.parse(JSON.stringify(report, (key, value) => (OF_THE_MOMENT.has(key) ? undefined : value)));

describeOnEachDatabase("a closed quarter", (database) => {
  let store: Store;
  const sql = (text: string, values: unknown[] = []) => database().pool.query(text, values);
  const order = (id: string, customer: number, at: string, minor: number, kind = "order", currency = "EUR") =>
    sql(
      `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
       VALUES ('test', $1, $2, $3, $4, $5, $6)`,
      [id, customer, kind, at, minor, currency],
    );
  /** The customer file, told on a day. */
  const file = async (day: string, text: string) => {
    const client = await database().pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('mainstay.today', $1, true)", [day]);
      await client.query(text);
      await client.query("COMMIT");
    } finally {
      client.release();
    }
  };
  const cost = (
    externalId: string,
    appliesTo: string,
    driver: "equal" | "revenue" | "minutes" | "tickets",
  ) => ({
    ...({ source: "test", externalId, category: "tools", subcategory: null, kind: "indirect" } as const),
    ...{ amountMinor: 91_003, currency: "EUR", fromDay: "2026-04-01", toDay: "2026-06-30" },
    ...{ appliesTo, driver, note: null },
  });

  beforeEach(async () => {
    store = createStore(database());
    await file(
      "2026-01-01",
      `INSERT INTO customers (id, source, external_id, name, segment, owner_email, country, currency,
         monthly_revenue_minor, started_on, ended_on, margin_percent, acquisition_cost_minor) VALUES
       (1, 'test', 'A', 'Alpha', 'VIP', 'ann@example.com', 'DE', 'EUR', 100000, '2025-01-01', NULL, 60, 30000),
       (2, 'test', 'B', '北京', 'Small', 'bob@example.com', 'CN', 'USD', NULL, NULL, NULL, 40, NULL),
       (3, 'test', 'C', 'Gamma', 'VIP', 'ann@example.com', 'DE', 'EUR', 31000, '2026-04-10', '2026-06-15', 50, 5000)`,
    );
    await sql("SELECT setval(pg_get_serial_sequence('customers', 'id'), 100)");
    await sql(`INSERT INTO members (slack_user_id, name, email) VALUES ('U1', 'Ann', 'ann@example.com')`);
    await store.exchangeRates.state(
      { fromCurrency: "USD", toCurrency: "EUR", day: "2026-01-01", rate: "0.9" },
      change,
    );
    const perHour = { minor: 4_800, currency: "EUR" };
    await store.hourlyCosts.state({ memberId: "U1", fromDay: "2026-01-01", perHour }, change);
    await order("1", 2, "2026-02-10T10:00:00Z", 20_000, "order", "USD");
    await order("2", 2, "2026-05-10T10:00:00Z", 50_000, "order", "USD");
    await order("3", 2, "2026-05-20T10:00:00Z", 5_000, "refund", "USD");
    await sql(
      `INSERT INTO tickets (customer_id, source, external_id, subject, opened_at, first_reply_at, solved_at) VALUES
       (1, 'test', 'T1', 'Slow', '2026-05-01T10:00:00Z', '2026-05-01T12:00:00Z', NULL),
       (2, 'test', 'T2', 'Late', '2026-06-29T10:00:00Z', NULL, NULL)`,
    );
    await touch("s1", 1, "2026-05-02T10:00:00Z", 30);
    await touch("s2", 2, "2026-06-02T10:00:00Z", 45);
    await answer("f1", "2026-05-03T10:00:00Z", 4);
    await costEntries(database()).record([
      cost("equal", "all", "equal"),
      cost("revenue", "all", "revenue"),
      cost("minutes", "all", "minutes"),
      cost("tickets", "segment:VIP|segment:Small", "tickets"),
      // Half of its days stay open.
      { ...cost("over", "customer:A", "equal"), kind: "direct", toDay: "2026-09-30" },
    ]);
  });
  const touch = (id: string, customer: number, at: string, minutes: number) =>
    sql(
      `INSERT INTO touches (customer_id, source, external_id, member_id, channel, outcome, minutes_spent, at)
       VALUES ($2, 'test', $1, 'U1', 'phone', 'reached', $4, $3)`,
      [id, customer, at, minutes],
    );
  const answer = (id: string, at: string, score: number) =>
    sql(
      `INSERT INTO feedback (customer_id, source, external_id, kind, score, scale_max, at)
       VALUES (1, 'test', $1, 'csat', $3, 5, $2)`,
      [id, at, score],
    );

  /** Every report there is of the quarter. */
  async function printed() {
    const figures = printedFigures(database(), ZONE);
    const end = startOfDay("2026-07-01", ZONE);
    const reports = {
      byCustomer: await figures.costs(QUARTER, "customer"),
      bySegment: await figures.costs(QUARTER, "segment"),
      byOwner: await figures.costs(QUARTER, "owner"),
      byCategory: await figures.costs(QUARTER, "category"),
      metrics: [...(await figures.metrics(QUARTER))],
      segments: await figures.segments("EUR", end),
      spending: await figures.spending(QUARTER, end),
    };
    return withoutMoment(reports);
  }
  const totalOf = async (days: typeof QUARTER) =>
    (await printedFigures(database(), ZONE).costs(days, "customer")).totalMinor;

  /** What comes after its day was closed: each has to leave the quarter as it was printed. */
  const later: Readonly<Record<string, () => Promise<unknown>>> = {
    "an order": () => order("late", 2, "2026-05-11T10:00:00Z", 99_000, "order", "USD"),
    "a refund": () => order("back", 1, "2026-06-11T10:00:00Z", 1_000, "refund"),
    "a ticket": () =>
      sql(`INSERT INTO tickets (customer_id, source, external_id, subject, opened_at, first_reply_at)
             VALUES (1, 'test', 'T3', 'Old', '2026-04-05T10:00:00Z', '2026-04-05T11:00:00Z')`),
    "a reply and a solution": () =>
      sql(`UPDATE tickets SET first_reply_at = opened_at + interval '1 hour', solved_at = opened_at + interval '1 day'
             WHERE external_id IN ('T1', 'T2')`),
    "an answer": () => answer("late", "2026-05-04T10:00:00Z", 1),
    "contact time": () => touch("late", 2, "2026-05-04T10:00:00Z", 240),
    "a segment and an owner": () =>
      file("2026-07-15", "UPDATE customers SET segment = 'New', owner_email = 'x@example.com'"),
    "a margin, a country and an acquisition cost": () =>
      file(
        "2026-07-15",
        "UPDATE customers SET margin_percent = 5, country = 'FR', acquisition_cost_minor = 9",
      ),
    "a price": () => file("2026-07-15", "UPDATE customers SET monthly_revenue_minor = 1 WHERE id = 1"),
    "an end that is withdrawn": () => file("2026-07-15", "UPDATE customers SET ended_on = NULL WHERE id = 3"),
    "corrections of costs": async () => {
      for (const id of [1, 2, 3, 4, 5]) await store.costLedger.correct(id, { toMinor: 0 }, null, change);
    },
    "a rate and an hourly cost": async () => {
      const rate = { fromCurrency: "USD", toCurrency: "EUR", day: "2026-06-01", rate: "2" };
      expect(await store.exchangeRates.state(rate, change)).toMatchObject({ because: "closed-period" });
      const perHour = { minor: 1, currency: "EUR" };
      const hour = { memberId: "U1", fromDay: "2026-06-01", perHour };
      expect(await store.hourlyCosts.state(hour, change)).toMatchObject({ because: "closed-period" });
      await store.exchangeRates.state({ ...rate, day: "2026-07-01" }, change);
      await store.hourlyCosts.state({ ...hour, fromDay: "2026-07-01" }, change);
    },
    "a budget": () =>
      setBudget(
        { ...store, clock: () => change.at },
        {
          budget: { scope: { kind: "all" }, ...NEXT, fromDay: "2026-07-01", amountMinor: 5 },
          by: "U1",
        },
      ),
  };

  /** What looks ahead from the quarter's end knows what is known today: who is leaving. */
  async function printedOfThen() {
    const { segments, ...others } = (await printed()) as { segments: { notes: { code: string }[] } };
    const notes = segments.notes.filter(({ code }) => code !== "segments.note.leaving");
    return { ...others, segments: { ...segments, notes } };
  }

  it("prints the same when a contract, a start or an end of its days is told late", async () => {
    await store.costLedger.close("2026-06-30", ZONE, change);
    const before = await printedOfThen();
    await file(
      "2026-07-15",
      `INSERT INTO customers (source, external_id, name, segment, currency, monthly_revenue_minor, started_on)
       VALUES ('test', 'D', 'Delta', 'VIP', 'EUR', 90000, '2026-02-01')`,
    );
    expect(await printedOfThen(), "a customer with an old contract").toEqual(before);
    await file("2026-07-15", "UPDATE customers SET ended_on = '2026-05-15' WHERE id = 1");
    expect(await printedOfThen(), "an end of a contract").toEqual(before);
    await file("2026-07-15", "UPDATE customers SET ended_on = '2026-06-01' WHERE id = 2");
    expect(await printedOfThen(), "an end of a buyer").toEqual(before);
  });

  it("prints the same whatever comes later, and the open one tells of it", async () => {
    await store.costLedger.close("2026-06-30", ZONE, change);
    const before = await printed();
    const openBefore = await totalOf(NEXT);
    for (const happens of Object.values(later)) await happens();
    expect(await printed()).toEqual(before);
    expect(await totalOf(NEXT)).not.toBe(openBefore);
  });
});
