import type { PoolClient } from "pg";
import type { Activity } from "../domain/activity.ts";
import type { Database } from "./database.ts";
import { type ImportedStretch, inTransaction, settleStretch } from "./imports.ts";

export type ActivityRowsStore = ReturnType<typeof activityRowsStore>;

/** An activity of a customer by the customer's id in the store. */
export type OwnedActivity = { readonly customerId: number; readonly activity: Activity };

/** Bulk writing of activities. A row that is there already (by source and external id) stays as it is. */
export function activityRowsStore(database: Database) {
  return {
    /**
     * Writes one stretch of an import, all or nothing.
     * @param activities all of one source
     * @returns how many were new
     */
    addStretch(stretch: ImportedStretch, activities: readonly OwnedActivity[]): Promise<number> {
      return inTransaction(database, async (client) => {
        const added = await insertActivities(client, activities);
        await settleStretch(client, stretch, added);
        return added;
      });
    },

    /** After many rows: fresh statistics, and a visibility map so that the features read the index alone. */
    async tidy(): Promise<void> {
      await database.pool.query("VACUUM (ANALYZE) activities");
      await database.pool.query("ANALYZE customers");
    },
  };
}

async function insertActivities(client: PoolClient, rows: readonly OwnedActivity[]): Promise<number> {
  const source = rows[0]?.activity.source;
  if (source === undefined) return 0;
  const result = await client.query({
    name: "insert-activities",
    text: INSERT,
    values: [
      source,
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
    ],
  });
  return result.rowCount ?? 0;
}

// Milliseconds as a number are cheaper to send and to read than a date as text.
const INSERT = `
  INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category, quantity,
    document, note)
  SELECT $1, external_id, customer_id, kind, to_timestamp(at_ms / 1000), amount_minor, currency, category, quantity,
    document, note
  FROM unnest($2::text[], $3::int[], $4::text[], $5::float8[], $6::bigint[], $7::text[], $8::text[], $9::float8[],
    $10::text[], $11::text[])
    AS row (external_id, customer_id, kind, at_ms, amount_minor, currency, category, quantity, document, note)
  ON CONFLICT DO NOTHING`;
