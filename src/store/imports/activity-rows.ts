import type { ActivityKind } from "../../domain/activity.ts";
import type { Day } from "../../domain/calendar.ts";
import type { KeptActivity } from "../../domain/imports/known-activity.ts";
import { readClosedThrough } from "../costs/ledger-lock.ts";
import { toldOfSql } from "../customers/told-of.ts";
import {
  arrayOf,
  float8,
  int4,
  int8,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { packedArrayOf } from "../database/packed-array.ts";
import { statement } from "../database/statement.ts";
import { type ChangedActivity, changeActivities } from "./changed-activities.ts";
import { type OwnedActivity, readyToCopy } from "./copied-activities.ts";
import { type ImportedBatch, SETTLE_PARAMETERS, settleSql, settleValues } from "./imports.ts";

export type ActivityRowsStore = ReturnType<typeof activityRowsStore>;

/** Further lines of one order are looked for in steps that grow so much each time. */
const LINES_PER_LOOK = 8;

/** Bulk writing of activities. */
export function activityRowsStore(database: Database) {
  return {
    /**
     * Makes one batch of an import ready to be written, all or nothing, in one round trip, without asking for conflicts.
     * @param activities all of one source
     * @returns what writes it, and says whether every row was new; nothing is written where not. It tells when all is with the database
     */
    newRows(
      batch: ImportedBatch,
      activities: readonly OwnedActivity[],
    ): (onSent?: () => void) => Promise<boolean> {
      const write = readyToCopy(batch, byCustomer(activities));
      return (onSent) => write(database, onSent).then(() => true, falseIfKnown);
    },

    /** Which of some rows are not kept as they are: new ones, and those kept with other facts. @returns their places */
    async unlike(activities: readonly OwnedActivity[]): Promise<number[]> {
      return (await UNLIKE.all(database.pool, valuesOf(activities))).map(({ place }) => place);
    },

    /** The last day of closed books, whose rows keep what figures count of them. */
    closedThrough: (): Promise<Day | null> => readClosedThrough(database.pool),

    /** What is kept under some ids, with further lines of the same order: by id, the first line first. */
    async kept(
      source: string,
      externalIds: readonly string[],
      lineId: (externalId: string, place: number) => string,
    ): Promise<Map<string, KeptActivity[]>> {
      const kept = new Map<string, KeptActivity[]>();
      const read = async (ids: ReadonlyMap<string, string>) => {
        const rows = await KEPT.all(database.pool, { source, externalIds: [...ids.keys()] });
        const found = new Map(rows.map((row) => [row.external_id, keptFrom(source, row)]));
        for (const [id, ofId] of ids) {
          const row = found.get(id);
          if (row) kept.set(ofId, [...(kept.get(ofId) ?? []), row]);
        }
      };
      await read(new Map(externalIds.map((id) => [id, id])));
      let growing = [...kept.keys()];
      for (let place = 2, count = 1; growing.length > 0; place += count, count *= LINES_PER_LOOK) {
        const places = Array.from({ length: count }, (_, more) => place + more);
        await read(new Map(growing.flatMap((id) => places.map((at) => [lineId(id, at), id] as const))));
        growing = growing.filter((id) => kept.get(id)?.length === place + count - 1);
      }
      return kept;
    },

    /**
     * Writes one batch of an import with what it changes, all or nothing, and keeps the old values in the audit log.
     * A new row that is there by now stays as it is.
     * @returns how many were new; null, and nothing is written, where books were closed since the changes were judged, or an id
     * was taken for another customer, which a table in parts refuses
     */
    async save(
      batch: ImportedBatch & { readonly at: Date; readonly closedThrough: Day | null },
      added: readonly OwnedActivity[],
      changed: readonly ChangedActivity[],
    ): Promise<number | null> {
      const values = { ...settleValues(batch), ...valuesOf(added) };
      const add = async (db: Queryable) => (await INSERT_UNKNOWN.one(db, values)).added;
      if (changed.length === 0) return add(database.pool).catch(nullIfTaken);
      return changeActivities(database, batch, changed, add).catch(nullIfTaken);
    },

    /** After many rows: fresh statistics, and a visibility map so that the features read the index alone. */
    async tidy(): Promise<void> {
      await TIDY_ACTIVITIES.run(database.pool);
      await TIDY_CUSTOMERS.run(database.pool);
    },
  };
}

/** In the order of the index by customer: the rows of one go to one place of it. */
const byCustomer = (activities: readonly OwnedActivity[]) =>
  activities.toSorted((a, b) => a.customerId - b.customerId);

const UNIQUE_VIOLATION = "23505";

const isTaken = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION;

function falseIfKnown(error: unknown): false {
  if (isTaken(error)) return false;
  throw error;
}

function nullIfTaken(error: unknown): null {
  if (isTaken(error)) return null;
  throw error;
}

const ACTIVITY_PARAMETERS = {
  source: text,
  externalIds: arrayOf(text),
  customerIds: packedArrayOf(int4),
  kinds: arrayOf(text),
  atMs: packedArrayOf(float8),
  amounts: packedArrayOf(int8),
  currencies: arrayOf(nullable(text)),
  categories: arrayOf(nullable(text)),
  quantities: packedArrayOf(float8),
  documents: arrayOf(nullable(text)),
  notes: arrayOf(nullable(text)),
};

function valuesOf(rows: readonly OwnedActivity[]): ValuesOf<typeof ACTIVITY_PARAMETERS> {
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

const ROWS = `unnest(:externalIds::text[], :customerIds::int[], :kinds::text[], :atMs::float8[], :amounts::bigint[],
      :currencies::text[], :categories::text[], :quantities::float8[], :documents::text[], :notes::text[])`;
const ROW =
  "external_id, customer_id, kind, at_ms, amount_minor, currency, category, quantity, document, note";

// Milliseconds as a number are cheaper to send and to read than a date as text.
const INSERT = `INSERT INTO activities (source, external_id, customer_id, kind, at, amount_minor, currency, category, quantity,
      document, note, import_id)
    SELECT :source, external_id, customer_id, kind, to_timestamp(at_ms / 1000), amount_minor, currency, category,
      quantity, document, note, :importId
    FROM ${ROWS} AS row (${ROW})`;

const INSERT_UNKNOWN = statement({
  name: "imports/activity-rows: insert rows that may be known",
  sql: `
  WITH added AS (
    ${INSERT}
    ON CONFLICT DO NOTHING
    RETURNING 1
  ), ${settleSql("(SELECT count(*) FROM added)")}
  SELECT count(*)::int AS added FROM added`,
  parameters: { ...SETTLE_PARAMETERS, ...ACTIVITY_PARAMETERS },
  row: { added: int4 },
});

const UNLIKE = statement({
  name: "imports/activity-rows: unlike",
  sql: `
  SELECT (row.place - 1)::int AS place
  FROM ${ROWS} WITH ORDINALITY AS row (${ROW}, place)
  LEFT JOIN activities a ON a.source = :source AND a.external_id = row.external_id
  WHERE a.external_id IS NULL
    OR (${toldOfSql("a")}, a.kind, a.at, a.amount_minor, a.currency, a.category, a.quantity, a.document, a.note)
    IS DISTINCT FROM (row.customer_id, row.kind, to_timestamp(row.at_ms / 1000)::timestamptz(3), row.amount_minor,
      row.currency::bpchar, row.category, row.quantity, row.document, row.note)
  ORDER BY 1`,
  parameters: ACTIVITY_PARAMETERS,
  row: { place: int4 },
});

const KEPT_ROW = {
  external_id: text,
  customer_id: int4,
  customer: text,
  kind: textOf<ActivityKind>(),
  at: timestamptz,
  amount_minor: nullable(int8),
  currency: nullable(text),
  category: nullable(text),
  quantity: nullable(float8),
  document: nullable(text),
  note: nullable(text),
  import_id: nullable(int4),
  closed_through: nullable(text),
};

const KEPT = statement({
  name: "imports/activity-rows: kept",
  sql: `
  SELECT a.external_id, ${toldOfSql("a")} AS customer_id, COALESCE(c.external_id, '') AS customer, a.kind, a.at, a.amount_minor, a.currency,
    a.category, a.quantity, a.document, a.note, a.import_id,
    CASE WHEN COALESCE(a.booked_on <= closing.through_day, a.at < closing.open_from)
      THEN to_char(closing.through_day, 'YYYY-MM-DD') END AS closed_through
  FROM activities a LEFT JOIN customers c ON c.id = ${toldOfSql("a")}
  LEFT JOIN (SELECT through_day, open_from FROM cost_closings ORDER BY through_day DESC LIMIT 1) closing ON true
  WHERE a.source = :source AND a.external_id = ANY (:externalIds::text[])`,
  parameters: { source: text, externalIds: arrayOf(text) },
  row: KEPT_ROW,
});

function keptFrom(source: string, row: ValuesOf<typeof KEPT_ROW>): KeptActivity {
  return {
    customer: row.customer,
    customerId: row.customer_id,
    importId: row.import_id,
    closedThrough: row.closed_through,
    activity: {
      source,
      externalId: row.external_id,
      kind: row.kind,
      at: row.at,
      amountMinor: row.amount_minor,
      currency: row.currency,
      category: row.category,
      quantity: row.quantity,
      document: row.document,
      note: row.note,
    },
  };
}
