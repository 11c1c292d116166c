import { CUSTOMER_OF, type RecordKind } from "../../domain/imports/imports.ts";
import { toldOfSql } from "../customers/told-of.ts";
import { int4 } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { eachOf, statement } from "../database/statement.ts";
import { bookedAgainSql, CLOSING, fieldsOf } from "./record-sql.ts";
import { RECORD_KINDS, RECORD_TABLES } from "./record-tables.ts";

/** Tables whose rows may hang on a customer. */
export const OWNED_RECORDS = RECORD_KINDS.filter((of) => CUSTOMER_OF[of] !== "none");

/** Gives back what an import changed of records. @returns how many */
export async function restoreRecords(client: Queryable, importId: number): Promise<number> {
  let restored = 0;
  for (const of of RECORD_KINDS) restored += await STATEMENTS[of].restore.run(client, { importId });
  return restored;
}

/** Removes the records that an import brought and that no later one changed. @returns how many */
export async function removeRecords(client: Queryable, importId: number): Promise<number> {
  let removed = 0;
  for (const of of RECORD_KINDS) removed += await STATEMENTS[of].remove.run(client, { importId });
  return removed;
}

/**
 * What an import changed of a table since it was last taken back: the first change of each row says what was there
 * before it. A row that it brought itself is none.
 */
const changesOf = (of: RecordKind) => `
    SELECT DISTINCT ON (details ->> 'externalId') details ->> 'externalId' AS external_id,
      details ->> 'source' AS source, (details ->> 'importId')::int AS import_id, details -> 'before' AS before
    FROM audit_events e
    WHERE e.actor = 'import ' || :importId::int AND e.action = '${RECORD_TABLES[of].name}.changed'
      AND (e.details ->> 'importId')::int IS DISTINCT FROM :importId::int AND e.id > COALESCE((
        SELECT max(id) FROM audit_events WHERE actor = 'import ' || :importId::int AND action = 'import.undone'), 0)
    ORDER BY details ->> 'externalId', e.id`;

/** SQL for how many records have the import's number, and how many of them it only changed. */
export const countRecordsSql = (which: "all" | "changed"): string =>
  RECORD_KINDS.map((of) => {
    const { name } = RECORD_TABLES[of];
    if (which === "all") return `(SELECT count(*) FROM ${name} WHERE import_id = :importId::int)`;
    return `(SELECT count(*) FROM (${changesOf(of)}) c JOIN ${name} r
      ON r.source = c.source AND r.external_id = c.external_id WHERE r.import_id = :importId::int)`;
  }).join(" + ");

/** SQL for how many records the import told of that a later one changed. */
export const COUNT_CHANGED_LATER = RECORD_KINDS.map((of) => {
  const { name } = RECORD_TABLES[of];
  return `(SELECT count(DISTINCT (e.details ->> 'source', e.details ->> 'externalId')) FROM audit_events e
      JOIN ${name} r ON r.source = e.details ->> 'source' AND r.external_id = e.details ->> 'externalId'
      WHERE e.actor LIKE 'import %' AND e.action = '${name}.changed'
        AND (e.details ->> 'importId')::int = :importId::int AND r.import_id IS DISTINCT FROM :importId::int)`;
}).join(" + ");

function restoreSql(of: RecordKind): string {
  const { name, counted } = RECORD_TABLES[of];
  const fields = fieldsOf(of).map(([fact, [column, kind]]) => ({ fact, column, kind }));
  if (CUSTOMER_OF[of] !== "none") fields.push({ fact: "customerId", column: "customer_id", kind: "int" });
  // The file may have had no column for a fact: then nothing of it was changed.
  const valueTold = (fact: string, column: string) =>
    `CASE WHEN c.before ? '${fact}' THEN told."${fact}" ELSE ${column === "customer_id" ? toldOfSql("was") : `was.${column}`} END`;
  const settings = fields.map(({ fact, column }) => `${column} = ${valueTold(fact, column)}`);
  if (CUSTOMER_OF[of] !== "none") settings.push("told_of = NULL");
  const at = counted && fields.find(({ column }) => column === counted.by);
  if (counted && at)
    settings.push(`booked_on = ${bookedAgainSql(counted.by, valueTold(at.fact, counted.by))}`);
  const types = fields.map(({ fact, kind }) => `"${fact}" ${kind}`).join(", ");
  return `
  UPDATE ${name} was SET import_id = c.import_id, ${settings.join(", ")}
  FROM (${changesOf(of)}) c, LATERAL jsonb_to_record(c.before) AS told (${types})
  WHERE was.source = c.source AND was.external_id = c.external_id AND was.import_id = :importId::int`;
}

const STATEMENTS = eachOf(RECORD_KINDS, (of) => {
  const { name, counted } = RECORD_TABLES[of];
  const isOpen = counted
    ? `AND NOT EXISTS (SELECT FROM ${CLOSING} closing
      WHERE COALESCE(r.booked_on <= closing.through_day, r.${counted.by} < closing.open_from))`
    : "";
  return {
    restore: statement({
      name: `imports/undo-records: restore ${name}`,
      sql: restoreSql(of),
      parameters: { importId: int4 },
    }),
    remove: statement({
      name: `imports/undo-records: remove ${name}`,
      sql: `DELETE FROM ${name} r WHERE r.import_id = :importId ${isOpen}`,
      parameters: { importId: int4 },
    }),
  };
});
