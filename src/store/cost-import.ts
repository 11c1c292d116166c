import type { CostEntry } from "../domain/costs/cost-entry.ts";
import type { Day } from "../domain/customer.ts";
import {
  ENTRY_COLUMNS,
  ENTRY_FIELDS,
  type EntryRow,
  entriesFrom,
  entryFrom,
  entryValues,
} from "./cost-rows.ts";
import type { Database } from "./database.ts";
import { type ImportedStretch, settleSql, settleValues } from "./imports.ts";
import { nameRefusal, readClosedThrough } from "./ledger-lock.ts";

export type CostImportStore = ReturnType<typeof costImportStore>;

/** Bulk writing of entries from a file. */
export function costImportStore({ pool }: Database) {
  return {
    closedThrough: (): Promise<Day | null> => readClosedThrough(pool),

    /** Which of a source's entries are kept already, by external id. */
    async kept(source: string, externalIds: readonly string[]): Promise<Map<string, CostEntry>> {
      const { rows } = await pool.query<EntryRow>(KEPT, [source, externalIds]);
      return new Map(rows.map((row) => [row.externalId, entryFrom(row)]));
    },

    /**
     * Writes one stretch of an import with its audit event, all or nothing, in one statement. An entry that is there
     * already stays as it is.
     * @returns how many were new
     * @throws ClosedPeriodError where one touches a closed day; nothing is written then
     */
    async addStretch(stretch: ImportedStretch, entries: readonly CostEntry[], at: Date): Promise<number> {
      const values = [...settleValues(stretch), ...entryValues(entries), at];
      const { rows } = await pool.query<{ added: number }>(ADD, values).catch(nameRefusal);
      return rows[0]?.added ?? 0;
    },

    /** Fresh statistics after many rows. */
    async tidy(): Promise<void> {
      await pool.query("ANALYZE cost_entries");
    },
  };
}

const KEPT = `
  SELECT ${ENTRY_FIELDS} FROM cost_entries e WHERE e.source = $1 AND e.external_id = ANY ($2::text[])`;

const ADD = `
  WITH added AS (
    INSERT INTO cost_entries (${ENTRY_COLUMNS}, created_by, created_at)
    SELECT row.*, 'import ' || $1::int, $20::timestamptz FROM ${entriesFrom(8)}
    ON CONFLICT (source, external_id) DO NOTHING
    RETURNING 1
  ), ${settleSql("(SELECT count(*) FROM added)")}, noted AS (
    INSERT INTO audit_events (at, actor, action, details)
    SELECT $20::timestamptz, 'import ' || $1::int, 'cost.imported',
      jsonb_build_object('fromLine', $2::int, 'toLine', $3::int, 'added', count(*))
    FROM added HAVING count(*) > 0
  )
  SELECT count(*)::int AS added FROM added`;
