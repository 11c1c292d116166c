import type { Settlement, SettlingAction } from "../../domain/customers/settlement.ts";
import { int4, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type SettlementStore = ReturnType<typeof settlementStore>;

export function settlementStore({ pool }: Database) {
  return {
    /** The first thing that settled a customer's card after it was shown at `since`; null while it is open. */
    async since(customerId: number, since: Date): Promise<Settlement | null> {
      const row = await SETTLEMENT.first(pool, { customerId, since });
      if (!row) return null;
      return { action: row.action, status: row.status, by: row.actor, byName: row.name, at: row.at };
    },
  };
}

const SETTLEMENT = statement({
  name: "customers/settlements: first since",
  sql: `
  SELECT e.action, e.details->>'status' AS status, e.actor, m.name, e.at FROM audit_events e
  LEFT JOIN members m ON m.slack_user_id = e.actor
  WHERE e.customer_id = :customerId AND e.at > :since
    AND e.action IN ('touch.logged', 'customer.snoozed', 'suggestion.settled')
  ORDER BY e.at, e.id LIMIT 1`,
  parameters: { customerId: int4, since: timestamptz },
  row: {
    action: textOf<SettlingAction>(),
    status: nullable(text),
    actor: text,
    name: nullable(text),
    at: timestamptz,
  },
});
