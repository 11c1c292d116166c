import type { Settlement, SettlingAction } from "../../domain/customers/settlement.ts";
import type { Database } from "../database/database.ts";

export type SettlementStore = ReturnType<typeof settlementStore>;

export function settlementStore({ pool }: Database) {
  return {
    /** The first thing that settled a customer's card after it was shown at `since`; null while it is open. */
    async since(customerId: number, since: Date): Promise<Settlement | null> {
      const { rows } = await pool.query<SettlementRow>(SETTLEMENT, [customerId, since]);
      const row = rows[0];
      if (!row) return null;
      return { action: row.action, status: row.status, by: row.actor, byName: row.name, at: row.at };
    },
  };
}

const SETTLEMENT = `
  SELECT e.action, e.details->>'status' AS status, e.actor, m.name, e.at FROM audit_events e
  LEFT JOIN members m ON m.slack_user_id = e.actor
  WHERE e.customer_id = $1 AND e.at > $2
    AND e.action IN ('touch.logged', 'customer.snoozed', 'suggestion.settled')
  ORDER BY e.at, e.id LIMIT 1`;

type SettlementRow = {
  action: SettlingAction;
  status: string | null;
  actor: string;
  name: string | null;
  at: Date;
};
