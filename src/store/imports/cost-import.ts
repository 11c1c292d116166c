import type { Day } from "../../domain/calendar.ts";
import type { CostEntry, LedgerEntry } from "../../domain/costs/cost-entry.ts";
import {
  ENTRIES,
  ENTRY_COLUMNS,
  ENTRY_PARAMETERS,
  entryValues,
  LEDGER_FIELDS,
  LEDGER_ROW,
} from "../costs/cost-rows.ts";
import { isClosedPeriod, readClosedThrough } from "../costs/ledger-lock.ts";
import { arrayOf, int4, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { type ImportedBatch, SETTLE_PARAMETERS, settleSql, settleValues } from "./imports.ts";

export type CostImportStore = ReturnType<typeof costImportStore>;

export type WrittenBatch =
  | { readonly kind: "written"; readonly added: number }
  | { readonly kind: "closed-meanwhile" };

/** Bulk writing of entries from a file. */
export function costImportStore({ pool }: Database) {
  return {
    closedThrough: (): Promise<Day | null> => readClosedThrough(pool),

    /** Which of a source's entries are kept already, by external id. */
    async kept(source: string, externalIds: readonly string[]): Promise<Map<string, LedgerEntry>> {
      const rows = await KEPT.all(pool, { source, externalIds });
      return new Map(rows.map((row) => [row.externalId, row]));
    },

    /**
     * Writes one batch of an import with its audit event, all or nothing, in one statement. An entry that is there
     * already stays as it is.
     * @returns how many were new, or that the ledger was closed over one of the entries' days: nothing is written then
     */
    async addBatch(batch: ImportedBatch, entries: readonly CostEntry[], at: Date): Promise<WrittenBatch> {
      try {
        const { added } = await ADD.one(pool, { ...settleValues(batch), ...entryValues(entries), at });
        return { kind: "written", added };
      } catch (error) {
        if (isClosedPeriod(error)) return { kind: "closed-meanwhile" };
        throw error;
      }
    },

    /** Fresh statistics after many rows. */
    async tidy(): Promise<void> {
      await TIDY.run(pool);
    },
  };
}

const TIDY = statement({ name: "imports/cost-import: tidy", sql: "ANALYZE cost_entries" });

const KEPT = statement({
  name: "imports/cost-import: kept",
  sql: `
  SELECT ${LEDGER_FIELDS} FROM cost_entries e
  WHERE e.source = :source AND e.external_id = ANY (:externalIds::text[])`,
  parameters: { source: text, externalIds: arrayOf(text) },
  row: LEDGER_ROW,
});

const ADD = statement({
  name: "imports/cost-import: add",
  sql: `
  WITH added AS (
    INSERT INTO cost_entries (${ENTRY_COLUMNS}, created_by, created_at)
    SELECT row.*, 'import ' || :importId::int, :at::timestamptz FROM ${ENTRIES}
    ON CONFLICT (source, external_id) DO NOTHING
    RETURNING 1
  ), ${settleSql("(SELECT count(*) FROM added)")}, noted AS (
    INSERT INTO audit_events (at, actor, action, details)
    SELECT :at::timestamptz, 'import ' || :importId::int, 'cost.imported',
      jsonb_build_object('fromLine', :fromLine::int, 'toLine', :toLine::int, 'added', count(*))
    FROM added HAVING count(*) > 0
  )
  SELECT count(*)::int AS added FROM added`,
  parameters: { ...SETTLE_PARAMETERS, ...ENTRY_PARAMETERS, at: timestamptz },
  row: { added: int4 },
});
