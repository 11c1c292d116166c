import type { Activity } from "../../domain/activity.ts";
import { type CostBudget, printBudgetScope } from "../../domain/costs/budget.ts";
import type { HourlyCost } from "../../domain/costs/touch-labour.ts";
import type { Member } from "../../domain/customer.ts";
import type { CostRecord, CustomerFile } from "../../domain/customer-records.ts";
import type { ExchangeRate } from "../../domain/exchange-rates.ts";
import {
  arrayOf,
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
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type SearchableFile = CustomerFile & {
  readonly search: { readonly keys: readonly string[]; readonly text: string };
};

/** A record with the id that its customer got. */
export type Owned<T> = T & { readonly customerId: number | undefined };

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

/**
 * Writes rows of a table, some thousand at a time.
 * @param onConflict what becomes of rows that are there, when the table is filled and when rows are added later
 */
function table<Row>(
  name: string,
  columns: readonly Column<Row>[],
  onConflict: { readonly first?: string; readonly later?: string } = {},
) {
  const names = columns.map(([column]) => column);
  const values = columns.map(([column, type]) =>
    type === "keys" ? `string_to_array(${column}, E'\\n')` : column,
  );
  const lists = columns.map(([column, type]) => `:${column}::${type === "keys" ? "text" : type}[]`);
  const insert = (when: string, conflict: string) =>
    statement({
      name: `imports/demo-tables: ${name}${when}`,
      sql: `INSERT INTO ${name} (${names}) SELECT ${values} FROM unnest(${lists}) AS given (${names}) ${conflict}`,
      parameters: Object.fromEntries(
        columns.map(([column, type]) => [column, arrayOf<unknown>(KINDS[type])]),
      ),
    });
  const writer =
    (into: ReturnType<typeof insert>) =>
    async (client: Queryable, rows: readonly Row[]): Promise<void> => {
      for (let from = 0; from < rows.length; from += ROWS_PER_BATCH) {
        const batch = rows.slice(from, from + ROWS_PER_BATCH);
        const given = columns.map(([column, , value]) => [column, batch.map(value)]);
        await into.run(client, Object.fromEntries(given));
      }
    };
  return {
    write: writer(insert("", onConflict.first ?? "")),
    /** Rows that may be there already: those stay as they are, but for what changes in time. */
    add: writer(insert(", later", onConflict.later ?? DO_NOTHING)),
  };
}

const DO_NOTHING = "ON CONFLICT DO NOTHING";

export const MEMBERS = table<Member>(
  "members",
  [
    ["slack_user_id", "text", (row) => row.slackUserId],
    ["name", "text", (row) => row.name],
    ["email", "text", (row) => row.email],
    ["role", "text", (row) => row.role],
    ["time_zone", "text", (row) => row.timeZone],
  ],
  { first: DO_NOTHING },
);

export const CUSTOMERS = table<SearchableFile>("customers", [
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

export const CONTACTS = table<Owned<CustomerFile["contacts"][number]>>("contacts", [
  ...OWNED_COLUMNS,
  ["name", "text", (row) => row.name],
  ["role", "text", (row) => row.role],
  ["email", "text", (row) => row.email],
  ["phone", "text", (row) => row.phone],
  ["preferred_channel", "text", (row) => row.preferredChannel],
  ["language", "text", (row) => row.language],
  ["birthday", "date", (row) => row.birthday],
  ["left_on", "date", (row) => row.leftOn],
]);

export const ACTIVITIES = table<Owned<Activity>>("activities", [
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

export const TICKETS = table<Owned<CustomerFile["tickets"][number]>>(
  "tickets",
  [
    ...OWNED_COLUMNS,
    ["subject", "text", (row) => row.subject],
    ["severity", "text", (row) => row.severity],
    ["opened_at", "timestamptz", (row) => row.openedAt],
    ["first_reply_at", "timestamptz", (row) => row.firstReplyAt],
    ["solved_at", "timestamptz", (row) => row.solvedAt],
  ],
  {
    later: `ON CONFLICT (source, external_id) DO UPDATE
    SET first_reply_at = excluded.first_reply_at, solved_at = excluded.solved_at`,
  },
);

export const FEEDBACK = table<Owned<CustomerFile["feedback"][number]>>("feedback", [
  ...OWNED_COLUMNS,
  ["kind", "text", (row) => row.kind],
  ["score", "float8", (row) => row.score],
  ["scale_max", "float8", (row) => row.scaleMax],
  ["comment", "text", (row) => row.comment],
  ["at", "timestamptz", (row) => row.at],
]);

export const TOUCHES = table<Owned<CustomerFile["touches"][number]>>("touches", [
  ...OWNED_COLUMNS,
  ["member_id", "text", (row) => row.memberId],
  ["channel", "text", (row) => row.channel],
  ["outcome", "text", (row) => row.outcome],
  ["note", "text", (row) => row.note],
  ["minutes_spent", "int", (row) => row.minutesSpent],
  ["at", "timestamptz", (row) => row.at],
  ["logged_at", "timestamptz", (row) => row.at],
]);

export const COSTS = table<CostRecord>("cost_entries", [
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

export const HOURLY_COSTS = table<HourlyCost & Change>(
  "hourly_costs",
  [
    ["member_id", "text", (row) => row.memberId],
    ["from_day", "date", (row) => row.fromDay],
    ["amount_minor", "bigint", (row) => row.perHour.minor],
    ["currency", "text", (row) => row.perHour.currency],
    ...CHANGE_COLUMNS,
  ],
  { first: DO_NOTHING },
);

export const RATES = table<ExchangeRate & Change>(
  "exchange_rates",
  [
    ["from_currency", "text", (row) => row.fromCurrency],
    ["to_currency", "text", (row) => row.toCurrency],
    ["day", "date", (row) => row.day],
    ["rate", "numeric", (row) => row.rate],
    ...CHANGE_COLUMNS,
  ],
  { first: DO_NOTHING },
);

export const BUDGETS = table<CostBudget & Change>(
  "cost_budgets",
  [
    ["scope", "text", (row) => printBudgetScope(row.scope)],
    ["from_day", "date", (row) => row.fromDay],
    ["to_day", "date", (row) => row.toDay],
    ["amount_minor", "bigint", (row) => row.amountMinor],
    ["currency", "text", (row) => row.currency],
    ...CHANGE_COLUMNS,
  ],
  { first: DO_NOTHING },
);
