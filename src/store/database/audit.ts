import type { AuditAction } from "../../domain/audit-action.ts";
import { int4, json, nullable, text, timestamptz } from "./column-kinds.ts";
import type { Database, Queryable } from "./database.ts";
import { statement } from "./statement.ts";
import { inTransaction } from "./transaction.ts";

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

export function auditStore({ pool }: Pick<Database, "pool">) {
  return {
    note: (event: AuditEvent): Promise<void> => noteIn(pool, event),

    /**
     * Notes that a card is shared in a channel, unless it was shared there after `after`; of two at the same moment one is noted.
     * @returns null where it is noted; otherwise the share that stands in the way
     */
    noteShare: (share: AuditEvent & { customerId: number; channelId: string }, after: Date) =>
      inTransaction({ pool }, async (client): Promise<Share | null> => {
        const { customerId, channelId, ...event } = share;
        await LOCK_SHARES.run(client, { customerId });
        const earlier = await SHARE_AFTER.first(client, { customerId, channelId, after });
        if (earlier === null) await noteIn(client, { ...event, customerId });
        return earlier;
      }),

    /** The newest time a customer's card was shown in a channel after `after`; null where it was not. */
    shareAfter: (customerId: number, channelId: string, after: Date): Promise<Share | null> =>
      SHARE_AFTER.first(pool, { customerId, channelId, after }),

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

const SHARE_AFTER = statement({
  name: "database/audit: share of a card after a moment",
  sql: `SELECT actor AS by, at FROM audit_events
    WHERE action = 'card.shared' AND customer_id = :customerId AND details ->> 'channelId' = :channelId AND at > :after
    ORDER BY at DESC LIMIT 1`,
  parameters: { customerId: int4, channelId: text, after: timestamptz },
  row: { by: text, at: timestamptz },
});

const LOCK_SHARES = statement({
  name: "database/audit: lock the shares of a customer",
  sql: "SELECT pg_advisory_xact_lock(hashtext('mainstay.share'), :customerId)::text AS locked",
  parameters: { customerId: int4 },
  row: { locked: nullable(text) },
});

const NOTE = statement({
  name: "database/audit: note",
  sql: `INSERT INTO audit_events (at, actor, action, customer_id, details)
    VALUES (:at, :actor, :action, :customerId, :details)`,
  parameters: { at: timestamptz, actor: text, action: text, customerId: nullable(int4), details: json() },
});
