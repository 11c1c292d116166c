import type { Day } from "../../src/domain/calendar.ts";
import type { CostEntry } from "../../src/domain/costs/cost-entry.ts";
import {
  ENTRIES,
  ENTRY_COLUMNS,
  ENTRY_FIELDS,
  ENTRY_PARAMETERS,
  ENTRY_ROW,
  entryValues,
} from "../../src/store/costs/cost-rows.ts";
import { date } from "../../src/store/database/column-kinds.ts";
import type { Database } from "../../src/store/database/database.ts";
import { unlistedStatement } from "../../src/store/database/statement.ts";

/** The ledger's rows as they are: written past every rule but the database's own. */
export function costEntries({ pool }: Pick<Database, "pool">) {
  return {
    /** Keeps entries that are not kept yet, by source and external id. @returns how many were new */
    record: (entries: readonly CostEntry[]): Promise<number> => RECORD.run(pool, entryValues(entries)),

    /** The entries that cover any day from `from` to `to`, both included. */
    covering: (from: Day, to: Day): Promise<CostEntry[]> => COVERING.all(pool, { from, to }),
  };
}

const RECORD = unlistedStatement({
  name: "test: record cost entries",
  sql: `
  INSERT INTO cost_entries (${ENTRY_COLUMNS}) SELECT * FROM ${ENTRIES}
  ON CONFLICT (source, external_id) DO NOTHING`,
  parameters: ENTRY_PARAMETERS,
});

const COVERING = unlistedStatement({
  name: "test: cost entries covering days",
  sql: `
  SELECT ${ENTRY_FIELDS}
  FROM cost_entries e WHERE e.from_day <= :to::date AND e.to_day >= :from::date ORDER BY e.id`,
  parameters: { from: date, to: date },
  row: ENTRY_ROW,
});
