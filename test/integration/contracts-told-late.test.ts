import { expect, it } from "vitest";
import { customerSpans, customerTurn } from "../../src/domain/figures/customer-days.ts";
import { customerRevenue, pieceMinor } from "../../src/domain/figures/customer-revenue.ts";
import type { Database } from "../../src/store/database/database.ts";
import { customerHistoriesStore } from "../../src/store/figures/customer-histories.ts";
import { describeOnEachDatabase, emptyTables } from "../support/databases.ts";

const CLOSED = "2026-09-30";
const FIRST_OPEN = "2026-10-01";
const TODAY = "2026-10-20";
const CLOSED_QUARTER = { fromDay: "2026-07-01", toDay: CLOSED };
const ALL_DAYS = { fromDay: "2024-01-01", toDay: "2027-12-31" };

/** What the file says of a customer; minor units a month in euros. */
type File = {
  readonly startedOn?: string;
  readonly endedOn?: string;
  readonly renewsOn?: string;
  readonly monthly?: number;
  readonly currency?: string;
};

const valuesOf = (file: File) => [
  file.startedOn ?? null,
  file.endedOn ?? null,
  file.renewsOn ?? null,
  file.monthly ?? null,
  file.currency ?? "EUR",
];

/** The day on which what follows is told; kept for one connection, so everything goes over one. */
async function tell({ pool }: Database, today: string, sql: string, values: unknown[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('mainstay.today', $1, true)", [today]);
    await client.query(sql, values);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

const add = (database: Database, file: File, today = "2026-08-15") =>
  tell(
    database,
    today,
    `INSERT INTO customers (source, external_id, name, started_on, ended_on, renews_on, monthly_revenue_minor, currency)
     VALUES ('t', 'a', 'A', $1, $2, $3, $4, $5)`,
    valuesOf(file),
  );

const change = (database: Database, file: File, today = TODAY) =>
  tell(
    database,
    today,
    `UPDATE customers SET started_on = $1, ended_on = $2, renews_on = $3, monthly_revenue_minor = $4, currency = $5`,
    valuesOf(file),
  );

const close = ({ pool }: Database, throughDay = CLOSED) =>
  pool.query("INSERT INTO cost_closings (through_day, closed_by, closed_at) VALUES ($1, 'x', now())", [
    throughDay,
  ]);

const historyOver = (database: Database, days: typeof ALL_DAYS) =>
  customerHistoriesStore(database).of({ ...days, timeZone: "UTC" }, 1);

async function revenueOver(database: Database, days: typeof ALL_DAYS) {
  const history = await historyOver(database, days);
  const found = history === null ? [] : customerRevenue(history, days);
  return Object.fromEntries(
    found.flatMap(({ currency, netMinor }) => (netMinor === 0 ? [] : [[currency, netMinor]])),
  );
}

async function closedQuarter(database: Database) {
  const history = await historyOver(database, CLOSED_QUARTER);
  const spans = history === null ? [] : customerSpans(history);
  return { ...customerTurn(spans, CLOSED_QUARTER), revenue: await revenueOver(database, CLOSED_QUARTER) };
}

async function contracts({ pool }: Database) {
  const { rows } =
    await pool.query(`SELECT k.started_on || ' to ' || COALESCE(k.ended_on::text, '') || ': ' || COALESCE((
      SELECT string_agg(p.from_day || ' ' || COALESCE(p.monthly_minor || ' ' || p.currency, 'none'), ', ' ORDER BY p.from_day)
      FROM contract_prices p WHERE p.contract_id = k.id), '') AS contract
    FROM contracts k ORDER BY k.started_on, k.id`);
  return rows.map(({ contract }) => contract);
}

async function adjustments({ pool }: Database) {
  const { rows } = await pool.query(
    `SELECT booked_on::text, from_day::text, to_day::text, amount_minor::int AS minor, currency, why
     FROM revenue_adjustments ORDER BY id`,
  );
  return rows;
}

const RUNNING = { startedOn: "2025-01-01", monthly: 31_007 };

describeOnEachDatabase("contracts told late", (database) => {
  it("share a month's price over its days as the figures do", async () => {
    const pieces = [
      ["2026-01-01", "2026-01-31", 31_007],
      ["2026-01-05", "2026-01-05", 1],
      ["2024-02-28", "2026-03-03", 10_009],
      ["2026-06-30", "2026-07-01", 99_999],
      ["2026-06-30", "2026-06-29", 99_999],
    ] as const;
    for (const [fromDay, toDay, minor] of pieces) {
      const { rows } = await database().pool.query("SELECT price_of_days($1, $2, $3)::int AS minor", [
        minor,
        fromDay,
        toDay,
      ]);
      const ours = fromDay > toDay ? 0 : pieceMinor({ fromDay, toDay, monthly: { minor, currency: "EUR" } });
      expect(rows[0].minor).toBe(ours);
    }
  });

  it.each<[string, File, File]>([
    ["an end in closed days", RUNNING, { ...RUNNING, endedOn: "2026-08-10" }],
    [
      "an end that moves into closed days",
      { ...RUNNING, endedOn: "2026-12-31" },
      { ...RUNNING, endedOn: "2026-09-30" },
    ],
    [
      "an end that moves within closed days",
      { ...RUNNING, endedOn: "2026-08-31" },
      { ...RUNNING, endedOn: "2026-07-15" },
    ],
    ["an end that was none", { ...RUNNING, endedOn: "2026-08-31" }, { ...RUNNING, endedOn: "2026-09-15" }],
    ["an earlier start", { ...RUNNING, startedOn: "2026-09-01" }, { ...RUNNING, startedOn: "2026-05-20" }],
    ["a start in closed days", {}, { ...RUNNING, startedOn: "2026-09-10" }],
    ["a start and an end in closed days", {}, { ...RUNNING, startedOn: "2026-07-10", endedOn: "2026-08-20" }],
    ["a first price", { startedOn: "2025-01-01", renewsOn: "2027-01-01" }, RUNNING],
    ["a further contract in closed days", RUNNING, { startedOn: "2026-08-01", monthly: 50_000 }],
    [
      "a start that was in open days",
      { ...RUNNING, startedOn: "2026-11-01" },
      { ...RUNNING, startedOn: "2026-08-01" },
    ],
  ])("leave closed days as they were, and %s makes the same in all", async (_what, before, told) => {
    await add(database(), before);
    await change(database(), told);
    const meant = await revenueOver(database(), ALL_DAYS);
    await emptyTables(database());
    await add(database(), before);
    const printed = await closedQuarter(database());
    await close(database());
    await change(database(), told);
    expect(await closedQuarter(database())).toEqual(printed);
    expect(await revenueOver(database(), ALL_DAYS)).toEqual(meant);
    const [adjusted] = await adjustments(database());
    expect(adjusted).toMatchObject({ booked_on: FIRST_OPEN, to_day: CLOSED, currency: "EUR" });
    expect(adjusted.from_day <= CLOSED).toBe(true);
  });

  it.each<[string, File]>([
    ["a new price", { ...RUNNING, monthly: 40_000 }],
    ["an end to come", { ...RUNNING, endedOn: "2026-12-31" }],
    ["another renewal", { ...RUNNING, renewsOn: "2027-01-01" }],
    ["another currency", { ...RUNNING, currency: "USD" }],
    ["no contract any more", {}],
  ])("adjust nothing where %s counts from open days", async (_what, told) => {
    await add(database(), RUNNING);
    const printed = await closedQuarter(database());
    await close(database());
    await change(database(), told);
    expect(await closedQuarter(database())).toEqual(printed);
    expect(await adjustments(database())).toEqual([]);
  });

  it.each([CLOSED, "2026-07-31"])(
    "renew from the first open day whoever left on %s, and had left",
    async (endedOn) => {
      await add(database(), { ...RUNNING, endedOn });
      const printed = await closedQuarter(database());
      expect(printed).toMatchObject({ left: 1, atEnd: false });
      await close(database());
      await change(database(), { ...RUNNING, startedOn: FIRST_OPEN });
      expect(await closedQuarter(database())).toEqual(printed);
      expect(await adjustments(database())).toEqual([]);
    },
  );

  it("stay renewed where that was agreed before the closing", async () => {
    await add(database(), { ...RUNNING, endedOn: CLOSED });
    await change(database(), { ...RUNNING, startedOn: FIRST_OPEN }, "2026-09-15");
    const printed = await closedQuarter(database());
    expect(printed).toMatchObject({ left: 0, atEnd: true });
    await close(database());
    await change(database(), { ...RUNNING, startedOn: FIRST_OPEN, monthly: 50_000 });
    await change(database(), { ...RUNNING, startedOn: FIRST_OPEN, monthly: 50_000, endedOn: "2026-11-30" });
    expect(await closedQuarter(database())).toEqual(printed);
  });

  it("begin on the first open day where a customer comes with one that began before", async () => {
    await close(database());
    await add(database(), { startedOn: "2026-09-16", monthly: 30_000 }, TODAY);
    expect(await contracts(database())).toEqual(["2026-10-01 to : 2026-10-01 30000 EUR"]);
    const added = {
      booked_on: FIRST_OPEN,
      from_day: "2026-09-16",
      to_day: CLOSED,
      minor: 15_000,
      currency: "EUR",
    };
    expect(await adjustments(database())).toEqual([{ ...added, why: "contract-added" }]);
    await change(database(), { startedOn: "2026-09-01", monthly: 30_000 });
    expect(await adjustments(database())).toEqual([
      { ...added, why: "contract-added" },
      { ...added, from_day: "2026-09-01", why: "contract-changed" },
    ]);
    expect(await contracts(database())).toEqual(["2026-10-01 to : 2026-10-01 30000 EUR"]);
  });

  it("are not counted again when the file changes something else of one that was over", async () => {
    await close(database());
    const over = { startedOn: "2026-07-01", endedOn: "2026-08-31", monthly: 30_000 };
    await add(database(), over, TODAY);
    await change(database(), { ...over, renewsOn: "2026-09-01" });
    expect(await contracts(database())).toEqual([]);
    expect((await adjustments(database())).map(({ minor }) => minor)).toEqual([60_000]);
  });

  it("let a buyer leave on the first open day, and not where they bought after the end", async () => {
    const buys = (day: string) =>
      database().pool.query(
        `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency)
         VALUES ('t', 'bought', 1, 'order', $1, 100, 'EUR')`,
        [`${day}T12:00:00Z`],
      );
    await add(database(), {});
    await buys("2026-06-10");
    const printed = await closedQuarter(database());
    await close(database());
    await change(database(), { endedOn: "2026-08-31" });
    expect(await closedQuarter(database())).toEqual(printed);
    const lastDay = async () => {
      const history = await historyOver(database(), ALL_DAYS);
      return history === null ? null : customerSpans(history).at(-1)?.lastDay;
    };
    expect(await lastDay()).toBe(FIRST_OPEN);
    await emptyTables(database());
    await add(database(), {});
    await buys("2026-09-10");
    await close(database());
    await change(database(), { endedOn: "2026-08-31" });
    expect(await lastDay()).toBe("2027-09-10");
  });
});
