import type { AllFacts, FactKey } from "../../domain/outreach/facts.ts";
import { arrayOf, int4, type Kinds, timestamptz, type ValuesOf } from "../database/column-kinds.ts";
import { statement } from "../database/statement.ts";

/** A fact of which there may be nothing to know. */
export type OptionalFactKey = Exclude<FactKey, "customer">;

/** How one fact of many customers is read. */
export type FactReader<Key extends OptionalFactKey> = {
  readonly sql: string;
  /** What holds of a customer who has no row. */
  readonly otherwise: AllFacts[Key];
  /** The fact from a row as JSON gives it. */
  from(row: object): AllFacts[Key];
};

/** A row as JSON gives it: an instant is text. */
export type AsJson<Row> = { readonly [Column in keyof Row]: TextForDate<Row[Column]> };
type TextForDate<T> = T extends Date ? string : T extends readonly Date[] ? readonly string[] : T;

type Definition<Key extends OptionalFactKey, Row extends Kinds> = {
  readonly key: Key;
  /** At most one row a customer, `customer_id` first; of `:customerIds`, as of `:now` where that matters. */
  readonly sql: string;
  /** The columns after `customer_id`. */
  readonly row: Row;
  readonly otherwise: AllFacts[Key];
  from(row: AsJson<ValuesOf<Row>>): AllFacts[Key];
};

/**
 * States a reader: the query, and what its rows mean. It is a statement of its own so that its columns are checked; what
 * runs is the one that asks for several facts at once.
 */
export function factReader<Key extends OptionalFactKey, Row extends Kinds>(
  definition: Definition<Key, Row>,
): FactReader<Key> {
  const { key, sql, row, otherwise, from } = definition;
  const customerIds = arrayOf(int4);
  const parameters = sql.includes(":now") ? { customerIds, now: timestamptz } : { customerIds };
  statement({ name: `facts/${fileOf(key)}: rows`, sql, parameters, row: { customer_id: int4, ...row } });
  return { sql, otherwise, from: (given) => from(given as AsJson<ValuesOf<Row>>) };
}

/** `revenue12Months` stands in `revenue-12-months.ts`. */
const fileOf = (key: string) => key.replace(/[A-Z]|\d+/g, (start) => `-${start.toLowerCase()}`);
