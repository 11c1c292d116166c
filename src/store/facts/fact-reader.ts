import type { AllFacts, FactKey } from "../../domain/outreach/facts.ts";
import type { Queryable } from "../database/database.ts";

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

type Definition<Key extends OptionalFactKey, Row> = {
  /** One row a customer, with `customer_id`; `$1` are the customers, `$2` the moment unless it is `timeless`. */
  readonly sql: string;
  readonly timeless?: true;
  readonly otherwise: AllFacts[Key];
  readonly from: (row: Row) => AllFacts[Key];
};

/** The reader of a fact that one query gives. */
export function factReader<Key extends OptionalFactKey, Row extends { customer_id: number }>({
  sql,
  timeless,
  otherwise,
  from,
}: Definition<Key, Row>): FactReader<Key> {
  return {
    otherwise,
    async read(database, customerIds, now) {
      // Not a named statement: the embedded database's one session would meet the name on every connection of the pool.
      const { rows } = await database.query<Row>(sql, timeless ? [customerIds] : [customerIds, now]);
      return new Map(rows.map((row) => [row.customer_id, from(row)]));
    },
  };
}
