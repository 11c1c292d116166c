import type { CostEntry } from "../domain/costs/cost-entry.ts";
import type { Day } from "../domain/customer.ts";
import type { Database } from "./database.ts";

export type CostStore = ReturnType<typeof costStore>;

/** What was spent to keep customers. */
export function costStore({ pool }: Database) {
  return {
    /** Keeps entries that are not kept yet, by source and external id. @returns how many were new */
    async record(entries: readonly CostEntry[]): Promise<number> {
      const { rowCount } = await pool.query(RECORD, columnsOf(entries));
      return rowCount ?? 0;
    },

    /** The entries that cover any day from `from` to `to`, both included. */
    async covering(from: Day, to: Day): Promise<CostEntry[]> {
      const { rows } = await pool.query<CostRow>(COVERING, [from, to]);
      return rows.map(({ amountMinor, ...entry }) => ({ ...entry, amountMinor: Number(amountMinor) }));
    },
  };
}

const RECORD = `
  INSERT INTO cost_entries (source, external_id, category, subcategory, kind, amount_minor, currency, from_day,
    to_day, applies_to, driver, note)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[],
    $8::date[], $9::date[], $10::text[], $11::text[], $12::text[])
  ON CONFLICT (source, external_id) DO NOTHING`;

const COVERING = `
  SELECT source, external_id AS "externalId", category, subcategory, kind, amount_minor AS "amountMinor", currency,
    to_char(from_day, 'YYYY-MM-DD') AS "fromDay", to_char(to_day, 'YYYY-MM-DD') AS "toDay",
    applies_to AS "appliesTo", driver, note
  FROM cost_entries WHERE from_day <= $2::date AND to_day >= $1::date ORDER BY id`;

type CostRow = Omit<CostEntry, "amountMinor"> & { readonly amountMinor: string };

function columnsOf(entries: readonly CostEntry[]): unknown[][] {
  return [
    entries.map((entry) => entry.source),
    entries.map((entry) => entry.externalId),
    entries.map((entry) => entry.category),
    entries.map((entry) => entry.subcategory),
    entries.map((entry) => entry.kind),
    entries.map((entry) => entry.amountMinor),
    entries.map((entry) => entry.currency),
    entries.map((entry) => entry.fromDay),
    entries.map((entry) => entry.toDay),
    entries.map((entry) => entry.appliesTo),
    entries.map((entry) => entry.driver),
    entries.map((entry) => entry.note),
  ];
}
