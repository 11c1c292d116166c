import type { AllFacts, FactKey } from "../../domain/outreach/facts.ts";
import { arrayOf, int4, type Kinds, timestamptz, type ValuesOf } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** A fact of which there may be nothing to know. */
export type OptionalFactKey = Exclude<FactKey, "customer">;

/** Reads one fact of many customers as of a moment. */
export type FactReader<Key extends OptionalFactKey> = {
  /** What holds of a customer of whom `read` gives nothing. */
  readonly otherwise: AllFacts[Key];
  read(
    database: Queryable,
    customerIds: readonly number[],
    now: Date,
  ): Promise<ReadonlyMap<number, AllFacts[Key]>>;
};

type Definition<Key extends OptionalFactKey, Row extends Kinds> = {
  readonly key: Key;
  /** One row a customer, `customer_id` first; of `:customerIds`, as of `:now` unless it is `timeless`. */
  readonly sql: string;
  readonly timeless?: true;
  /** The columns after `customer_id`. */
  readonly row: Row;
  readonly otherwise: AllFacts[Key];
  readonly from: (row: ValuesOf<Row>) => AllFacts[Key];
};

/** The reader of a fact that one query gives. */
export function factReader<Key extends OptionalFactKey, Row extends Kinds>({
  key,
  sql,
  timeless,
  row,
  otherwise,
  from,
}: Definition<Key, Row>): FactReader<Key> {
  const given = { name: `facts/${key}: read`, sql, row: { customer_id: int4, ...row } };
  const customerIds = arrayOf(int4);
  const rowsOf = timeless
    ? readingAnyTime(statement({ ...given, parameters: { customerIds } }).all)
    : readingAt(statement({ ...given, parameters: { customerIds, now: timestamptz } }).all);
  return {
    otherwise,
    async read(database, ids, now) {
      // The columns are those of `row` with the customer before them, which the compiler does not follow through a spread.
      const rows = (await rowsOf(database, ids, now)) as Array<ValuesOf<Row> & { customer_id: number }>;
      return new Map(rows.map((each) => [each.customer_id, from(each)]));
    },
  };
}

type RowsOf = (database: Queryable, customerIds: readonly number[], now: Date) => Promise<unknown[]>;

const readingAnyTime =
  (all: (db: Queryable, values: { customerIds: readonly number[] }) => Promise<unknown[]>): RowsOf =>
  (database, customerIds) =>
    all(database, { customerIds });

const readingAt =
  (
    all: (db: Queryable, values: { customerIds: readonly number[]; now: Date }) => Promise<unknown[]>,
  ): RowsOf =>
  (database, customerIds, now) =>
    all(database, { customerIds, now });
