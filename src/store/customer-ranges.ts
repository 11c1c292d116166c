import type { Database } from "./database.ts";

/** Small enough that a look-up waits no longer than about 0.1 s behind one range on the embedded database. */
const CUSTOMERS_PER_RANGE = 10_000;

/**
 * Runs one query per range of customers (`$1` to `$2`, both included) and gives all rows. The embedded database has
 * a single session: between two ranges, whoever waits for a card gets a turn.
 */
export async function queryByRanges<Row extends object>(
  { pool }: Pick<Database, "pool">,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows: ends } = await pool.query<{ last: number | null }>("SELECT max(id) AS last FROM customers");
  const last = ends[0]?.last ?? 0;
  const all: Row[] = [];
  for (let first = 1; first <= last; first += CUSTOMERS_PER_RANGE) {
    const { rows } = await pool.query<Row>(sql, [first, first + CUSTOMERS_PER_RANGE - 1, ...values]);
    for (const row of rows) all.push(row);
  }
  return all;
}
