import type { Activity } from "../../domain/activity.ts";
import { arrayOf, float8, int4, int8, nullable, text, type ValuesOf } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { type ImportedBatch, SETTLE_PARAMETERS, settleSql, settleValues } from "./imports.ts";

export type ActivityRowsStore = ReturnType<typeof activityRowsStore>;

/** An activity of a customer by the customer's id in the store. */
export type OwnedActivity = { readonly customerId: number; readonly activity: Activity };

/** Bulk writing of activities. A row that is there already (by source and external id) stays as it is. */
export function activityRowsStore(database: Database) {
  let expectNewRows = true;
  type Values = ValuesOf<typeof INSERT_NEW.parameters>;
  const insertNew = async (values: Values) => (await INSERT_NEW.one(database.pool, values)).added;
  const insertUnknown = async (values: Values) => (await INSERT_UNKNOWN.one(database.pool, values)).added;
  return {
    /**
     * Writes one batch of an import, all or nothing, in one round trip. While every row is new, rows are inserted
     * without asking for conflicts, which costs a fifth less; the first known row turns to the asking way.
     * @param activities all of one source
     * @returns how many were new
     */
    async addBatch(batch: ImportedBatch, activities: readonly OwnedActivity[]): Promise<number> {
      const values = { ...settleValues(batch), ...valuesOf(activities) };
      const added = expectNewRows ? await insertNew(values).catch(nullIfKnown) : null;
      if (added !== null) return added;
      const counted = await insertUnknown(values);
      expectNewRows = counted === activities.length;
      return counted;
    },

    /** After many rows: fresh statistics, and a visibility map so that the features read the index alone. */
    async tidy(): Promise<void> {
      await TIDY_ACTIVITIES.run(database.pool);
      await TIDY_CUSTOMERS.run(database.pool);
    },
  };
}

const UNIQUE_VIOLATION = "23505";

function nullIfKnown(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION) return null;
  throw error;
}

const PARAMETERS = {
  ...SETTLE_PARAMETERS,
  source: text,
  externalIds: arrayOf(text),
  customerIds: arrayOf(int4),
  kinds: arrayOf(text),
  atMs: arrayOf(float8),
  amounts: arrayOf(nullable(int8)),
  currencies: arrayOf(nullable(text)),
  categories: arrayOf(nullable(text)),
  quantities: arrayOf(nullable(float8)),
  documents: arrayOf(nullable(text)),
  notes: arrayOf(nullable(text)),
};

function valuesOf(
  rows: readonly OwnedActivity[],
): Omit<ValuesOf<typeof PARAMETERS>, keyof typeof SETTLE_PARAMETERS> {
  return {
    source: rows[0]?.activity.source ?? "",
    externalIds: rows.map((row) => row.activity.externalId),
    customerIds: rows.map((row) => row.customerId),
    kinds: rows.map((row) => row.activity.kind),
    atMs: rows.map((row) => row.activity.at.getTime()),
    amounts: rows.map((row) => row.activity.amountMinor),
    currencies: rows.map((row) => row.activity.currency),
    categories: rows.map((row) => row.activity.category),
    quantities: rows.map((row) => row.activity.quantity),
    documents: rows.map((row) => row.activity.document),
    notes: rows.map((row) => row.activity.note),
  };
}

const TIDY_ACTIVITIES = statement({
  name: "imports/activity-rows: tidy activities",
  sql: "VACUUM (ANALYZE) activities",
});
const TIDY_CUSTOMERS = statement({
  name: "imports/activity-rows: tidy customers",
  sql: "ANALYZE customers",
});

// Milliseconds as a number are cheaper to send and to read than a date as text. The statements stay unnamed: in the
// embedded database all connections share one session, and with it the names of prepared statements.
const insert = (which: string, onConflict: string) =>
  statement({
    name: `imports/activity-rows: insert ${which}`,
    sql: `
  WITH added AS (
    INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category, quantity,
      document, note)
    SELECT :source, external_id, customer_id, kind, to_timestamp(at_ms / 1000), amount_minor, currency, category,
      quantity, document, note
    FROM unnest(:externalIds::text[], :customerIds::int[], :kinds::text[], :atMs::float8[], :amounts::bigint[], :currencies::text[], :categories::text[],
      :quantities::float8[], :documents::text[], :notes::text[])
      AS row (external_id, customer_id, kind, at_ms, amount_minor, currency, category, quantity, document, note)
    ${onConflict}
    RETURNING 1
  ), ${settleSql("(SELECT count(*) FROM added)")}
  SELECT count(*)::int AS added FROM added`,
    parameters: PARAMETERS,
    row: { added: int4 },
  });
const INSERT_NEW = insert("new rows", "");
const INSERT_UNKNOWN = insert("rows that may be known", "ON CONFLICT DO NOTHING");
