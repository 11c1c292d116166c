import type { MessageInputs } from "../../domain/messages/message-inputs.ts";
import type { Message } from "../../domain/messages/messages.ts";
import type { NewPlaybookCase } from "../../domain/outreach/playbooks/evaluate.ts";
import type { NewSuggestion } from "../../domain/outreach/suggestion.ts";
import type { Phrase } from "../../domain/phrase.ts";
import {
  exactInt8,
  int4,
  int8,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import type { OutboxMessageModel } from "../generated/models.ts";
import { recordPlaybookCases } from "../outreach/playbook-cases.ts";
import { closeReplacedNudges, recordSuggestions } from "../outreach/suggestions.ts";
import { keepInputsWithin } from "./message-inputs.ts";

export type OutboxStore = ReturnType<typeof outboxStore>;

/** A message to be posted once, ever, under its key. */
export type NewOutboxMessage = {
  readonly key: string;
  /** A channel id, or a user id for a direct message. */
  readonly recipient: string;
  readonly message: Message;
  readonly createdAt: Date;
  /** The key of the message in whose thread it belongs; left out: it stands by itself. */
  readonly threadOf?: string;
  /** What it was decided from, where that is more than itself. */
  readonly inputs?: MessageInputs;
};

/** What one attempt at posting works on. `attempt` proves the claim: settling with an older one does nothing. */
export type ClaimedMessage = NewOutboxMessage & {
  readonly id: string;
  readonly attempt: number;
  /** Of these attempts, how many do not count towards giving up. */
  readonly uncounted: number;
  /** An earlier attempt ended without a known answer: the message may be posted already. */
  readonly maybePosted: boolean;
  /** Between these moments it may have been posted without a row that says so: a backup was put back. Left out: it was not. */
  readonly unrecorded?: Unrecorded | null;
  /** What of the message's changes is in it when it is drawn now. */
  readonly revision: number;
  /** The recipient's, as Slack names it; null where nobody said. */
  readonly locale: string | null;
  /** Where it is a reply; `ts` is null where the message it replies to did not arrive. */
  readonly thread: { readonly ts: string | null } | null;
};

/** From the backup to its restore. */
export type Unrecorded = { readonly from: Date; readonly until: Date };

/**
 * What was decided before a restore is decided once more after it, under the same key, when its occasion has not passed. Chosen
 * by the product: longer than any message waits for its month to be over, after which none of them is decided any more.
 */
export const LOOKED_FOR_DAYS = 45;

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
  /** Why it did not arrive. */
  readonly lastError: Phrase | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
};

/** Messages decided but maybe not yet posted; each row is also the receipt of its message. */
export function outboxStore(database: Database) {
  const { pool, prisma } = database;
  const postpone = async (claim: ClaimedMessage, status: string, error: Phrase, until: Date) => {
    const { id, attempt, uncounted } = claim;
    return (await POSTPONE.run(pool, { id, attempt, uncounted, status, error, until })) === 1;
  };
  return {
    /**
     * Keeps a message together with the suggestions it shows and the playbooks they came from, and closes what was
     * open of older nudges about the same customers, all or nothing.
     * @returns false where the key was there already: nothing is kept then
     */
    enqueue: (
      message: NewOutboxMessage,
      suggestions: readonly NewSuggestion[] = [],
      cases: readonly NewPlaybookCase[] = [],
    ): Promise<boolean> =>
      inTransaction(database, async (client) => {
        if (!(await enqueueWithin(client, message))) return false;
        await recordSuggestions(client, suggestions, message.key);
        await closeReplacedNudges(client, suggestions, message.createdAt);
        await recordPlaybookCases(client, cases);
        return true;
      }),

    /**
     * Claims messages that are due, at most one for each recipient, so that they arrive in order and not too fast.
     * Workers that claim at the same time get different messages.
     */
    async claimDue(now: Date, claimedUntil: Date, limit: number): Promise<ClaimedMessage[]> {
      return (await CLAIM_DUE.all(pool, { now, claimedUntil, limit })).map(claimedFrom);
    },

    /** Settles as posted. @returns false where the claim was lost */
    async settlePosted(
      { id, attempt, revision }: ClaimedMessage,
      place: { channelId: string; ts: string },
      at: Date,
    ) {
      return (await SETTLE_POSTED.run(pool, { id, attempt, revision, ...place, at })) === 1;
    },

    /** Settles as failed for good. @returns false where the claim was lost */
    async settleFailed({ id, attempt }: ClaimedMessage, error: Phrase, at: Date) {
      return (await SETTLE_FAILED.run(pool, { id, attempt, error, at })) === 1;
    },

    /** Gives back a message that was certainly not posted. @returns false where the claim was lost */
    postpone: (claim: ClaimedMessage, error: Phrase, until: Date) => postpone(claim, "pending", error, until),

    /** Gives back a message that may be posted: the next attempt looks for it first. */
    postponeUnknown: (claim: ClaimedMessage, error: Phrase, until: Date) =>
      postpone(claim, "posting", error, until),

    /** What a message says, as it was decided; null for an unknown key. */
    async find(key: string): Promise<Message | null> {
      return (await FIND.first(pool, { key }))?.message ?? null;
    },

    async receipt(key: string): Promise<Receipt | null> {
      const row = await prisma.outboxMessage.findUnique({ where: { key } });
      return row && receiptFrom(row);
    },

    /** Messages per status, for health. */
    async countByStatus(): Promise<Partial<Record<DeliveryStatus, number>>> {
      const rows = await BY_STATUS.all(pool);
      return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
    },
  };
}

/** Keeps a message within the caller's transaction. @returns false where its key was there already */
export async function enqueueWithin(client: Queryable, entry: NewOutboxMessage): Promise<boolean> {
  const { inputs, threadOf = null, ...row } = entry;
  if ((await ENQUEUE.run(client, { ...row, threadOf, kind: entry.message.kind })) !== 1) return false;
  if (inputs) await keepInputsWithin(client, entry.key, inputs, entry.createdAt);
  return true;
}

const ENQUEUE = statement({
  name: "messages/outbox: enqueue",
  sql: `
  INSERT INTO outbox (key, kind, recipient, message, next_attempt_at, created_at, thread_of)
  VALUES (:key, :kind, :recipient, :message, :createdAt, :createdAt, :threadOf) ON CONFLICT (key) DO NOTHING`,
  parameters: {
    key: text,
    kind: text,
    recipient: text,
    message: json<Message>(),
    createdAt: timestamptz,
    threadOf: nullable(text),
  },
});

const FIND = statement({
  name: "messages/outbox: find",
  sql: "SELECT message FROM outbox WHERE key = :key",
  parameters: { key: text },
  row: { message: json<Message>() },
});

const BY_STATUS = statement({
  name: "messages/outbox: count by status",
  sql: "SELECT status, count(*)::int AS count FROM outbox GROUP BY status",
  row: { status: textOf<DeliveryStatus>(), count: int4 },
});

/** Of the restores since which a message may be decided once more. */
const restoredSql = (what: string) => `(SELECT ${what} FROM restores
      WHERE restored_at > outbox.created_at - make_interval(days => ${LOOKED_FOR_DAYS}))`;

/** A reply is not ready before it is known what became of the message it replies to. */
const isReadySql = (row: string) => `(${row}.thread_of IS NULL OR EXISTS (
          SELECT FROM outbox head WHERE head.key = ${row}.thread_of AND head.status NOT IN ('pending', 'posting')))`;

// A message waits while another one for its recipient is being posted or is due before it. A row in 'posting'
// whose claim ran out lost its answer, through a crash or on the way.
const CLAIM_DUE = statement({
  name: "messages/outbox: claim due",
  sql: `
  WITH due AS (
    SELECT id, status FROM outbox candidate
    WHERE status IN ('pending', 'posting') AND next_attempt_at <= :now
      AND (claimed_until IS NULL OR claimed_until <= :now)
      AND ${isReadySql("candidate")}
      AND NOT EXISTS (
        SELECT FROM outbox other
        WHERE other.recipient = candidate.recipient AND other.id <> candidate.id
          AND other.status IN ('pending', 'posting')
          AND (other.claimed_until > :now
            OR (other.next_attempt_at <= :now AND other.id < candidate.id AND ${isReadySql("other")}))
      )
    ORDER BY next_attempt_at, id LIMIT :limit
    FOR UPDATE SKIP LOCKED
  )
  UPDATE outbox SET status = 'posting', attempts = attempts + 1, claimed_until = :claimedUntil
  FROM due WHERE outbox.id = due.id
  RETURNING outbox.id, key, recipient, message, created_at, attempts, uncounted_attempts, revision,
    due.status AS status_before,
    ${restoredSql("min(taken_at)")} AS unrecorded_from, ${restoredSql("max(restored_at)")} AS unrecorded_until,
    COALESCE(
      (SELECT locale FROM members WHERE slack_user_id = recipient),
      (SELECT locale FROM channel_settings WHERE channel_id = recipient)
    ) AS locale,
    thread_of, (SELECT head.ts FROM outbox head WHERE head.key = outbox.thread_of) AS thread_ts`,
  parameters: { now: timestamptz, claimedUntil: timestamptz, limit: int8 },
  row: {
    id: exactInt8,
    key: text,
    recipient: text,
    message: json<Message>(),
    created_at: timestamptz,
    attempts: int4,
    uncounted_attempts: int4,
    revision: int4,
    status_before: textOf<DeliveryStatus>(),
    unrecorded_from: nullable(timestamptz),
    unrecorded_until: nullable(timestamptz),
    locale: nullable(text),
    thread_of: nullable(text),
    thread_ts: nullable(text),
  },
});

/** What proves a claim. */
const CLAIM = { id: exactInt8, attempt: int4 };

const SETTLE_POSTED = statement({
  name: "messages/outbox: settle as posted",
  sql: `
  UPDATE outbox SET status = 'posted', channel_id = :channelId, ts = :ts, settled_at = :at, claimed_until = NULL,
    last_error = NULL, redraw_at = CASE WHEN revision = :revision THEN NULL ELSE redraw_at END
  WHERE id = :id AND attempts = :attempt AND status = 'posting'`,
  parameters: { ...CLAIM, revision: int4, channelId: text, ts: text, at: timestamptz },
});

const SETTLE_FAILED = statement({
  name: "messages/outbox: settle as failed",
  sql: `
  UPDATE outbox SET status = 'failed', last_error = :error, settled_at = :at, claimed_until = NULL
  WHERE id = :id AND attempts = :attempt AND status = 'posting'`,
  parameters: { ...CLAIM, error: json<Phrase>(), at: timestamptz },
});

const POSTPONE = statement({
  name: "messages/outbox: postpone",
  sql: `
  UPDATE outbox SET status = :status, last_error = :error, next_attempt_at = :until, claimed_until = NULL,
    uncounted_attempts = :uncounted
  WHERE id = :id AND attempts = :attempt AND status = 'posting'`,
  parameters: { ...CLAIM, uncounted: int4, status: text, error: json<Phrase>(), until: timestamptz },
});

function claimedFrom(row: ValuesOf<typeof CLAIM_DUE.row>): ClaimedMessage {
  return {
    id: row.id,
    key: row.key,
    recipient: row.recipient,
    message: row.message,
    createdAt: row.created_at,
    attempt: row.attempts,
    uncounted: row.uncounted_attempts,
    maybePosted: row.status_before === "posting",
    unrecorded: unrecordedIn(row),
    revision: row.revision,
    locale: row.locale,
    thread: row.thread_of === null ? null : { ts: row.thread_ts },
  };
}

function unrecordedIn({
  unrecorded_from: from,
  unrecorded_until: until,
}: ValuesOf<typeof CLAIM_DUE.row>): Unrecorded | null {
  return from === null || until === null ? null : { from, until };
}

/** The columns of which only some values are ever written; an error always as a phrase. */
function receiptFrom(row: OutboxMessageModel): Receipt {
  const {
    id: _,
    message,
    claimedUntil,
    kind,
    status,
    revision,
    redrawAt,
    redrawAttempts,
    lastError,
    threadOf,
    uncountedAttempts,
    ...receipt
  } = row;
  return {
    ...receipt,
    kind: kind as Message["kind"],
    status: status as DeliveryStatus,
    lastError: lastError as Phrase | null,
  };
}
