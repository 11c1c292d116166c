import type { Day } from "../../domain/calendar.ts";
import type { CostEntry, LedgerEntry } from "../../domain/costs/cost-entry.ts";
import {
  ENTRY_COLUMNS,
  entriesFrom,
  entryFrom,
  entryValues,
  LEDGER_FIELDS,
  type LedgerRow,
} from "../costs/cost-rows.ts";
import { isClosedPeriod, readClosedThrough } from "../costs/ledger-lock.ts";
import type { Database } from "../database/database.ts";
import { type ImportedStretch, settleSql, settleValues } from "./imports.ts";

export type CostImportStore = ReturnType<typeof costImportStore>;

export type WrittenStretch =
  | { readonly kind: "written"; readonly added: number }
  | { readonly kind: "closed-meanwhile" };

/** Bulk writing of entries from a file. */
export function costImportStore({ pool }: Database) {
  return {
    closedThrough: (): Promise<Day | null> => readClosedThrough(pool),

    /** Which of a source's entries are kept already, by external id. */
    async kept(source: string, externalIds: readonly string[]): Promise<Map<string, LedgerEntry>> {
      const { rows } = await pool.query<LedgerRow>(KEPT, [source, externalIds]);
      return new Map(rows.map((row) => [row.externalId, entryFrom(row)]));
    },

    /**
     * Writes one stretch of an import with its audit event, all or nothing, in one statement. An entry that is there
     * already stays as it is.
     * @returns how many were new, or that the ledger was closed over one of the entries' days: nothing is written then
     */
    async addStretch(
      stretch: ImportedStretch,
      entries: readonly CostEntry[],
      at: Date,
    ): Promise<WrittenStretch> {
      const values = [...settleValues(stretch), ...entryValues(entries), at];
      try {
        const { rows } = await pool.query<{ added: number }>(ADD, values);
        return { kind: "written", added: rows[0]?.added ?? 0 };
      } catch (error) {
        if (isClosedPeriod(error)) return { kind: "closed-meanwhile" };
        throw error;
      }
    },

    /** Fresh statistics after many rows. */
    async tidy(): Promise<void> {
      await pool.query("ANALYZE cost_entries");
    },
  };
}

const KEPT = `
  SELECT ${LEDGER_FIELDS} FROM cost_entries e WHERE e.source = $1 AND e.external_id = ANY ($2::text[])`;

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
