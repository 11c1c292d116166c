import type { Message } from "../../domain/messages/messages.ts";
import {
  type EndedAttempt,
  type MessageState,
  type OutboxLine,
  type RetriedMessage,
  type Retry,
  type StoppedPosting,
  TOKEN_REFUSED,
} from "../../domain/messages/receipt.ts";
import { HISTORY_UNREAD } from "../../domain/outreach/undelivered.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { bool, int4, int8, json, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type ReceiptStore = ReturnType<typeof receiptStore>;

/** A line of the outbox with what else is kept of its way. */
export type KeptReceipt = OutboxLine & {
  readonly channelId: string | null;
  readonly ts: string | null;
  /** Grows with every change of what the message has to show. */
  readonly revision: number;
  /** The key of the message in whose thread it stands. */
  readonly threadOf: string | null;
  /** What Slack had delivered when it was decided; null: nobody in Slack asked for it. */
  readonly requestId: string | null;
  /** Whether that message failed, so that there is no thread. */
  readonly isThreadFailed: boolean;
};

/** Which failed messages go again: one by its key, or all that failed from a moment on. */
export type RetryAsked = { readonly key: string } | { readonly failedSince: Date };

/** What became of messages, and failed ones sent again: for whoever runs the bot. */
export function receiptStore({ pool }: Pick<Database, "pool">) {
  return {
    /** The newest messages in a state, or in any; and how many there are. */
    async list(
      state: MessageState | null,
      limit: number,
    ): Promise<{ readonly lines: readonly OutboxLine[]; readonly inAll: number }> {
      const rows = await LIST.all(pool, { state, limit });
      const { inAll } = await COUNT.one(pool, { state });
      return { lines: rows, inAll };
    },

    find: (key: string): Promise<KeptReceipt | null> => FIND.first(pool, { key }),

    /** The key of the message that stands there; null: none of ours does. @param channelId null: whichever channel it is */
    async keyAt(channelId: string | null, ts: string): Promise<string | null> {
      return (await KEY_AT.first(pool, { channelId, ts }))?.key ?? null;
    },

    /** What a request from Slack led to, oldest first. */
    askedForBy: (requestId: string): Promise<OutboxLine[]> => ASKED_FOR_BY.all(pool, { requestId }),

    async newestKeys(limit: number): Promise<string[]> {
      return (await NEWEST_KEYS.all(pool, { limit })).map(({ key }) => key);
    },

    /** How each attempt at posting a message ended, oldest first; of those of the last `TRACE_KEPT_DAYS` days. */
    attemptsOf: (key: string): Promise<EndedAttempt[]> => ATTEMPTS.all(pool, { key }),

    /** Forgets attempts that ended before a moment. @returns how many */
    forgetAttempts: (before: Date): Promise<number> => FORGET_ATTEMPTS.run(pool, { before }),

    /** When a message was sent again by hand, oldest first. */
    retriesOf: (key: string): Promise<Retry[]> => RETRIES.all(pool, { key }),

    /**
     * Has failed messages posted again, once each, and notes it; one that has not failed stays as it is. Unless it is
     * certain that Slack never took it, a message is looked for in Slack first, as after a lost answer.
     * @param by for the audit: a Slack user id, or `command line`
     */
    async retry(asked: RetryAsked, by: string, at: Date): Promise<RetriedMessage[]> {
      const key = "key" in asked ? asked.key : null;
      const failedSince = "key" in asked ? null : asked.failedSince;
      return RETRY.all(pool, { key, failedSince, by, at });
    },

    /** Null where no message waits for a token. */
    async stopped(): Promise<StoppedPosting | null> {
      const { error, waiting, oldestAt } = await STOPPED.one(pool);
      return error === null || oldestAt === null ? null : { error, waiting, oldestAt };
    },
  };
}

const IS_WAITING = "o.status IN ('pending', 'posting')";

const STATE = `CASE WHEN ${IS_WAITING} AND o.last_error ->> 'code' IN ('undelivered.quiet-hours', '${TOKEN_REFUSED}', '${HISTORY_UNREAD}')
    THEN 'held' WHEN ${IS_WAITING} THEN 'pending' ELSE o.status END`;

const LINE = `o.key, o.kind, o.recipient, m.name AS "recipientName", ${STATE} AS state, o.attempts,
    o.created_at AS "createdAt", CASE WHEN ${IS_WAITING} THEN o.next_attempt_at END AS "nextAttemptAt",
    o.settled_at AS "settledAt", o.last_error AS because`;

const LINE_ROW = {
  key: text,
  kind: textOf<Message["kind"]>(),
  recipient: text,
  recipientName: nullable(text),
  state: textOf<MessageState>(),
  attempts: int4,
  createdAt: timestamptz,
  nextAttemptAt: nullable(timestamptz),
  settledAt: nullable(timestamptz),
  because: nullable(json<Phrase>()),
};

const LIST = statement({
  name: "messages/receipts: list",
  sql: `
  SELECT ${LINE} FROM outbox o LEFT JOIN members m ON m.slack_user_id = o.recipient
  WHERE :state::text IS NULL OR ${STATE} = :state
  ORDER BY o.id DESC LIMIT :limit`,
  parameters: { state: nullable(text), limit: int8 },
  row: LINE_ROW,
});

const COUNT = statement({
  name: "messages/receipts: count",
  sql: `SELECT count(*)::int AS "inAll" FROM outbox o WHERE :state::text IS NULL OR ${STATE} = :state`,
  parameters: { state: nullable(text) },
  row: { inAll: int4 },
});

const FIND = statement({
  name: "messages/receipts: find",
  sql: `
  SELECT ${LINE}, o.channel_id AS "channelId", o.ts, o.revision, o.thread_of AS "threadOf", o.request_id AS "requestId",
    EXISTS (SELECT FROM outbox head WHERE head.key = o.thread_of AND head.status = 'failed') AS "isThreadFailed"
  FROM outbox o LEFT JOIN members m ON m.slack_user_id = o.recipient WHERE o.key = :key`,
  parameters: { key: text },
  row: {
    ...LINE_ROW,
    channelId: nullable(text),
    ts: nullable(text),
    revision: int4,
    threadOf: nullable(text),
    requestId: nullable(text),
    isThreadFailed: bool,
  },
});

const KEY_AT = statement({
  name: "messages/receipts: key at a place",
  sql: `SELECT key FROM outbox WHERE ts = :ts AND (:channelId::text IS NULL OR channel_id = :channelId) ORDER BY id LIMIT 1`,
  parameters: { channelId: nullable(text), ts: text },
  row: { key: text },
});

const ASKED_FOR_BY = statement({
  name: "messages/receipts: asked for by a request",
  sql: `
  SELECT ${LINE} FROM outbox o LEFT JOIN members m ON m.slack_user_id = o.recipient
  WHERE o.request_id = :requestId ORDER BY o.id`,
  parameters: { requestId: text },
  row: LINE_ROW,
});

const NEWEST_KEYS = statement({
  name: "messages/receipts: newest keys",
  sql: "SELECT key FROM outbox ORDER BY id DESC LIMIT :limit",
  parameters: { limit: int8 },
  row: { key: text },
});

const ATTEMPTS = statement({
  name: "messages/receipts: attempts",
  sql: `SELECT attempt, ended_at AS "endedAt", outcome, error AS because FROM delivery_attempts
    WHERE message_key = :key ORDER BY id`,
  parameters: { key: text },
  row: {
    attempt: int4,
    endedAt: timestamptz,
    outcome: textOf<EndedAttempt["outcome"]>(),
    because: nullable(json<Phrase>()),
  },
});

const FORGET_ATTEMPTS = statement({
  name: "messages/receipts: forget attempts",
  sql: "DELETE FROM delivery_attempts WHERE ended_at < :before",
  parameters: { before: timestamptz },
});

const RETRIES = statement({
  name: "messages/receipts: retries",
  sql: `SELECT at, actor AS by FROM audit_events
    WHERE action = 'message.retried' AND details ->> 'key' = :key ORDER BY at, id`,
  parameters: { key: text },
  row: { at: timestamptz, by: text },
});

/**
 * Errors that are written only where Slack refused the message, or was never asked to post it. Whatever else a message
 * ended with, an answer may have been lost on the way: "gave up" from before that was told apart says it of any error.
 */
const SURELY_NOT_POSTED = `(starts_with(o.last_error ->> 'code', 'undelivered.slack.')
      OR starts_with(o.last_error ->> 'code', 'undelivered.audience.')
      OR o.last_error ->> 'code' IN ('undelivered.unrenderable', 'undelivered.no-thread'))`;

const RETRY = statement({
  name: "messages/receipts: retry",
  sql: `
  WITH again AS (
    UPDATE outbox o SET status = CASE WHEN ${SURELY_NOT_POSTED} THEN 'pending' ELSE 'posting' END,
      next_attempt_at = :at, claimed_until = NULL, settled_at = NULL, uncounted_attempts = o.attempts,
      holds_up_until = NULL
    WHERE o.status = 'failed' AND (:key::text IS NULL OR o.key = :key)
      AND (:failedSince::timestamptz IS NULL OR o.settled_at >= :failedSince)
    RETURNING o.id, o.key, o.status = 'posting' AS "looksFirst"
  ), noted AS (
    INSERT INTO audit_events (at, actor, action, customer_id, details)
    SELECT :at, :by, 'message.retried', NULL, jsonb_build_object('key', key, 'looksFirst', "looksFirst") FROM again
  )
  SELECT key, "looksFirst" FROM again ORDER BY id`,
  parameters: {
    key: nullable(text),
    failedSince: nullable(timestamptz),
    by: text,
    at: timestamptz,
  },
  row: { key: text, looksFirst: bool },
});

const STOPPED = statement({
  name: "messages/receipts: stopped",
  sql: `
  SELECT (SELECT r.last_error -> 'parameters' ->> 'error' FROM outbox r
      WHERE r.status IN ('pending', 'posting') AND r.last_error ->> 'code' = '${TOKEN_REFUSED}'
      ORDER BY r.next_attempt_at DESC, r.id LIMIT 1) AS error,
    count(*)::int AS waiting, min(o.created_at) AS "oldestAt"
  FROM outbox o WHERE ${IS_WAITING}`,
  row: { error: nullable(text), waiting: int4, oldestAt: nullable(timestamptz) },
});
