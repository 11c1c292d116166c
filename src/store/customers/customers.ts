import type { Customer } from "../../domain/customer.ts";
import type { CustomerSearch } from "../../domain/customers/customer-search.ts";
import type { Database } from "../database/database.ts";
import { CUSTOMER_COLUMNS, type CustomerRow, customerFrom } from "./customer-row.ts";
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
      const { rows } = await pool.query<CustomerRow>(
        `SELECT ${CUSTOMER_COLUMNS} FROM customers c WHERE id = $1`,
        [customerId],
      );
      return rows[0] ? customerFrom(rows[0]) : null;
    },

    /**
     * Snoozes a customer, settles its open suggestions and notes it, in one statement.
     * @returns false for an unknown customer
     */
    async snooze({ customerId, until, by, at }: Snooze): Promise<boolean> {
      const { rowCount } = await pool.query(SNOOZE, [customerId, until, by, at]);
      return rowCount === 1;
    },
  };
}

const SNOOZE = `
  WITH snoozed AS (
    UPDATE customers SET snoozed_until = $2, snoozed_by = $3, updated_at = $4 WHERE id = $1 RETURNING id
  ), settled AS (
    UPDATE suggestions SET status = 'snoozed', settled_by = $3, settled_at = $4
    WHERE customer_id = $1 AND status = 'open'
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT $4, $3, 'customer.snoozed', id, jsonb_build_object('until', $2::timestamptz) FROM snoozed`;
