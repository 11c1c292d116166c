import type { RecordKind } from "../../domain/imports/imports.ts";
import { keepLedgerOpen } from "../costs/ledger-lock.ts";
import { noteIn } from "../database/audit.ts";
import { arrayOf, int4, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { eachOf, statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { RECORD_KINDS, RECORD_TABLES } from "./record-tables.ts";

export type SourceDeletionStore = ReturnType<typeof sourceDeletionStore>;

export type Deletion = {
  readonly source: string;
  readonly of: RecordKind | "activities";
  readonly externalIds: readonly string[];
  readonly at: Date;
};

export type Deleted = {
  readonly removed: number;
  /** Stay, because closed books count them. */
  readonly closed: number;
};

/** Takes away what a system says it deleted, except what closed books count; noted in the audit log. */
export function sourceDeletionStore(database: Database) {
  return {
    async remove({ source, of, externalIds, at }: Deletion): Promise<Deleted> {
      if (externalIds.length === 0) return { removed: 0, closed: 0 };
      return inTransaction(database, async (client) => {
        await keepLedgerOpen(client);
        const deleted = await REMOVE[of].one(client, { source, externalIds });
        if (of === "activities") await FORGET_EMPTY_DAYS.run(client, { source });
        if (deleted.removed === 0) return deleted;
        const details = { source, of, externalIds, ...deleted };
        await noteIn(client, {
          at,
          actor: `source ${source}`,
          action: "records.deleted",
          customerId: null,
          details,
        });
        return deleted;
      });
    },
  };
}

const KINDS = [...RECORD_KINDS, "activities"] as const;

/** The column by which closed books count a row; null: they count none. */
const countedBy = (of: (typeof KINDS)[number]) =>
  of === "activities" ? "at" : (RECORD_TABLES[of].counted?.by ?? null);

function removeSql(of: (typeof KINDS)[number]): string {
  const table = of === "activities" ? "activities" : RECORD_TABLES[of].name;
  const at = countedBy(of);
  const isOpen =
    at === null ? "true" : `COALESCE(r.booked_on > closing.through_day, r.${at} >= closing.open_from, true)`;
  const days = `, days AS (
    UPDATE source_days d SET rows = d.rows - gone.rows
    FROM (SELECT (at AT TIME ZONE 'UTC')::date AS day, count(*)::int AS rows FROM removed GROUP BY 1) gone
    WHERE d.source = :source AND d.day = gone.day
  )`;
  return `
  WITH told AS (
    SELECT r.external_id, ${isOpen} AS is_open FROM ${table} r
    LEFT JOIN (SELECT through_day, open_from FROM cost_closings ORDER BY through_day DESC LIMIT 1) closing ON true
    WHERE r.source = :source AND r.external_id = ANY (:externalIds::text[])
  ), removed AS (
    DELETE FROM ${table} r USING told
    WHERE r.source = :source AND r.external_id = told.external_id AND told.is_open
    RETURNING ${of === "activities" ? "r.at" : "1"}
  )${of === "activities" ? days : ""}
  SELECT (SELECT count(*) FROM removed)::int AS removed, (SELECT count(*) FROM told WHERE NOT is_open)::int AS closed`;
}

const REMOVE = eachOf(KINDS, (of) =>
  statement({
    name: `imports/source-deletions: remove ${of}`,
    sql: removeSql(of),
    parameters: { source: text, externalIds: arrayOf(text) },
    row: { removed: int4, closed: int4 },
  }),
);

const FORGET_EMPTY_DAYS = statement({
  name: "imports/source-deletions: forget empty days",
  sql: "DELETE FROM source_days WHERE source = :source AND rows <= 0",
  parameters: { source: text },
});
