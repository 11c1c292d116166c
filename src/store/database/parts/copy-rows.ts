import type pg from "pg";
import type { Queryable } from "../database.ts";
import { LIVE, PARTS_ASIDE, PROGRESS } from "./layout.ts";
import { PartitionRefused } from "./partition-refused.ts";
import { withinLockTimeout } from "./within-lock-timeout.ts";

/** Chosen: some tenths of a second a range, and so little is done again after a kill. One customer is never cut in two. */
export const ROWS_AT_ONCE = 20_000;
/** Below PostgreSQL's deadlock_timeout of a second: where an import and a copy wait for each other, the copy gives way. */
const WAITS_MS = 300;

/** How far it is: the last customer who is done, of which one. */
export type Progress = (customer: number, ofCustomers: number) => void;

/** Customers after `after` up to `through`; null: without end. */
type Range = { readonly after: number | null; readonly through: number | null };

/**
 * Copies what is not copied yet, a range of customers a transaction. A row is locked while it is copied, so that whoever
 * changes or deletes it waits until their mirror finds it; one that was changed before is there by that mirror already.
 */
export async function copyRows(client: pg.PoolClient, rowsAtOnce: number, told: Progress): Promise<void> {
  const last = await lastCustomer(client);
  const { rows } = await client.query<{ through: number | null }>(`SELECT through FROM ${PROGRESS}`);
  let after = rows[0]?.through ?? null;
  while (after === null || after < last) {
    const through = (await endOfRange(client, after, rowsAtOnce)) ?? Math.max(last, after ?? last);
    await withinLockTimeout(client, WAITS_MS, () => copyRange(client, { after, through }));
    after = through;
    told(through, last);
  }
}

async function copyRange(client: pg.PoolClient, range: Range): Promise<void> {
  const columns = await columnsOf(client);
  await client.query(
    `INSERT INTO ${PARTS_ASIDE} (${columns}) SELECT ${columns} FROM (
      SELECT * FROM ${LIVE} WHERE ${IN_RANGE} FOR SHARE) AS held ON CONFLICT DO NOTHING`,
    [range.after, range.through],
  );
  await client.query(`UPDATE ${PROGRESS} SET through = $1`, [range.through]);
}

const IN_RANGE = "($1::int IS NULL OR customer_id > $1) AND ($2::int IS NULL OR customer_id <= $2)";

async function lastCustomer(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ last: number }>(
    `SELECT COALESCE(max(customer_id), 0) AS last FROM ${LIVE}`,
  );
  return rows[0]?.last ?? 0;
}

async function endOfRange(db: Queryable, after: number | null, rowsAtOnce: number): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    `SELECT customer_id AS id FROM ${LIVE} WHERE $1::int IS NULL OR customer_id > $1 ORDER BY customer_id OFFSET $2 LIMIT 1`,
    [after, rowsAtOnce - 1],
  );
  return rows[0]?.id ?? null;
}

async function columnsOf(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attname) AS columns FROM pg_attribute
    WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [LIVE],
  );
  return rows[0]?.columns ?? "";
}

/**
 * Compares both tables range by range, how many rows and a checksum of all their columns, each range as of one moment. Since every change is
 * made to both, what was equal stays equal.
 * @returns how many rows there are
 * @throws PartitionRefused where a range differs
 */
export async function compareRows(client: pg.PoolClient, aside: string, told: Progress): Promise<number> {
  const last = await lastCustomer(client);
  let counted = 0;
  let after: number | null = null;
  do {
    const through = await endOfRange(client, after, ROWS_AT_ONCE);
    counted += await compareRange(client, aside, { after, through });
    told(through ?? last, last);
    after = through;
  } while (after !== null);
  return counted;
}

async function compareRange(client: pg.PoolClient, aside: string, range: Range): Promise<number> {
  const columns = await columnsOf(client);
  const sumOf = (
    table: string,
  ) => `(SELECT count(*)::int AS rows, sum(hashtextextended(ROW(${columns})::text, 0)::numeric)
    AS checksum FROM ${table} WHERE ${IN_RANGE})`;
  const { rows } = await client.query<{ rows: number; other: number; same: boolean }>(
    `SELECT here.rows, there.rows AS other, (here.rows, here.checksum) IS NOT DISTINCT FROM (there.rows, there.checksum) AS same
    FROM ${sumOf(LIVE)} here, ${sumOf(aside)} there`,
    [range.after, range.through],
  );
  const found = rows[0];
  if (!found?.same)
    throw new PartitionRefused("differs", {
      after: range.after ?? 0,
      rows: found?.rows ?? 0,
      other: found?.other ?? 0,
    });
  return found.rows;
}
