import type pg from "pg";
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
  };
}
