import type { Day } from "../../src/domain/calendar.ts";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import {
  ENTRY_COLUMNS,
  ENTRY_FIELDS,
  type EntryRow,
  entriesFrom,
  entryFrom,
  entryValues,
} from "../../src/store/costs/cost-rows.ts";
import type { Database } from "../../src/store/database/database.ts";

/** The ledger's rows as they are: written past every rule but the database's own. */
export function costEntries({ pool }: Pick<Database, "pool">) {
  return {
    /** Keeps entries that are not kept yet, by source and external id. @returns how many were new */
    async record(entries: readonly CostEntry[]): Promise<number> {
      const { rowCount } = await pool.query(RECORD, entryValues(entries));
      return rowCount ?? 0;
    },

    /** The entries that cover any day from `from` to `to`, both included. */
    async covering(from: Day, to: Day): Promise<CostEntry[]> {
      const { rows } = await pool.query<EntryRow>(COVERING, [from, to]);
      return rows.map(entryFrom);
    },
  };
}

const RECORD = `
  INSERT INTO cost_entries (${ENTRY_COLUMNS}) SELECT * FROM ${entriesFrom(1)}
  ON CONFLICT (source, external_id) DO NOTHING`;

const COVERING = `
  SELECT ${ENTRY_FIELDS}
  FROM cost_entries e WHERE e.from_day <= $2::date AND e.to_day >= $1::date ORDER BY e.id`;
