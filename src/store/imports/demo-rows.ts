import type { Activity } from "../../domain/activity.ts";
import { type CostBudget, printBudgetScope } from "../../domain/costs/budget.ts";
import type { ExchangeRate } from "../../domain/costs/exchange-rates.ts";
import type { RecurringCost } from "../../domain/costs/recurring.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { Member } from "../../domain/customer.ts";
import type { CostRecord, CustomerFile } from "../../domain/customer-records.ts";
import { insertRecurring, makeDueEntries } from "../costs/recurring-costs.ts";
import { noteIn } from "../database/audit.ts";
import {
  arrayOf,
  bool,
  date,
  float8,
  int4,
  int8,
  jsonText,
  type Kind,
  nullable,
  numeric,
  text,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
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
        await LOCK.run(client);
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
        await LOCK.run(client);
        const { others } = await PRESENT.one(client, { source: rows.source });
        if (others) return false;
        await CLEAR.run(client);
        await writeAll(client, rows, at);
        return true;
      }),
  };
}

async function customersPresent(client: Queryable, source: string): Promise<CustomersPresent> {
  const { mine, others } = await PRESENT.one(client, { source });
  if (mine) return "of-source";
  return others ? "of-others" : "none";
}

const LOCK = statement({
  name: "imports/demo-rows: lock",
  sql: "SELECT pg_advisory_xact_lock(hashtext('mainstay.demo-rows'))::text AS locked",
  row: { locked: text },
});

const PRESENT = statement({
  name: "imports/demo-rows: customers present",
  sql: `
  SELECT EXISTS (SELECT 1 FROM customers WHERE source = :source) AS mine,
    EXISTS (SELECT 1 FROM customers WHERE source <> :source) AS others`,
  parameters: { source: text },
  row: { mine: bool, others: bool },
});

/** Numbers begin anew, so that the rows are those that an empty store would get. */
const CLEAR = statement({
  name: "imports/demo-rows: clear",
  sql: `TRUNCATE customers, activities, source_days, cost_entries, recurring_costs, hourly_costs, exchange_rates,
  cost_budgets RESTART IDENTITY CASCADE`,
});

async function writeAll(client: Queryable, rows: DemoRows, at: Date): Promise<void> {
  const { source } = rows;
  await MEMBERS.write(client, rows.members);
  await CUSTOMERS.write(client, rows.files);
  await DATE_CUSTOMERS.run(client, { source, at });
  const owned = ownedRows(rows.files, await customerIds(client, source));
  await CONTACTS.write(client, owned("contacts"));
  await ACTIVITIES.write(client, owned("activities"));
  await TICKETS.write(client, owned("tickets"));
  await FEEDBACK.write(client, owned("feedback"));
  await TOUCHES.write(client, owned("touches"));
  await COSTS.write(client, rows.costs);
  await writeLedger(client, rows, at);
  await noteIn(client, { at, actor: WRITER, action: "demo.loaded", customerId: null, details: {} });
  // Without statistics the first queries would be planned for empty tables.
  await ANALYZE.run(client);
}

async function writeLedger(client: Queryable, rows: DemoRows, at: Date): Promise<void> {
  const change = { by: WRITER, at };
  const set = <Row>(list: readonly Row[]) => list.map((row) => ({ ...row, ...change }));
  await HOURLY_COSTS.write(client, set(rows.hourlyCosts));
  await RATES.write(client, set(rows.exchangeRates));
  await BUDGETS.write(client, set(rows.budgets));
  for (const cost of rows.recurringCosts) await insertRecurring(client, cost, change);
  await makeDueEntries(client, at.toISOString().slice(0, 10), change);
}

const DATE_CUSTOMERS = statement({
  name: "imports/demo-rows: date customers",
  sql: "UPDATE customers SET created_at = :at, updated_at = :at WHERE source = :source",
  parameters: { source: text, at: timestamptz },
});

const ANALYZE = statement({
  name: "imports/demo-rows: analyze",
  sql: "ANALYZE customers, activities, tickets, feedback, touches",
});

const IDS = statement({
  name: "imports/demo-rows: ids",
  sql: "SELECT id, external_id FROM customers WHERE source = :source",
  parameters: { source: text },
  row: { id: int4, external_id: text },
});

const WRITER = "mainstay";

async function customerIds(client: Queryable, source: string): Promise<ReadonlyMap<string, number>> {
  const rows = await IDS.all(client, { source });
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

/** Name in the table, type of its list, value in a row. */
type Column<Row> = readonly [name: string, type: keyof typeof KINDS, value: (row: Row) => unknown];

/** Any of the columns may be null, as the rows have it. */
const KINDS = {
  text: nullable(text),
  bigint: nullable(int8),
  int: nullable(int4),
  float8: nullable(float8),
  numeric: nullable(numeric),
  date: nullable(date),
  timestamptz: nullable(timestamptz),
  jsonb: nullable(jsonText),
  /** A list of texts travels as lines: `unnest` would flatten a list of lists. Keys hold no line break. */
  keys: nullable(text),
} satisfies Readonly<Record<string, Kind<unknown>>>;

/** Chosen: larger batches gained nothing when measured (2,000 to 10,000 rows took the same time a row). */
const ROWS_PER_BATCH = 4000;

/** Writes rows of a table, some thousand at a time. */
function table<Row>(name: string, columns: readonly Column<Row>[], onConflict = "") {
  const names = columns.map(([column]) => column);
  const values = columns.map(([column, type]) =>
    type === "keys" ? `string_to_array(${column}, E'\\n')` : column,
  );
  const lists = columns.map(([column, type]) => `:${column}::${type === "keys" ? "text" : type}[]`);
  const insert = statement({
    name: `imports/demo-rows: ${name}`,
    sql: `INSERT INTO ${name} (${names}) SELECT ${values} FROM unnest(${lists}) AS given (${names}) ${onConflict}`,
    parameters: Object.fromEntries(columns.map(([column, type]) => [column, arrayOf<unknown>(KINDS[type])])),
  });
  return {
    async write(client: Queryable, rows: readonly Row[]): Promise<void> {
      for (let from = 0; from < rows.length; from += ROWS_PER_BATCH) {
        const batch = rows.slice(from, from + ROWS_PER_BATCH);
        await insert.run(
          client,
          Object.fromEntries(columns.map(([column, , value]) => [column, batch.map(value)])),
        );
      }
    },
  };
}

const MEMBERS = table<Member>(
  "members",
  [
    ["slack_user_id", "text", (row) => row.slackUserId],
    ["name", "text", (row) => row.name],
    ["email", "text", (row) => row.email],
    ["role", "text", (row) => row.role],
    ["time_zone", "text", (row) => row.timeZone],
  ],
  "ON CONFLICT DO NOTHING",
);

const CUSTOMERS = table<SearchableFile>("customers", [
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
  ["search_keys", "keys", ({ search }) => search.keys.join("\n")],
  ["search_text", "text", ({ search }) => search.text],
]);

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

const CONTACTS = table<Owned<CustomerFile["contacts"][number]>>("contacts", [
  ...OWNED_COLUMNS,
  ["name", "text", (row) => row.name],
  ["role", "text", (row) => row.role],
  ["email", "text", (row) => row.email],
  ["phone", "text", (row) => row.phone],
  ["preferred_channel", "text", (row) => row.preferredChannel],
  ["language", "text", (row) => row.language],
  ["birthday", "date", (row) => row.birthday],
]);

const ACTIVITIES = table<Owned<Activity>>("activities", [
  ...OWNED_COLUMNS,
  ["kind", "text", (row) => row.kind],
  ["at", "timestamptz", (row) => row.at],
  ["amount_minor", "bigint", (row) => row.amountMinor],
  ["currency", "text", (row) => row.currency],
  ["category", "text", (row) => row.category],
  ["quantity", "float8", (row) => row.quantity],
  ["document", "text", (row) => row.document],
  ["note", "text", (row) => row.note],
]);

const TICKETS = table<Owned<CustomerFile["tickets"][number]>>("tickets", [
  ...OWNED_COLUMNS,
  ["subject", "text", (row) => row.subject],
  ["severity", "text", (row) => row.severity],
  ["opened_at", "timestamptz", (row) => row.openedAt],
  ["first_reply_at", "timestamptz", (row) => row.firstReplyAt],
  ["solved_at", "timestamptz", (row) => row.solvedAt],
]);

const FEEDBACK = table<Owned<CustomerFile["feedback"][number]>>("feedback", [
  ...OWNED_COLUMNS,
  ["kind", "text", (row) => row.kind],
  ["score", "float8", (row) => row.score],
  ["scale_max", "float8", (row) => row.scaleMax],
  ["comment", "text", (row) => row.comment],
  ["at", "timestamptz", (row) => row.at],
]);

const TOUCHES = table<Owned<CustomerFile["touches"][number]>>("touches", [
  ...OWNED_COLUMNS,
  ["member_id", "text", (row) => row.memberId],
  ["channel", "text", (row) => row.channel],
  ["outcome", "text", (row) => row.outcome],
  ["note", "text", (row) => row.note],
  ["minutes_spent", "int", (row) => row.minutesSpent],
  ["at", "timestamptz", (row) => row.at],
  ["logged_at", "timestamptz", (row) => row.at],
]);

const COSTS = table<CostRecord>("cost_entries", [
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
]);

type Change = { readonly by: string; readonly at: Date };
const CHANGE_COLUMNS: readonly Column<Change>[] = [
  ["set_by", "text", (row) => row.by],
  ["set_at", "timestamptz", (row) => row.at],
];

const HOURLY_COSTS = table<HourlyCost & Change>(
  "hourly_costs",
  [
    ["member_id", "text", (row) => row.memberId],
    ["from_day", "date", (row) => row.fromDay],
    ["amount_minor", "bigint", (row) => row.perHour.minor],
    ["currency", "text", (row) => row.perHour.currency],
    ...CHANGE_COLUMNS,
  ],
  "ON CONFLICT DO NOTHING",
);

const RATES = table<ExchangeRate & Change>(
  "exchange_rates",
  [
    ["from_currency", "text", (row) => row.fromCurrency],
    ["to_currency", "text", (row) => row.toCurrency],
    ["day", "date", (row) => row.day],
    ["rate", "numeric", (row) => row.rate],
    ...CHANGE_COLUMNS,
  ],
  "ON CONFLICT DO NOTHING",
);

const BUDGETS = table<CostBudget & Change>(
  "cost_budgets",
  [
    ["scope", "text", (row) => printBudgetScope(row.scope)],
    ["from_day", "date", (row) => row.fromDay],
    ["to_day", "date", (row) => row.toDay],
    ["amount_minor", "bigint", (row) => row.amountMinor],
    ["currency", "text", (row) => row.currency],
    ...CHANGE_COLUMNS,
  ],
  "ON CONFLICT DO NOTHING",
);
