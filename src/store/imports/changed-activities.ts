import type { Activity } from "../../domain/activity.ts";
import type { Day } from "../../domain/calendar.ts";
import type { KeptActivity, ToldActivity } from "../../domain/imports/known-activity.ts";
import { keepLedgerOpen, readClosedThrough } from "../costs/ledger-lock.ts";
import {
  arrayOf,
  float8,
  int4,
  int8,
  jsonText,
  nullable,
  text,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type ChangedActivity = { readonly before: KeptActivity; readonly told: ToldActivity };

type Context = { readonly importId: number; readonly at: Date; readonly closedThrough: Day | null };

/** What the audit log calls it. */
export const ACTIVITY_CHANGED = "activity.changed";

/**
 * Changes rows of one source to what is told now, each with an audit event of its own that keeps the old values, and
 * does `more` in the same transaction.
 * @returns what `more` gives; null, and nothing is written, where books were closed since `closedThrough` was read
 */
export function changeActivities<T>(
  database: Pick<Database, "pool">,
  context: Context,
  changed: readonly ChangedActivity[],
  more: (client: Queryable) => Promise<T>,
): Promise<T | null> {
  return inTransaction(database, async (client) => {
    await keepLedgerOpen(client);
    if ((await readClosedThrough(client)) !== context.closedThrough) return null;
    await CHANGE.run(client, { ...valuesOf(changed), importId: context.importId, at: context.at });
    await FORGET_EMPTY_DAYS.run(client);
    return more(client);
  });
}

function valuesOf(changed: readonly ChangedActivity[]) {
  const told = changed.map(({ told }) => told.activity);
  return {
    source: told[0]?.source ?? "",
    externalIds: told.map(({ externalId }) => externalId),
    customerIds: changed.map(({ told }) => told.customerId),
    atMs: told.map(({ at }) => at.getTime()),
    amounts: told.map(({ amountMinor }) => amountMinor),
    currencies: told.map(({ currency }) => currency),
    categories: told.map(({ category }) => category),
    quantities: told.map(({ quantity }) => quantity),
    documents: told.map(({ document }) => document),
    notes: told.map(({ note }) => note),
    details: changed.map(({ before, told }) =>
      JSON.stringify({
        source: told.activity.source,
        externalId: told.activity.externalId,
        importId: before.importId,
        before: factsOf(before.activity),
        after: factsOf(told.activity),
      }),
    ),
  };
}

function factsOf({ at, amountMinor, currency, category, quantity, document, note }: Activity) {
  return { at, amountMinor, currency, category, quantity, document, note };
}

const FORGET_EMPTY_DAYS = statement({
  name: "imports/changed-activities: forget empty days",
  sql: "DELETE FROM source_days WHERE rows <= 0",
});

// What leaves a day and what comes to it is one sum: two CTEs could not change the same day of a source.
const CHANGE = statement({
  name: "imports/changed-activities: change",
  sql: `
  WITH row AS (
    SELECT * FROM unnest(:externalIds::text[], :customerIds::int[], :atMs::float8[], :amounts::bigint[],
      :currencies::text[], :categories::text[], :quantities::float8[], :documents::text[], :notes::text[],
      :details::jsonb[])
      AS row (external_id, customer_id, at_ms, amount_minor, currency, category, quantity, document, note, details)
  ), days AS (
    INSERT INTO source_days (source, day, rows)
    SELECT :source, moved.day, sum(moved.rows)::int
    FROM row JOIN activities a ON a.source = :source AND a.external_id = row.external_id,
      LATERAL (VALUES ((a.at AT TIME ZONE 'UTC')::date, -1),
        ((to_timestamp(row.at_ms / 1000) AT TIME ZONE 'UTC')::date, 1)) AS moved (day, rows)
    GROUP BY moved.day HAVING sum(moved.rows) <> 0 ORDER BY moved.day
    ON CONFLICT (source, day) DO UPDATE SET rows = source_days.rows + excluded.rows
  ), changed AS (
    UPDATE activities a SET at = to_timestamp(row.at_ms / 1000), amount_minor = row.amount_minor,
      currency = row.currency, category = row.category, quantity = row.quantity, document = row.document,
      note = row.note, import_id = :importId,
      booked_on = CASE WHEN to_timestamp(row.at_ms / 1000)::timestamptz(3) = a.at THEN a.booked_on
        WHEN to_timestamp(row.at_ms / 1000) < closing.open_from THEN closing.through_day + 1 END
    FROM row LEFT JOIN (SELECT through_day, open_from FROM cost_closings ORDER BY through_day DESC LIMIT 1) closing
      ON true
    WHERE a.source = :source AND a.external_id = row.external_id
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at::timestamptz, 'import ' || :importId::int, '${ACTIVITY_CHANGED}', customer_id, details FROM row`,
  parameters: {
    source: text,
    externalIds: arrayOf(text),
    customerIds: arrayOf(int4),
    atMs: arrayOf(float8),
    amounts: arrayOf(nullable(int8)),
    currencies: arrayOf(nullable(text)),
    categories: arrayOf(nullable(text)),
    quantities: arrayOf(nullable(float8)),
    documents: arrayOf(nullable(text)),
    notes: arrayOf(nullable(text)),
    details: arrayOf(jsonText),
    importId: int4,
    at: timestamptz,
  },
});
