import type { Customer } from "../../domain/customer.ts";
import type { CustomerSearch } from "../../domain/customers/customer-search.ts";
import { int4, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { CUSTOMER_COLUMNS, CUSTOMER_ROW, customerFrom } from "./customer-row.ts";
import { searchCustomers } from "./customer-search.ts";

export type CustomerStore = ReturnType<typeof customerStore>;

export type Snooze = {
  readonly customerId: number;
  readonly until: Date;
  /** Slack user id. */
  readonly by: string;
  readonly at: Date;
};

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

    /** One customer's file; null for an unknown one. */
    async find(customerId: number): Promise<Customer | null> {
      const row = await FIND.first(pool, { customerId });
      return row && customerFrom(row);
    },

    /**
     * Snoozes a customer, settles its open suggestions and notes it, in one statement.
     * @returns false for an unknown customer
     */
    snooze: async (snooze: Snooze): Promise<boolean> => (await SNOOZE.run(pool, snooze)) === 1,
  };
}

const FIND = statement({
  name: "customers/customers: find",
  sql: `SELECT ${CUSTOMER_COLUMNS} FROM customers c WHERE id = :customerId`,
  parameters: { customerId: int4 },
  row: CUSTOMER_ROW,
});

const SNOOZE = statement({
  name: "customers/customers: snooze",
  sql: `
  WITH snoozed AS (
    UPDATE customers SET snoozed_until = :until, snoozed_by = :by, updated_at = :at WHERE id = :customerId
    RETURNING id
  ), settled AS (
    UPDATE suggestions SET status = 'snoozed', settled_by = :by, settled_at = :at
    WHERE customer_id = :customerId AND status = 'open'
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, :by, 'customer.snoozed', id, jsonb_build_object('until', :until::timestamptz) FROM snoozed`,
  parameters: { customerId: int4, until: timestamptz, by: text, at: timestamptz },
});
