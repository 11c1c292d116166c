import { int4, type Kinds, nullable, type ValuesOf } from "./column-kinds.ts";
import type { Queryable } from "./database.ts";
import { type Statement, statement } from "./statement.ts";

/** Small enough that a look-up waits no longer than about 0.1 s behind one range on the embedded database. */
const CUSTOMERS_PER_RANGE = 10_000;

/** A database, or one connection of it with a transaction open. */
type WithQueries = { readonly pool: Queryable };

/** The parameters of every statement over a range of customers, both ends included. */
export const CUSTOMER_RANGE = { firstCustomerId: int4, lastCustomerId: int4 } as const;

type Ranged = Kinds & typeof CUSTOMER_RANGE;
/** All but the range itself. */
type Values<P extends Ranged> = Omit<ValuesOf<P>, keyof typeof CUSTOMER_RANGE>;

/**
 * Runs one statement per range of customers and gives all rows. The embedded database has a single session: between two
 * ranges, whoever waits for a card gets a turn.
 * @param onlyCustomerId one range that holds this customer alone
 */
export async function queryByRanges<P extends Ranged, R extends Kinds>(
  database: WithQueries,
  ranged: Statement<P, R>,
  values: Values<P>,
  onlyCustomerId?: number,
): Promise<Array<ValuesOf<R>>> {
  if (onlyCustomerId !== undefined)
    return readRange(database, ranged, values, onlyCustomerId, onlyCustomerId);
  const all: Array<ValuesOf<R>> = [];
  await visitByRanges(database, { ranged, values }, (row) => void all.push(row));
  return all;
}

export type RangeQuery<P extends Ranged, R extends Kinds> = {
  readonly ranged: Statement<P, R>;
  readonly values: Values<P>;
  /** Fewer where the query reads much per customer. */
  readonly customersPerRange?: number;
  /** Awaited between two ranges, for work that nobody waits for. */
  readonly rest?: () => Promise<void>;
};

/**
 * The same, row by row as the ranges come in, so that no more than two ranges have to be held: while one is worked on, the
 * database already reads the next.
 */
export async function visitByRanges<P extends Ranged, R extends Kinds>(
  database: WithQueries,
  { ranged, values, customersPerRange = CUSTOMERS_PER_RANGE, rest }: RangeQuery<P, R>,
  visit: (row: ValuesOf<R>) => void,
): Promise<void> {
  const last = await lastCustomer(database);
  const read = (first: number) =>
    first > last ? null : readRange(database, ranged, values, first, first + customersPerRange - 1);
  let reading = read(1);
  for (let next = 1 + customersPerRange; reading !== null; next += customersPerRange) {
    const rows = await reading;
    await rest?.();
    reading = read(next);
    // Awaited in the next turn, which a visitor that throws does not let come.
    reading?.catch(() => undefined);
    for (const row of rows) visit(row);
  }
}

export type CustomerRange = { readonly firstCustomerId: number; readonly lastCustomerId: number };

/** All ranges in their order, for whoever reads several statements of each before the next. */
export async function customerRanges(
  database: WithQueries,
  customersPerRange: number,
): Promise<CustomerRange[]> {
  const last = await lastCustomer(database);
  return Array.from({ length: Math.ceil(last / customersPerRange) }, (_, place) => ({
    firstCustomerId: 1 + place * customersPerRange,
    lastCustomerId: (place + 1) * customersPerRange,
  }));
}

const lastCustomer = async ({ pool }: WithQueries) => (await LAST_CUSTOMER.one(pool)).last ?? 0;

function readRange<P extends Ranged, R extends Kinds>(
  { pool }: WithQueries,
  ranged: Statement<P, R>,
  values: Values<P>,
  firstCustomerId: number,
  lastCustomerId: number,
): Promise<Array<ValuesOf<R>>> {
  const all = { ...values, firstCustomerId, lastCustomerId } as unknown as ValuesOf<P>;
  return (ranged.all as (db: Queryable, values: ValuesOf<P>) => Promise<Array<ValuesOf<R>>>)(pool, all);
}

const LAST_CUSTOMER = statement({
  name: "database/customer-ranges: last customer",
  sql: "SELECT max(id) AS last FROM customers",
  row: { last: nullable(int4) },
});
