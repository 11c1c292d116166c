import type pg from "pg";
import type { Message } from "../../domain/messages/messages.ts";
import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { recordSuggestions } from "../outreach/suggestions.ts";

export type OutboxStore = ReturnType<typeof outboxStore>;

/** A message to be posted once, ever, under its key. */
export type NewOutboxMessage = {
  readonly key: string;
  /** A channel id, or a user id for a direct message. */
  readonly recipient: string;
  readonly message: Message;
  readonly createdAt: Date;
};

/** What one attempt at posting works on. `attempt` proves the claim: settling with an older one does nothing. */
export type ClaimedMessage = NewOutboxMessage & {
  readonly id: string;
  readonly attempt: number;
  /** An earlier attempt ended without a known answer: the message may be posted already. */
  readonly maybePosted: boolean;
};

export type DeliveryStatus = "pending" | "posting" | "posted" | "failed" | "held";

/** What became of a message. */
export type Receipt = {
  readonly key: string;
  readonly kind: Message["kind"];
  readonly recipient: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly channelId: string | null;
  readonly ts: string | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
};

/** Messages decided but maybe not yet posted; each row is also the receipt of its message. */
export function outboxStore(database: Database) {
  const { pool } = database;
  const changed = async (sql: string, values: unknown[]) => (await pool.query(sql, values)).rowCount === 1;
  return {
    /**
     * Keeps a message together with the suggestions it shows, both or neither.
     * @returns false where the key was there already: nothing is kept then
     */
    enqueue: (message: NewOutboxMessage, suggestions: readonly NewSuggestion[] = []): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if (!(await enqueueWithin(client, message))) return false;
        await recordSuggestions(client, suggestions);
        return true;
      }),

    /**
     * Claims messages that are due, at most one for each recipient, so that they arrive in order and not too fast.
     * Workers that claim at the same time get different messages.
     */
    async claimDue(now: Date, claimedUntil: Date, limit: number): Promise<ClaimedMessage[]> {
      const { rows } = await pool.query<ClaimedRow>(CLAIM_DUE, [now, claimedUntil, limit]);
      return rows.map(claimedFrom);
    },

    /** Settles as posted. @returns false where the claim was lost */
    settlePosted: (claim: ClaimedMessage, place: { channelId: string; ts: string }, at: Date) =>
      changed(SETTLE_POSTED, [claim.id, claim.attempt, place.channelId, place.ts, at]),

    /** Settles as failed for good. @returns false where the claim was lost */
    settleFailed: (claim: ClaimedMessage, error: string, at: Date) =>
      changed(SETTLE_FAILED, [claim.id, claim.attempt, error, at]),

    /** Gives back a message that was certainly not posted. @returns false where the claim was lost */
    postpone: (claim: ClaimedMessage, error: string, until: Date) =>
      changed(POSTPONE, [claim.id, claim.attempt, "pending", error, until]),

    /** Gives back a message that may be posted: the next attempt looks for it first. */
    postponeUnknown: (claim: ClaimedMessage, error: string, until: Date) =>
      changed(POSTPONE, [claim.id, claim.attempt, "posting", error, until]),

    async receipt(key: string): Promise<Receipt | null> {
      const { rows } = await pool.query<ReceiptRow>(`SELECT * FROM outbox WHERE key = $1`, [key]);
      return rows[0] ? receiptFrom(rows[0]) : null;
    },

    /** Messages per status, for health. */
    async countByStatus(): Promise<Partial<Record<DeliveryStatus, number>>> {
      const { rows } = await pool.query<{ status: DeliveryStatus; count: number }>(
        `SELECT status, count(*)::int AS count FROM outbox GROUP BY status`,
      );
      return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
    },
  };
}

/** Keeps a message within the caller's transaction. @returns false where its key was there already */
export async function enqueueWithin(client: pg.ClientBase, entry: NewOutboxMessage): Promise<boolean> {
  const { key, message, recipient, createdAt } = entry;
  const { rowCount } = await client.query(
    `INSERT INTO outbox (key, kind, recipient, message, next_attempt_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (key) DO NOTHING`,
    [key, message.kind, recipient, JSON.stringify(message), createdAt],
  );
  return rowCount === 1;
}

// A message waits while another one for its recipient is being posted or is due before it. A row in 'posting'
// whose claim ran out lost its answer, through a crash or on the way.
const CLAIM_DUE = `
  WITH due AS (
    SELECT id, status FROM outbox candidate
    WHERE status IN ('pending', 'posting') AND next_attempt_at <= $1
      AND (claimed_until IS NULL OR claimed_until <= $1)
      AND NOT EXISTS (
        SELECT FROM outbox other
        WHERE other.recipient = candidate.recipient AND other.id <> candidate.id
          AND other.status IN ('pending', 'posting')
          AND (other.claimed_until > $1 OR (other.next_attempt_at <= $1 AND other.id < candidate.id))
      )
    ORDER BY next_attempt_at, id LIMIT $3
    FOR UPDATE SKIP LOCKED
  )
  UPDATE outbox SET status = 'posting', attempts = attempts + 1, claimed_until = $2
  FROM due WHERE outbox.id = due.id
  RETURNING outbox.id, key, recipient, message, created_at, attempts, due.status AS status_before`;

const SETTLE_POSTED = `
  UPDATE outbox SET status = 'posted', channel_id = $3, ts = $4, settled_at = $5, claimed_until = NULL,
    last_error = NULL
  WHERE id = $1 AND attempts = $2 AND status = 'posting'`;

const SETTLE_FAILED = `
  UPDATE outbox SET status = 'failed', last_error = $3, settled_at = $4, claimed_until = NULL
  WHERE id = $1 AND attempts = $2 AND status = 'posting'`;

const POSTPONE = `
  UPDATE outbox SET status = $3, last_error = $4, next_attempt_at = $5, claimed_until = NULL
  WHERE id = $1 AND attempts = $2 AND status = 'posting'`;

type ClaimedRow = {
  id: string;
  key: string;
  recipient: string;
  message: Message;
  created_at: Date;
  attempts: number;
  status_before: DeliveryStatus;
};

function claimedFrom(row: ClaimedRow): ClaimedMessage {
  return {
    id: row.id,
    key: row.key,
    recipient: row.recipient,
    message: row.message,
    createdAt: row.created_at,
    attempt: row.attempts,
    maybePosted: row.status_before === "posting",
  };
}

type ReceiptRow = {
  key: string;
  kind: Message["kind"];
  recipient: string;
  status: DeliveryStatus;
  attempts: number;
  next_attempt_at: Date;
  channel_id: string | null;
  ts: string | null;
  last_error: string | null;
  created_at: Date;
  settled_at: Date | null;
};

function receiptFrom(row: ReceiptRow): Receipt {
  return {
    key: row.key,
    kind: row.kind,
    recipient: row.recipient,
    status: row.status,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    channelId: row.channel_id,
    ts: row.ts,
    lastError: row.last_error,
    createdAt: row.created_at,
    settledAt: row.settled_at,
  };
}
