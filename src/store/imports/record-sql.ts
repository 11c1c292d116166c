import { CUSTOMER_OF, type RecordKind } from "../../domain/imports/imports.ts";
import { toldOfSql } from "../customers/told-of.ts";
import { arrayOf, bool, int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import { eachOf, statement, statementsBy } from "../database/statement.ts";
import { SETTLE_PARAMETERS, settleSql } from "./imports.ts";
import { FIELD_KINDS, type Field, RECORD_KINDS, RECORD_TABLES } from "./record-tables.ts";

/** A kind's fields by fact, without the types that only its own records have. */
export const fieldsOf = (of: RecordKind): ReadonlyArray<readonly [fact: string, field: Field]> =>
  Object.entries<Field>(RECORD_TABLES[of].fields);

/** The columns that a file with columns for these facts may change, as one text. */
export function changingColumns(of: RecordKind, has: (fact: string) => boolean): string {
  const changing = fieldsOf(of).filter(([fact, [, , partOf]]) => has(partOf ?? fact));
  return changing.map(([, [column]]) => column).join(" ");
}

/** The rows of the batch as `given`. */
function givenSql(of: RecordKind): string {
  const fields = fieldsOf(of).map(([, [column, kind]]) => [column, `:${column}::${kind}[]`] as const);
  const owned = CUSTOMER_OF[of] === "none" ? [] : [["customer_id", ":customerIds::int[]"] as const];
  const columns = [["external_id", ":externalIds::text[]"] as const, ...owned, ...fields];
  const lists = columns.map(([, list]) => list).join(", ");
  return `unnest(${lists}) AS given (${columns.map(([column]) => column).join(", ")})`;
}

/** The last closing. */
export const CLOSING = "(SELECT through_day, open_from FROM cost_closings ORDER BY through_day DESC LIMIT 1)";

/** What a row of the file makes of a record's columns: whom it does not name stays whom an earlier one named. */
const toldOf = (columns: readonly string[]) =>
  columns
    .map((column) =>
      column === "customer_id" ? `COALESCE(given.customer_id, ${toldOfSql("was")})` : `given.${column}`,
    )
    .join(", ");

/**
 * The rows that would take a record from the customer it belongs to, or change a figure of closed days: what counts in
 * them stays as it was printed.
 */
function refusedSql(of: RecordKind, changing: readonly string[]): string {
  const { name, counted } = RECORD_TABLES[of];
  const owned = CUSTOMER_OF[of] !== "none";
  const figures = columnsOfFacts(of, counted?.facts ?? []).filter((column) => changing.includes(column));
  if (CUSTOMER_OF[of] === "optional") figures.push("customer_id");
  const other = owned ? `COALESCE(${toldOfSql("was")} <> given.customer_id, false)` : "false";
  const closed =
    counted === undefined
      ? "false"
      : `(was.booked_on <= closing.through_day OR (was.booked_on IS NULL AND was.${counted.by} < closing.open_from))
      AND (${rowOf("was", figures)}) IS DISTINCT FROM (${toldOf(figures)})`;
  return `
  SELECT given.external_id AS "externalId", ${owned ? "owner.external_id" : "NULL::text"} AS customer,
    ${other} AS "otherCustomer", to_char(closing.through_day, 'YYYY-MM-DD') AS "closedThrough"
  FROM ${givenSql(of)}
  JOIN ${name} was ON was.source = :source::text AND was.external_id = given.external_id
  ${owned ? `LEFT JOIN customers owner ON owner.id = ${toldOfSql("was")}` : ""}
  LEFT JOIN ${CLOSING} closing ON ${closed}
  WHERE ${other} OR closing.through_day IS NOT NULL`;
}

/**
 * xmax is 0 in a row that this statement inserted. Rows in the order of their ids: two imports of the same ones then never
 * wait for each other. What a change replaces is kept in the audit log.
 */
function saveSql(of: RecordKind, changing: readonly string[]): string {
  const { name, counted, toldAt } = RECORD_TABLES[of];
  const owned = CUSTOMER_OF[of] === "none" ? [] : ["customer_id"];
  const columns = ["external_id", ...owned, ...fieldsOf(of).map(([, [column]]) => column)].join(", ");
  const settings = changing.map((column) => `${column} = excluded.${column}`);
  // Whom a row does not name stays whom an earlier one named.
  const owner = owned.map(() => `COALESCE(excluded.customer_id, ${toldOfSql("was")})`);
  // A trigger lets it count for whom that one is joined into.
  if (owned.length > 0) settings.push(`customer_id = ${owner}`, "told_of = NULL");
  if (counted) settings.push(`booked_on = ${bookedAgainSql(counted.by, `excluded.${counted.by}`)}`);
  return `
  WITH known AS (
    SELECT was.external_id, was.import_id, ${factsSql(of, changing, owned)} AS facts
    FROM ${givenSql(of)} JOIN ${name} was ON was.source = :source::text AND was.external_id = given.external_id
  ), saved AS (
    INSERT INTO ${name} AS was (source, import_id, ${columns}${toldAt ? `, ${toldAt}` : ""})
    SELECT :source::text, :importId::int, ${columns}${toldAt ? ", :now::timestamptz" : ""} FROM ${givenSql(of)}
    ORDER BY external_id
    ON CONFLICT (source, external_id) DO UPDATE SET import_id = :importId, ${settings.join(", ")}
      WHERE (${rowOf("was", [...changing, ...owned])})
        IS DISTINCT FROM (${[rowOf("excluded", changing), ...owner].join(", ")})
    RETURNING xmax = 0 AS is_new, was.external_id, ${owned.length > 0 ? "was.customer_id" : "NULL::int AS customer_id"},
      ${factsSql(of, changing, owned)} AS facts
  ), ${settleSql("(SELECT count(*) FILTER (WHERE is_new) FROM saved)")}, noted AS (
    INSERT INTO audit_events (at, actor, action, customer_id, details)
    SELECT :now::timestamptz, 'import ' || :importId::int, '${name}.changed', saved.customer_id,
      jsonb_build_object('source', :source::text, 'externalId', external_id, 'importId', known.import_id,
        'before', known.facts, 'after', saved.facts)
    FROM saved JOIN known USING (external_id) WHERE NOT is_new
  )
  SELECT (count(*) FILTER (WHERE is_new))::int AS accepted, (count(*) FILTER (WHERE NOT is_new))::int AS updated
  FROM saved`;
}

/** What a row says, by fact, of what may change. */
function factsSql(of: RecordKind, changing: readonly string[], owned: readonly string[]): string {
  const told = fieldsOf(of).filter(([, [column]]) => changing.includes(column));
  const facts = [
    ...told.map(([fact, [column]]) => `'${fact}', was.${column}`),
    ...owned.map(() => `'customerId', ${toldOfSql("was")}`),
  ];
  return `jsonb_build_object(${facts.join(", ")})`;
}

/** A row that counts in open days and now is of a closed one counts on the first open day, as one told late does. */
export const bookedAgainSql = (at: string, told: string) => `
      CASE WHEN was.${at} = ${told} THEN was.booked_on ELSE (
        SELECT CASE WHEN ${told} < closing.open_from THEN closing.through_day + 1 END FROM ${CLOSING} closing
      ) END`;

const rowOf = (alias: string, columns: readonly string[]) =>
  columns.map((column) => (column === "customer_id" ? toldOfSql(alias) : `${alias}.${column}`)).join(", ");

function columnsOfFacts(of: RecordKind, facts: readonly string[]): string[] {
  return fieldsOf(of).flatMap(([fact, [column]]) => (facts.includes(fact) ? [column] : []));
}

/** What the file may change of rows that are there, in a statement for each set of columns that a file has. */
export const RECORD_STATEMENTS = eachOf(RECORD_KINDS, (of) => {
  const all = [changingColumns(of, () => true)];
  const columns = fieldsOf(of).map(([, [column, kind]]) => [column, arrayOf<unknown>(FIELD_KINDS[kind])]);
  const lists = {
    source: text,
    externalIds: arrayOf(text),
    ...(CUSTOMER_OF[of] === "none" ? {} : { customerIds: arrayOf(nullable(int4)) }),
    ...Object.fromEntries(columns),
  };
  const { name } = RECORD_TABLES[of];
  return {
    refused: statementsBy(all, (changing) => ({
      name: `imports/record-rows: refused ${name}, changing ${changing}`,
      sql: refusedSql(of, changing.split(" ")),
      parameters: lists,
      row: { externalId: text, customer: nullable(text), otherCustomer: bool, closedThrough: nullable(text) },
    })),
    save: statementsBy(all, (changing) => ({
      name: `imports/record-rows: save ${name}, changing ${changing}`,
      sql: saveSql(of, changing.split(" ")),
      parameters: { ...SETTLE_PARAMETERS, ...lists, now: timestamptz },
      row: { accepted: int4, updated: int4 },
    })),
    tidy: statement({ name: `imports/record-rows: tidy ${name}`, sql: `ANALYZE ${name}` }),
  };
});
