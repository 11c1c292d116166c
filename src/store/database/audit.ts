import type { AuditAction } from "../../domain/audit-action.ts";
import { int4, json, nullable, text, timestamptz } from "./column-kinds.ts";
import type { Database, Queryable } from "./database.ts";
import { statement } from "./statement.ts";

export type AuditStore = ReturnType<typeof auditStore>;

/** Who did what, and when; rows are only ever added. */
export type AuditEvent = {
  readonly at: Date;
  /** Slack user id, or the job's name. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly customerId: number | null;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Notes what a transaction did, on its own connection: kept only if the transaction is. */
export async function noteIn(client: Queryable, event: AuditEvent): Promise<void> {
  await NOTE.run(client, event);
}

export function auditStore({ pool }: Database) {
  return {
    note: (event: AuditEvent): Promise<void> => noteIn(pool, event),

    /** Who last showed a customer's card in a channel since `since`; null where nobody did. */
    async lastShare(customerId: number, channelId: string, since: Date): Promise<Share | null> {
      return (await LAST_SHARE.all(pool, { customerId, channelId, since }))[0] ?? null;
    },
  };
}

export type Share = { readonly by: string; readonly at: Date };

const LAST_SHARE = statement({
  name: "database/audit: last share of a card",
  sql: `SELECT actor AS by, at FROM audit_events
    WHERE action = 'card.shared' AND customer_id = :customerId AND details ->> 'channelId' = :channelId AND at >= :since
    ORDER BY at DESC LIMIT 1`,
  parameters: { customerId: int4, channelId: text, since: timestamptz },
  row: { by: text, at: timestamptz },
});

const NOTE = statement({
  name: "database/audit: note",
  sql: `INSERT INTO audit_events (at, actor, action, customer_id, details)
    VALUES (:at, :actor, :action, :customerId, :details)`,
  parameters: { at: timestamptz, actor: text, action: text, customerId: nullable(int4), details: json() },
});
