import { int4, text } from "../database/column-kinds.ts";
import { statement } from "../database/statement.ts";
import { JSON_COLUMNS, PERSONAL_COLUMNS } from "./personal-columns.ts";
import { FAMILY_SQL, PERSONAL_TABLES, THEIR_MESSAGE } from "./personal-tables.ts";

const WHERE_THEIRS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PERSONAL_TABLES.map(({ table, where }) => [table, where])),
  message_inputs: `t.message_key IN (${THEIR_MESSAGE})`,
};
const OWN = { customerId: int4 };

const tablesWith = (has: "cleared" | "removed") =>
  Object.entries(PERSONAL_COLUMNS).flatMap(([table, columns]) => (columns[has] === undefined ? [] : [table]));

/** Rows of theirs that go, by table. */
export const REMOVALS = tablesWith("removed").map((table) => ({
  table,
  remove: statement({
    name: `customers/erasure-sql: remove ${table}`,
    sql: `WITH ${FAMILY_SQL} DELETE FROM ${table} t WHERE ${WHERE_THEIRS[table]}`,
    parameters: OWN,
  }),
}));

/** Columns of theirs that are emptied, by table. Customers come last: costs name them by the id that is emptied, too. */
const CLEARED = [...tablesWith("cleared").filter((table) => table !== "customers"), "customers"];
export const CLEARINGS = CLEARED.map((table) => {
  const { cleared = {}, hashed = {} } = PERSONAL_COLUMNS[table] ?? {};
  const columns = Object.entries({ ...cleared, ...hashed });
  const isChanged = columns.map(([column, to]) => `t.${column} IS DISTINCT FROM ${to}`).join(" OR ");
  const clear = statement({
    name: `customers/erasure-sql: clear ${table}`,
    sql: `WITH ${FAMILY_SQL} UPDATE ${table} t SET ${columns.map(([column, to]) => `${column} = ${to}`).join(", ")}
  WHERE (${WHERE_THEIRS[table]}) AND (${isChanged})`,
    parameters: OWN,
  });
  return { table, clear };
});

/** Another customer with the same id in another system is still meant by it. */
const APPLIES_TO = `(
    SELECT string_agg(COALESCE(new.part, told.part), '|' ORDER BY told.place)
    FROM unnest(string_to_array(t.applies_to, '|')) WITH ORDINALITY AS told (part, place)
    LEFT JOIN LATERAL (
      SELECT string_agg('customer:erased-' || c.id, '|' ORDER BY c.id) || CASE WHEN EXISTS (
          SELECT FROM customers o WHERE 'customer:' || o.external_id = told.part AND o.id NOT IN (SELECT id FROM family))
        THEN '|' || told.part ELSE '' END AS part
      FROM customers c WHERE c.id IN (SELECT id FROM family) AND 'customer:' || c.external_id = told.part
    ) new ON true)`;

/** Costs go on applying to them under their new id. */
export const RENAMINGS = ["cost_entries", "recurring_costs"].map((table) => ({
  table,
  rename: statement({
    name: `customers/erasure-sql: rename in ${table}`,
    sql: `WITH ${FAMILY_SQL} UPDATE ${table} t SET applies_to = ${APPLIES_TO}
  WHERE ${WHERE_THEIRS[table]} AND t.applies_to LIKE '%customer:%'`,
    parameters: OWN,
  }),
}));

const SEARCHING = { pattern: text, name: text };

/** Columns that are searched in every row, whosever it is, as "table.column". */
const SEARCHED = Object.entries(PERSONAL_COLUMNS).flatMap(([table, { searched = [] }]) =>
  searched.map((column) => `${table}.${column}`),
);

/** Searched in their own rows alone: large tables, and what is about nobody else. */
const IN_THEIRS_JSON: ReadonlySet<string> = new Set([
  ...["scores.silence", "scores.levers", "scores.reasons"],
  ...["suggestions.action", "suggestions.reason", "suggestions.more_pressing"],
  ...["customers.attributes", "known_attributes.attributes", "customer_joins.why", "customer_pairs.why"],
]);
const SEARCHED_IN_THEIRS = [...IN_THEIRS_JSON, "activities.note"];
const isJson = (column: string): boolean => JSON_COLUMNS.has(column) || IN_THEIRS_JSON.has(column);
const tableOf = (column: string): string => column.split(".")[0] ?? "";

function replaceSql(named: string, more: string): string {
  const [table = "", column = ""] = named.split(".");
  return isJson(named)
    ? `UPDATE ${table} t SET ${column} = regexp_replace(${column}::text, :pattern::text, :name::text, 'g')::jsonb
  WHERE ${column}::text ~ :pattern::text${more}`
    : `UPDATE ${table} t SET ${column} = regexp_replace(${column}, :pattern::text, :name::text, 'gi')
  WHERE ${column} ~* :pattern::text${more}`;
}

/** In whatever row; takes a pattern of its kind. */
export const SEARCHES = SEARCHED.map((column) => ({
  table: tableOf(column),
  isJson: isJson(column),
  search: statement({
    name: `customers/erasure-sql: search ${column}`,
    sql: replaceSql(column, ""),
    parameters: SEARCHING,
  }),
}));

/** In their own rows. */
export const OWN_SEARCHES = SEARCHED_IN_THEIRS.map((column) => ({
  table: tableOf(column),
  isJson: isJson(column),
  search: statement({
    name: `customers/erasure-sql: search ${column} of theirs`,
    sql: `WITH ${FAMILY_SQL} ${replaceSql(column, ` AND (${WHERE_THEIRS[tableOf(column)]})`)}`,
    parameters: { ...OWN, ...SEARCHING },
  }),
}));

/** Tables whose kept columns are looked through afterwards: what still names them there is said. Activities are too many. */
const KEPT = Object.entries(PERSONAL_COLUMNS).flatMap(([table, { kept = [] }]) =>
  kept.length === 0 || table === "activities" || table === "model_versions" ? [] : [{ table, kept }],
);
export const LOOKS = KEPT.map(({ table, kept }) => ({
  table,
  look: statement({
    name: `customers/erasure-sql: look in ${table}`,
    sql: `SELECT count(*)::int AS rows FROM ${table} t
  WHERE concat_ws(' ', ${kept.map((column) => `t.${column}::text`).join(", ")}) ~* :pattern::text`,
    parameters: { pattern: text },
    row: { rows: int4 },
  }),
}));
