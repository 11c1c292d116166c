import type { Customer } from "../../domain/customer.ts";
import { CUSTOMER_COLUMNS, type CustomerRow, customerFrom } from "../customers/customer-row.ts";
import type { Queryable } from "../database/database.ts";

/** The files of those customers that there are. */
export async function readCustomerFiles(
  database: Queryable,
  customerIds: readonly number[],
): Promise<Customer[]> {
  const { rows } = await database.query<CustomerRow>(CUSTOMERS, [customerIds]);
  return rows.map(customerFrom);
}

const CUSTOMERS = `SELECT ${CUSTOMER_COLUMNS} FROM customers c WHERE c.id = ANY ($1::int[])`;
