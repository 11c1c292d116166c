import type pg from "pg";

/** Small enough that a look-up waits no longer than about 0.1 s behind one range on the embedded database. */
const CUSTOMERS_PER_RANGE = 10_000;

/** A database, or one connection of it with a transaction open. */
type WithQueries = { readonly pool: Pick<pg.ClientBase, "query"> };

/**
 * Runs one query per range of customers (`$1` to `$2`, both included) and gives all rows. The embedded database has
 * a single session: between two ranges, whoever waits for a card gets a turn.
 * @param onlyCustomerId one range that holds this customer alone
 */
export async function queryByRanges<Row extends object>(
  database: WithQueries,
  sql: string,
  values: readonly unknown[],
  onlyCustomerId?: number,
): Promise<Row[]> {
  if (onlyCustomerId !== undefined) {
    const { rows } = await database.pool.query<Row>(sql, [onlyCustomerId, onlyCustomerId, ...values]);
    return rows;
  }
  const all: Row[] = [];
  await visitByRanges<Row>(database, { sql, values }, (row) => void all.push(row));
  return all;
}

export type RangeQuery = {
  readonly sql: string;
  /** From `$3` on. */
  readonly values: readonly unknown[];
  /** Fewer where the query reads much per customer. */
  readonly customersPerRange?: number;
};

/** The same, row by row as the ranges come in, so that no more than one range has to be held. */
export async function visitByRanges<Row extends object>(
  { pool }: WithQueries,
  { sql, values, customersPerRange = CUSTOMERS_PER_RANGE }: RangeQuery,
  visit: (row: Row) => void,
): Promise<void> {
  const { rows: ends } = await pool.query<{ last: number | null }>("SELECT max(id) AS last FROM customers");
  const last = ends[0]?.last ?? 0;
  for (let first = 1; first <= last; first += customersPerRange) {
    const { rows } = await pool.query<Row>(sql, [first, first + customersPerRange - 1, ...values]);
    for (const row of rows) visit(row);
  }
}
