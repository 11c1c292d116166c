import type { Activity } from "../../domain/activity.ts";
import { int4 } from "../database/column-kinds.ts";
import { CopiedRows } from "../database/copied-rows.ts";
import { copyThen } from "../database/copy-then.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { type ImportedBatch, SETTLE_PARAMETERS, settleSql, settleValues } from "./imports.ts";

/** An activity of a customer by the customer's id in the store. */
export type OwnedActivity = { readonly customerId: number; readonly activity: Activity };

const COLUMNS = [
  "source",
  "external_id",
  "customer_id",
  "kind",
  "at",
  "amount_minor",
  "currency",
  "category",
  "quantity",
  "document",
  "note",
  "import_id",
];
const COPY = `COPY activities (${COLUMNS.join(", ")}) FROM STDIN (FORMAT binary)`;
/** Enough for most; a row with long texts makes more room. */
const BYTES_PER_ROW = 200;

/**
 * Makes rows that are new ready to be copied in, with what a batch of an import notes of itself.
 * @returns what writes all of it or nothing. @throws DatabaseError (23505) where an id is taken
 */
export function readyToCopy(
  batch: ImportedBatch,
  activities: readonly OwnedActivity[],
): (database: Pick<Database, "pool">, onSent?: () => void) => Promise<void> {
  const copy = { sql: COPY, rows: rowsOf(batch.importId, activities) };
  const { sql } = SETTLE;
  const values = SETTLE.encode({ ...settleValues(batch), added: activities.length });
  return ({ pool }, onSent) => copyThen(pool, copy, { sql, values }, onSent);
}

function rowsOf(importId: number, activities: readonly OwnedActivity[]): Buffer {
  const rows = new CopiedRows(activities.length * BYTES_PER_ROW);
  const textOrNothing = (value: string | null) => (value === null ? rows.nothing() : rows.text(value));
  for (const { customerId, activity } of activities) {
    const { amountMinor, quantity } = activity;
    rows.row(COLUMNS.length);
    rows.text(activity.source);
    rows.text(activity.externalId);
    rows.int4(customerId);
    rows.text(activity.kind);
    rows.timestamptz(activity.at);
    if (amountMinor === null) rows.nothing();
    else rows.int8(amountMinor);
    textOrNothing(activity.currency);
    textOrNothing(activity.category);
    if (quantity === null) rows.nothing();
    else rows.float8(quantity);
    textOrNothing(activity.document);
    textOrNothing(activity.note);
    rows.int4(importId);
  }
  return rows.end();
}

const SETTLE = statement({
  name: "imports/copied-activities: settle a batch",
  sql: `WITH ${settleSql(":added::int")} SELECT`,
  parameters: { ...SETTLE_PARAMETERS, added: int4 },
});
