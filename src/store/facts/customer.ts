import type { Customer } from "../../domain/customer.ts";
import { CUSTOMER_COLUMNS, CUSTOMER_ROW, customerFrom } from "../customers/customer-row.ts";
import { arrayOf, int4 } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** The files of those customers that there are. */
export async function readCustomerFiles(
  database: Queryable,
  customerIds: readonly number[],
): Promise<Customer[]> {
  return (await CUSTOMERS.all(database, { customerIds })).map(customerFrom);
}

const CUSTOMERS = statement({
  name: "facts/customer: read",
  sql: `SELECT ${CUSTOMER_COLUMNS} FROM customers c WHERE c.id = ANY (:customerIds::int[])`,
  parameters: { customerIds: arrayOf(int4) },
  row: CUSTOMER_ROW,
});
