import type pg from "pg";
import type { Activity } from "../../domain/activity.ts";
import { type CostBudget, printBudgetScope } from "../../domain/costs/budget.ts";
import type { ExchangeRate } from "../../domain/costs/exchange-rates.ts";
import type { RecurringCost } from "../../domain/costs/recurring.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { Member } from "../../domain/customer.ts";
import type { CostRecord, CustomerFile } from "../../domain/customer-records.ts";
import { insertRecurring, makeDueEntries } from "../costs/recurring-costs.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";

/** Whose customers the store holds: of the source asked for, of others only, or none at all. */
export type CustomersPresent = "of-source" | "of-others" | "none";

export type SearchableFile = CustomerFile & {
  readonly search: { readonly keys: readonly string[]; readonly text: string };
};

export type DemoRows = {
  readonly source: string;
  readonly members: readonly Member[];
  readonly files: readonly SearchableFile[];
  readonly costs: readonly CostRecord[];
  readonly recurringCosts: ReadonlyArray<Omit<RecurringCost, "id">>;
  readonly hourlyCosts: readonly HourlyCost[];
  readonly exchangeRates: readonly ExchangeRate[];
  readonly budgets: readonly CostBudget[];
};

export type DemoRowsStore = ReturnType<typeof demoRowsStore>;

/** Writes a whole customer file into an empty store. */
export function demoRowsStore(database: Pick<Database, "pool">) {
  return {
    customersPresent: (source: string): Promise<CustomersPresent> => customersPresent(database.pool, source),

    /**
     * Writes everything or nothing, and only where there are no customers yet; two processes that start at once
     * write once.
     * @param at when the rows were written, for the audit log
     * @returns what was there before: rows were written only for "none"
     */
    writeWhenEmpty: (rows: DemoRows, at: Date): Promise<CustomersPresent> =>
      inTransaction(database, async (client) => {
        await client.query("SELECT pg_advisory_xact_lock(hashtext('mainstay.demo-rows'))");
        const present = await customersPresent(client, rows.source);
        if (present === "none") await writeAll(client, rows, at);
        return present;
      }),

    /**
     * Writes everything in place of what the store holds of the source, scores and suggestions included; models stay.
     * @param at when the rows were written, for the audit log
     * @returns false, and changes nothing, where there are customers of other sources
     */
    replace: (rows: DemoRows, at: Date): Promise<boolean> =>
      inTransaction(database, async (client) => {
        await client.query("SELECT pg_advisory_xact_lock(hashtext('mainstay.demo-rows'))");
        const { rows: others } = await client.query("SELECT FROM customers WHERE source <> $1 LIMIT 1", [
          rows.source,
        ]);
        if (others.length > 0) return false;
        await client.query(CLEAR);
        await writeAll(client, rows, at);
        return true;
      }),
  };
}

async function customersPresent(client: pg.Pool | pg.PoolClient, source: string): Promise<CustomersPresent> {
  const { rows } = await client.query<{ mine: boolean; others: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM customers WHERE source = $1) AS mine, EXISTS (SELECT 1 FROM customers) AS others`,
    [source],
  );
  if (rows[0]?.mine) return "of-source";
  return rows[0]?.others ? "of-others" : "none";
}

/** Numbers begin anew, so that the rows are those that an empty store would get. */
const CLEAR = `TRUNCATE customers, activities, source_days, cost_entries, recurring_costs, hourly_costs, exchange_rates,
  cost_budgets RESTART IDENTITY CASCADE`;

async function writeAll(client: pg.PoolClient, rows: DemoRows, at: Date): Promise<void> {
  await insertRows(client, "members", MEMBER_COLUMNS, rows.members, "ON CONFLICT DO NOTHING");
  await insertRows(client, "customers", CUSTOMER_COLUMNS, rows.files);
  await client.query("UPDATE customers SET created_at = $2, updated_at = $2 WHERE source = $1", [
    rows.source,
    at,
  ]);
  const owned = ownedRows(rows.files, await customerIds(client, rows.source));
  await insertRows(client, "contacts", CONTACT_COLUMNS, owned("contacts"));
  await insertRows(client, "activities", ACTIVITY_COLUMNS, owned("activities"));
  await insertRows(client, "tickets", TICKET_COLUMNS, owned("tickets"));
  await insertRows(client, "feedback", FEEDBACK_COLUMNS, owned("feedback"));
  await insertRows(client, "touches", TOUCH_COLUMNS, owned("touches"));
  await insertRows(client, "cost_entries", COST_COLUMNS, rows.costs);
  await writeLedger(client, rows, at);
  await client.query("INSERT INTO audit_events (at, actor, action) VALUES ($1, 'mainstay', 'demo.loaded')", [
    at,
  ]);
  // Without statistics the first queries would be planned for empty tables.
  await client.query("ANALYZE customers, activities, tickets, feedback, touches");
}

async function writeLedger(client: pg.PoolClient, rows: DemoRows, at: Date): Promise<void> {
  const change = { by: WRITER, at };
  const set = <Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] => [
    ...columns,
    ["set_by", "text", () => WRITER],
    ["set_at", "timestamptz", () => at],
  ];
  await insertRows(client, "hourly_costs", set(HOURLY_COLUMNS), rows.hourlyCosts, "ON CONFLICT DO NOTHING");
  await insertRows(client, "exchange_rates", set(RATE_COLUMNS), rows.exchangeRates, "ON CONFLICT DO NOTHING");
  await insertRows(client, "cost_budgets", set(BUDGET_COLUMNS), rows.budgets, "ON CONFLICT DO NOTHING");
  for (const cost of rows.recurringCosts) await insertRecurring(client, cost, change);
  await makeDueEntries(client, at.toISOString().slice(0, 10), change);
}

const WRITER = "mainstay";

async function customerIds(client: pg.PoolClient, source: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: number; external_id: string }>(
    "SELECT id, external_id FROM customers WHERE source = $1",
    [source],
  );
  return new Map(rows.map(({ id, external_id }) => [external_id, id]));
}

type RecordLists = Pick<CustomerFile, "contacts" | "activities" | "tickets" | "feedback" | "touches">;
type Owned<T> = T & { readonly customerId: number | undefined };

function ownedRows(files: readonly SearchableFile[], ids: ReadonlyMap<string, number>) {
  return <Key extends keyof RecordLists>(key: Key): Owned<RecordLists[Key][number]>[] =>
    files.flatMap((file) => {
      const customerId = ids.get(file.profile.externalId);
      return file[key].map((record) => ({ ...record, customerId }));
    });
}

/** Name in the table, type of its array parameter, value in a row. */
type Column<Row> = readonly [name: string, type: string, value: (row: Row) => unknown];

/** Chosen: larger batches gained nothing when measured (2,000 to 10,000 rows took the same time a row). */
const ROWS_PER_BATCH = 4000;

async function insertRows<Row>(
  client: pg.PoolClient,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  onConflict = "",
): Promise<void> {
  const names = columns.map(([name]) => name);
  const values = columns.map(([name, type]) => (type === KEYS ? `string_to_array(${name}, E'\\n')` : name));
  const arrays = columns.map(([, type], index) => `$${index + 1}::${type === KEYS ? "text" : type}[]`);
  const sql = `INSERT INTO ${table} (${names}) SELECT ${values} FROM unnest(${arrays}) AS given (${names}) ${onConflict}`;
  for (let from = 0; from < rows.length; from += ROWS_PER_BATCH) {
    const batch = rows.slice(from, from + ROWS_PER_BATCH);
    await client.query(
      sql,
      columns.map(([, , value]) => batch.map(value)),
    );
  }
}

/** A text array travels as lines: PostgreSQL's `unnest` would flatten an array of arrays. Keys hold no line break. */
const KEYS = "keys";

const MEMBER_COLUMNS: readonly Column<Member>[] = [
  ["slack_user_id", "text", (row) => row.slackUserId],
  ["name", "text", (row) => row.name],
  ["email", "text", (row) => row.email],
  ["role", "text", (row) => row.role],
  ["time_zone", "text", (row) => row.timeZone],
];

const CUSTOMER_COLUMNS: readonly Column<SearchableFile>[] = [
  ["source", "text", ({ profile }) => profile.source],
  ["external_id", "text", ({ profile }) => profile.externalId],
  ["name", "text", ({ profile }) => profile.name],
  ["domain", "text", ({ profile }) => profile.domain],
  ["owner_email", "text", ({ profile }) => profile.ownerEmail],
  ["segment", "text", ({ profile }) => profile.segment],
  ["currency", "text", ({ profile }) => profile.currency],
  ["monthly_revenue_minor", "bigint", ({ profile }) => profile.monthlyRevenueMinor],
  ["margin_percent", "float8", ({ profile }) => profile.marginPercent],
  ["acquisition_cost_minor", "bigint", ({ profile }) => profile.acquisitionCostMinor],
  ["started_on", "date", ({ profile }) => profile.startedOn],
  ["renews_on", "date", ({ profile }) => profile.renewsOn],
  ["ended_on", "date", ({ profile }) => profile.endedOn],
  ["country", "text", ({ profile }) => profile.country],
  ["language", "text", ({ profile }) => profile.language],
  ["attributes", "jsonb", ({ profile }) => JSON.stringify(profile.attributes)],
  ["search_keys", KEYS, ({ search }) => search.keys.join("\n")],
  ["search_text", "text", ({ search }) => search.text],
];

type Sourced = {
  readonly source: string;
  readonly externalId: string;
  readonly customerId: number | undefined;
};
const OWNED_COLUMNS: readonly Column<Sourced>[] = [
  ["source", "text", (row) => row.source],
  ["external_id", "text", (row) => row.externalId],
  ["customer_id", "int", (row) => row.customerId],
];

const CONTACT_COLUMNS: readonly Column<Owned<CustomerFile["contacts"][number]>>[] = [
  ...OWNED_COLUMNS,
  ["name", "text", (row) => row.name],
  ["role", "text", (row) => row.role],
  ["email", "text", (row) => row.email],
  ["phone", "text", (row) => row.phone],
  ["preferred_channel", "text", (row) => row.preferredChannel],
  ["language", "text", (row) => row.language],
  ["birthday", "date", (row) => row.birthday],
];

const ACTIVITY_COLUMNS: readonly Column<Owned<Activity>>[] = [
  ...OWNED_COLUMNS,
  ["kind", "text", (row) => row.kind],
  ["at", "timestamptz", (row) => row.at],
  ["amount_minor", "bigint", (row) => row.amountMinor],
  ["currency", "text", (row) => row.currency],
  ["category", "text", (row) => row.category],
  ["quantity", "float8", (row) => row.quantity],
  ["document", "text", (row) => row.document],
  ["note", "text", (row) => row.note],
];

const TICKET_COLUMNS: readonly Column<Owned<CustomerFile["tickets"][number]>>[] = [
  ...OWNED_COLUMNS,
  ["subject", "text", (row) => row.subject],
  ["severity", "text", (row) => row.severity],
  ["opened_at", "timestamptz", (row) => row.openedAt],
  ["first_reply_at", "timestamptz", (row) => row.firstReplyAt],
  ["solved_at", "timestamptz", (row) => row.solvedAt],
];

const FEEDBACK_COLUMNS: readonly Column<Owned<CustomerFile["feedback"][number]>>[] = [
  ...OWNED_COLUMNS,
  ["kind", "text", (row) => row.kind],
  ["score", "float8", (row) => row.score],
  ["scale_max", "float8", (row) => row.scaleMax],
  ["comment", "text", (row) => row.comment],
  ["at", "timestamptz", (row) => row.at],
];

const TOUCH_COLUMNS: readonly Column<Owned<CustomerFile["touches"][number]>>[] = [
  ...OWNED_COLUMNS,
  ["member_id", "text", (row) => row.memberId],
  ["channel", "text", (row) => row.channel],
  ["outcome", "text", (row) => row.outcome],
  ["note", "text", (row) => row.note],
  ["minutes_spent", "int", (row) => row.minutesSpent],
  ["at", "timestamptz", (row) => row.at],
  ["logged_at", "timestamptz", (row) => row.at],
];

const COST_COLUMNS: readonly Column<CostRecord>[] = [
  ["source", "text", (row) => row.source],
  ["external_id", "text", (row) => row.externalId],
  ["category", "text", (row) => row.category],
  ["subcategory", "text", (row) => row.subcategory],
  ["kind", "text", (row) => row.kind],
  ["amount_minor", "bigint", (row) => row.amountMinor],
  ["currency", "text", (row) => row.currency],
  ["from_day", "date", (row) => row.fromDay],
  ["to_day", "date", (row) => row.toDay],
  ["applies_to", "text", (row) => row.appliesTo],
  ["driver", "text", (row) => row.driver],
  ["note", "text", (row) => row.note],
];

const HOURLY_COLUMNS: readonly Column<HourlyCost>[] = [
  ["member_id", "text", (row) => row.memberId],
  ["from_day", "date", (row) => row.fromDay],
  ["amount_minor", "bigint", (row) => row.perHour.minor],
  ["currency", "text", (row) => row.perHour.currency],
];

const RATE_COLUMNS: readonly Column<ExchangeRate>[] = [
  ["from_currency", "text", (row) => row.fromCurrency],
  ["to_currency", "text", (row) => row.toCurrency],
  ["day", "date", (row) => row.day],
  ["rate", "numeric", (row) => row.rate],
];

const BUDGET_COLUMNS: readonly Column<CostBudget>[] = [
  ["scope", "text", (row) => printBudgetScope(row.scope)],
  ["from_day", "date", (row) => row.fromDay],
  ["to_day", "date", (row) => row.toDay],
  ["amount_minor", "bigint", (row) => row.amountMinor],
  ["currency", "text", (row) => row.currency],
];
