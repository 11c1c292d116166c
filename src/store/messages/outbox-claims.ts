import type { Message } from "../../domain/messages/messages.ts";
import type { Phrase } from "../../domain/phrase.ts";
import {
  exactInt8,
  int4,
  int8,
  json,
  nullable,
  text,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** What one attempt at posting works on. `attempt` proves the claim: settling with an older one does nothing. */
export type ClaimedMessage = {
  readonly id: string;
  readonly key: string;
  /** A channel id, or a user id for a direct message. */
  readonly recipient: string;
  readonly message: Message;
  readonly createdAt: Date;
  readonly attempt: number;
  /** Of these attempts, how many do not count towards giving up. */
  readonly uncounted: number;
  /** An earlier attempt ended without a known answer: the message may be posted already. */
  readonly maybePosted: boolean;
  /** Between these moments it may have been posted without a row that says so: a backup was put back. Left out: it was not. */
  readonly unrecorded?: Unrecorded | null;
  /** When Slack was asked to post it for the first and the last time, by Slack's clock; null: never, or by an older version. */
  readonly firstAskedAt: Date | null;
  readonly lastAskedAt: Date | null;
  /** Until when later messages for the recipient wait while this one waits; null: they do not. */
  readonly holdsUpUntil: Date | null;
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

/** When a message was given back, and until when later ones for its recipient wait for it. */
export type GivenBack = { readonly at: Date; readonly holdsUpUntil: Date | null };

/** Attempts at posting, each by one worker at a time. What is settled or given back is noted as an attempt that ended. */
export function outboxClaims({ pool }: Pick<Database, "pool">) {
  const postpone = async (
    { id, attempt, uncounted }: ClaimedMessage,
    status: string,
    [error, until, given]: [Phrase, Date, GivenBack],
  ) => (await POSTPONE.run(pool, { id, attempt, uncounted, status, error, until, ...given })) === 1;
  return {
    /**
     * Claims messages that are due, at most one for each recipient, so that they arrive in order and not too fast. One
     * that waits for its next attempt holds up later ones for the same recipient until its `holdsUpUntil`. Workers that
     * claim at the same time get different messages.
     */
    async claimDue(now: Date, claimedUntil: Date, limit: number): Promise<ClaimedMessage[]> {
      return (await CLAIM_DUE.all(pool, { now, claimedUntil, limit })).map(claimedFrom);
    },

    /** Still works on it. @returns false where the claim was lost */
    async renew({ id, attempt }: ClaimedMessage, claimedUntil: Date): Promise<boolean> {
      return (await RENEW.run(pool, { id, attempt, claimedUntil })) === 1;
    },

    /**
     * Notes that Slack is about to be asked to post it, and renews the claim.
     * @param askedAt by Slack's clock where that is known
     * @returns false where the claim was lost: it must not be posted
     */
    async begin({ id, attempt }: ClaimedMessage, askedAt: Date, claimedUntil: Date): Promise<boolean> {
      return (await BEGIN.run(pool, { id, attempt, askedAt, claimedUntil })) === 1;
    },

    /** Settles as posted. @returns false where the claim was lost */
    async settlePosted(
      { id, attempt, revision }: ClaimedMessage,
      place: { channelId: string; ts: string },
      at: Date,
      outcome: "posted" | "found" = "posted",
    ): Promise<boolean> {
      return (await SETTLE_POSTED.run(pool, { id, attempt, revision, ...place, at, outcome })) === 1;
    },

    /** Settles as failed for good. @returns false where the claim was lost */
    async settleFailed({ id, attempt }: ClaimedMessage, error: Phrase, at: Date): Promise<boolean> {
      return (await SETTLE_FAILED.run(pool, { id, attempt, error, at })) === 1;
    },

    /** Gives back a message that was certainly not posted. @returns false where the claim was lost */
    postpone: (claim: ClaimedMessage, ...given: [error: Phrase, until: Date, given: GivenBack]) =>
      postpone(claim, "pending", given),

    /** Gives back a message that may be posted: the next attempt looks for it first. */
    postponeUnknown: (claim: ClaimedMessage, ...given: [error: Phrase, until: Date, given: GivenBack]) =>
      postpone(claim, "posting", given),
  };
}

/** Of the restores since which a message may be decided once more. */
const restoredSql = (what: string) => `(SELECT ${what} FROM restores
      WHERE restored_at > outbox.created_at - make_interval(days => ${LOOKED_FOR_DAYS}))`;

/** A reply is not ready before it is known what became of the message it replies to. */
const isReadySql = (row: string) => `(${row}.thread_of IS NULL OR EXISTS (
          SELECT FROM outbox head WHERE head.key = ${row}.thread_of AND head.status NOT IN ('pending', 'posting')))`;

// A message waits while another one for its recipient is being posted, is due before it, or waits before it and holds it
// up. A row in 'posting' whose claim ran out lost its answer, through a crash or on the way.
const CLAIM_DUE = statement({
  name: "messages/outbox-claims: claim due",
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
            OR ((other.next_attempt_at <= :now OR other.holds_up_until > :now)
              AND other.id < candidate.id AND ${isReadySql("other")}))
      )
    ORDER BY next_attempt_at, id LIMIT :limit
    FOR UPDATE SKIP LOCKED
  )
  UPDATE outbox SET status = 'posting', attempts = attempts + 1, claimed_until = :claimedUntil
  FROM due WHERE outbox.id = due.id
  RETURNING outbox.id, key, recipient, message, created_at, attempts, uncounted_attempts, revision,
    first_asked_at, last_asked_at, holds_up_until, due.status AS status_before,
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
    first_asked_at: nullable(timestamptz),
    last_asked_at: nullable(timestamptz),
    holds_up_until: nullable(timestamptz),
    status_before: text,
    unrecorded_from: nullable(timestamptz),
    unrecorded_until: nullable(timestamptz),
    locale: nullable(text),
    thread_of: nullable(text),
    thread_ts: nullable(text),
  },
});

/** What proves a claim. */
const CLAIM = { id: exactInt8, attempt: int4 };
const IS_CLAIMED = "id = :id AND attempts = :attempt AND status = 'posting'";

const RENEW = statement({
  name: "messages/outbox-claims: renew",
  sql: `UPDATE outbox SET claimed_until = :claimedUntil WHERE ${IS_CLAIMED} AND claimed_until IS NOT NULL`,
  parameters: { ...CLAIM, claimedUntil: timestamptz },
});

const BEGIN = statement({
  name: "messages/outbox-claims: begin",
  sql: `
  UPDATE outbox SET claimed_until = :claimedUntil, first_asked_at = COALESCE(first_asked_at, :askedAt),
    last_asked_at = :askedAt
  WHERE ${IS_CLAIMED} AND claimed_until IS NOT NULL`,
  parameters: { ...CLAIM, askedAt: timestamptz, claimedUntil: timestamptz },
});

/** Ends an attempt and notes how, where the claim still holds. */
const endedSql = (set: string, outcome: string, error: string) => `
  WITH ended AS (UPDATE outbox SET ${set}, claimed_until = NULL WHERE ${IS_CLAIMED} RETURNING key)
  INSERT INTO delivery_attempts (message_key, attempt, ended_at, outcome, error)
  SELECT key, :attempt, :at, ${outcome}, ${error} FROM ended`;

const SETTLE_POSTED = statement({
  name: "messages/outbox-claims: settle as posted",
  sql: endedSql(
    `status = 'posted', channel_id = :channelId, ts = :ts, settled_at = :at, last_error = NULL, holds_up_until = NULL,
    redraw_at = CASE WHEN revision = :revision THEN NULL ELSE redraw_at END`,
    ":outcome",
    "NULL",
  ),
  parameters: { ...CLAIM, revision: int4, channelId: text, ts: text, at: timestamptz, outcome: text },
});

const SETTLE_FAILED = statement({
  name: "messages/outbox-claims: settle as failed",
  sql: endedSql(
    "status = 'failed', last_error = :error, settled_at = :at, holds_up_until = NULL",
    "'failed'",
    ":error",
  ),
  parameters: { ...CLAIM, error: json<Phrase>(), at: timestamptz },
});

const POSTPONE = statement({
  name: "messages/outbox-claims: postpone",
  sql: endedSql(
    `status = :status, last_error = :error, next_attempt_at = :until, uncounted_attempts = :uncounted,
    holds_up_until = :holdsUpUntil`,
    "'postponed'",
    ":error",
  ),
  parameters: {
    ...CLAIM,
    uncounted: int4,
    status: text,
    error: json<Phrase>(),
    until: timestamptz,
    at: timestamptz,
    holdsUpUntil: nullable(timestamptz),
  },
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
    firstAskedAt: row.first_asked_at,
    lastAskedAt: row.last_asked_at,
    holdsUpUntil: row.holds_up_until,
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
