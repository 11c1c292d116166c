import type { Activity } from "../../domain/activity.ts";
import type { Database } from "../database/database.ts";
import { type ImportedStretch, settleSql, settleValues } from "./imports.ts";

export type ActivityRowsStore = ReturnType<typeof activityRowsStore>;

/** An activity of a customer by the customer's id in the store. */
export type OwnedActivity = { readonly customerId: number; readonly activity: Activity };

/** Bulk writing of activities. A row that is there already (by source and external id) stays as it is. */
export function activityRowsStore(database: Database) {
  let expectNewRows = true;
  const write = async (sql: string, values: unknown[]): Promise<number> => {
    const { rows } = await database.pool.query<{ added: number }>(sql, values);
    return rows[0]?.added ?? 0;
  };
  return {
    /**
     * Writes one stretch of an import, all or nothing, in one round trip. While every row is new, rows are inserted
     * without asking for conflicts, which costs a fifth less; the first known row turns to the asking way.
     * @param activities all of one source
     * @returns how many were new
     */
    async addStretch(stretch: ImportedStretch, activities: readonly OwnedActivity[]): Promise<number> {
      const values = [...settleValues(stretch), ...valuesOf(activities)];
      const added = expectNewRows ? await write(INSERT_NEW, values).catch(nullIfKnown) : null;
      if (added !== null) return added;
      const counted = await write(INSERT_UNKNOWN, values);
      expectNewRows = counted === activities.length;
      return counted;
    },

    /** After many rows: fresh statistics, and a visibility map so that the features read the index alone. */
    async tidy(): Promise<void> {
      await database.pool.query("VACUUM (ANALYZE) activities");
      await database.pool.query("ANALYZE customers");
    },
  };
}

const UNIQUE_VIOLATION = "23505";

function nullIfKnown(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION) return null;
  throw error;
}

function valuesOf(rows: readonly OwnedActivity[]): unknown[] {
  return [
    rows[0]?.activity.source ?? "",
    rows.map((row) => row.activity.externalId),
    rows.map((row) => row.customerId),
    rows.map((row) => row.activity.kind),
    rows.map((row) => row.activity.at.getTime()),
    rows.map((row) => row.activity.amountMinor),
    rows.map((row) => row.activity.currency),
    rows.map((row) => row.activity.category),
    rows.map((row) => row.activity.quantity),
    rows.map((row) => row.activity.document),
    rows.map((row) => row.activity.note),
  ];
}

// Milliseconds as a number are cheaper to send and to read than a date as text. The statements stay unnamed: in the
// embedded database all connections share one session, and with it the names of prepared statements.
const insertSql = (onConflict: string) => `
  WITH added AS (
    INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category, quantity,
      document, note)
    SELECT $8, external_id, customer_id, kind, to_timestamp(at_ms / 1000), amount_minor, currency, category,
      quantity, document, note
    FROM unnest($9::text[], $10::int[], $11::text[], $12::float8[], $13::bigint[], $14::text[], $15::text[],
      $16::float8[], $17::text[], $18::text[])
      AS row (external_id, customer_id, kind, at_ms, amount_minor, currency, category, quantity, document, note)
    ${onConflict}
    RETURNING 1
  ), ${settleSql("(SELECT count(*) FROM added)")}
  SELECT count(*)::int AS added FROM added`;
const INSERT_NEW = insertSql("");
const INSERT_UNKNOWN = insertSql("ON CONFLICT DO NOTHING");
