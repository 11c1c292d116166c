import type { Customer } from "../../domain/customer.ts";
import type { CustomerMatch, CustomerSearch } from "../../domain/customers/customer-search.ts";
import { int4 } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { CUSTOMER_COLUMNS, CUSTOMER_ROW, customerFrom } from "./customer-row.ts";
import { customersCalled, searchCustomers } from "./customer-search.ts";

export type CustomerStore = ReturnType<typeof customerStore>;

/** The customer file, as look-ups, cards and home pages read it. */
export function customerStore({ pool }: Database) {
  return {
    /**
     * @param key as `queryKey` writes it
     * @param spellings one slip away from it
     * @returns at most `limit` matches, best first
     */
    search: (key: string, spellings: readonly string[], limit: number): Promise<CustomerSearch> =>
      searchCustomers(pool, key, spellings, limit),

    /** Whoever is called exactly one of these names, as `normaliseName` writes them; at most `limit`. */
    called: (names: readonly string[], limit: number): Promise<CustomerMatch[]> =>
      customersCalled(pool, names, limit),

    /** One customer's file, or the file of whom they are joined into; null for an unknown one. */
    async find(customerId: number): Promise<Customer | null> {
      const row = await FIND.first(pool, { customerId });
      return row && customerFrom(row);
    },
  };
}

const FIND = statement({
  name: "customers/customers: find",
  sql: `SELECT ${CUSTOMER_COLUMNS} FROM customers c
    WHERE id = (SELECT COALESCE(joined_into, id) FROM customers WHERE id = :customerId)`,
  parameters: { customerId: int4 },
  row: CUSTOMER_ROW,
});
