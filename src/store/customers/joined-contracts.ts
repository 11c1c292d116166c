import { arrayOf, int4, nullable, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** The contracts of some customers, and of all they are joined with, are for now each of whom they were told. */
export async function partContracts(client: Queryable, customerIds: readonly number[]): Promise<void> {
  await PART.run(client, { customerIds });
}

/** They count for whom their customers are joined into. */
export async function gatherContracts(client: Queryable, customerIds: readonly number[]): Promise<void> {
  await GATHER.run(client, { customerIds });
}

/** A function that returns nothing gives back a column of nothing. */
const nothing = { done: nullable(text) };

const HEADS =
  "ARRAY(SELECT DISTINCT COALESCE(joined_into, id) FROM customers WHERE id = ANY (:customerIds::int[]))";

const PART = statement({
  name: "customers/joined-contracts: part",
  sql: `SELECT part_contracts(${HEADS})::text AS done`,
  parameters: { customerIds: arrayOf(int4) },
  row: nothing,
});

const GATHER = statement({
  name: "customers/joined-contracts: gather",
  sql: `SELECT gather_contracts(${HEADS})::text AS done`,
  parameters: { customerIds: arrayOf(int4) },
  row: nothing,
});
