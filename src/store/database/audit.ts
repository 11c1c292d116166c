import type pg from "pg";
import type { Settlement, SettlingAction } from "../../domain/outreach/settlement.ts";
import type { Database } from "./database.ts";

export type AuditStore = ReturnType<typeof auditStore>;

/** Who did what, and when; rows are only ever added. */
export type AuditEvent = {
  readonly at: Date;
  /** Slack user id, or the job's name. */
  readonly actor: string;
  readonly action: string;
  readonly customerId: number | null;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Notes what a transaction did, on its own connection: kept only if the transaction is. */
export async function noteIn(
  client: Pick<pg.PoolClient, "query">,
  { at, actor, action, customerId, details }: AuditEvent,
): Promise<void> {
  await client.query(
    "INSERT INTO audit_events (at, actor, action, customer_id, details) VALUES ($1, $2, $3, $4, $5)",
    [at, actor, action, customerId, JSON.stringify(details)],
  );
}

export function auditStore({ pool }: Database) {
  return {
    note: (event: AuditEvent): Promise<void> => noteIn(pool, event),

    /** The first thing that settled a customer's card after it was shown at `since`; null while it is open. */
    async settlementSince(customerId: number, since: Date): Promise<Settlement | null> {
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
