import type { Customer } from "../../domain/customer.ts";
import { type CustomerMatch, type CustomerSearch, queryKey } from "../../domain/customers/customer-search.ts";
import { arrayOf, int4, int8, nullable, text } from "../database/column-kinds.ts";
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

    /** Whoever has this reference, in one source or in any; at most `limit`. */
    ofReference: (reference: string, source: string | null, limit: number): Promise<number[]> =>
      OF_REFERENCE.all(pool, { reference, keys: [queryKey(reference)], source, limit }).then((rows) =>
        rows.map(({ id }) => id),
      ),

    /** The names of a few, whoever they are: those who came first. */
    namesOfSome: async (limit: number): Promise<string[]> =>
      (await NAMES_OF_SOME.all(pool, { limit })).map(({ name }) => name),

    /** One customer's file, or the file of whom they are joined into; null for an unknown one. */
    async find(customerId: number): Promise<Customer | null> {
      const row = await FIND.first(pool, { customerId });
      return row && customerFrom(row);
    },
  };
}

/** By the index of all keys, of which a reference is one. */
const OF_REFERENCE = statement({
  name: "customers/customers: of a reference",
  sql: `SELECT DISTINCT COALESCE(joined_into, id) AS id FROM customers
    WHERE search_keys && :keys::text[] AND external_id = :reference::text AND (:source::text IS NULL OR source = :source::text)
    ORDER BY 1 LIMIT :limit`,
  parameters: { reference: text, keys: arrayOf(text), source: nullable(text), limit: int8 },
  row: { id: int4 },
});

const NAMES_OF_SOME = statement({
  name: "customers/customers: names of some",
  sql: "SELECT name FROM customers WHERE joined_into IS NULL ORDER BY id LIMIT :limit",
  parameters: { limit: int8 },
  row: { name: text },
});

const FIND = statement({
  name: "customers/customers: find",
  sql: `SELECT ${CUSTOMER_COLUMNS} FROM customers c
    WHERE id = (SELECT COALESCE(joined_into, id) FROM customers WHERE id = :customerId)`,
  parameters: { customerId: int4 },
  row: CUSTOMER_ROW,
});
