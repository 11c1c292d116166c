import type { EndedRequest, RequestFailure, TracedRequest } from "../../domain/messages/traced-request.ts";
import type { AuditRow } from "../customers/audit-trail.ts";
import { arrayOf, bool, int4, int8, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { writtenTogether } from "../database/written-together.ts";
import { duringRequest } from "./current-request.ts";

export type RequestTraceStore = ReturnType<typeof requestTraceStore>;

/** What became of requests from Slack: who sent what and when, under which reference it failed, and what it led to. */
export function requestTraceStore({ pool }: Pick<Database, "pool">) {
  const noteEnded = writtenTogether(
    (ended: readonly Ended[]) => ENDED.run(pool, columnsOf(ended)),
    ({ id }) => id,
  );
  return {
    /** Runs `work`; messages that are decided meanwhile are noted as asked for by that request. */
    during: duringRequest,

    /** Notes what a request was and when its work was over, where the request is kept. */
    ended: (request: EndedRequest, at: Date): Promise<void> => noteEnded({ ...request, at }),

    /** Notes the reference that somebody was given for a request that failed. */
    async failed({ id, what, userId }: EndedRequest, reference: string, at: Date): Promise<void> {
      await FAILED.run(pool, { id, what, userId, reference, at });
    },

    find: (id: string): Promise<TracedRequest | null> => FIND.first(pool, { id }),

    /** The failure that was told under a reference; null for an unknown one. */
    failure: (reference: string): Promise<RequestFailure | null> => FAILURE.first(pool, { reference }),

    /** Oldest first. */
    failuresOf: (id: string): Promise<RequestFailure[]> => FAILURES.all(pool, { id }),

    /** What somebody did from one moment to another, as the audit has it, oldest first. */
    doneBy: (userId: string, from: Date, to: Date): Promise<AuditRow[]> =>
      DONE_BY.all(pool, { userId, from, to }),

    /** The newest references and ids of requests. */
    async newest(limit: number): Promise<string[]> {
      return (await NEWEST.all(pool, { limit })).map(({ name }) => name);
    },

    /** Forgets references that were given before a moment. @returns how many */
    forgetFailures: (before: Date): Promise<number> => FORGET_FAILURES.run(pool, { before }),
  };
}

const REQUEST = { id: text, what: text, userId: nullable(text), at: timestamptz };

type Ended = EndedRequest & { readonly at: Date };

const columnsOf = (ended: readonly Ended[]) => ({
  ids: ended.map(({ id }) => id),
  whats: ended.map(({ what }) => what),
  userIds: ended.map(({ userId }) => userId),
  moments: ended.map(({ at }) => at),
});

const ENDED = statement({
  name: "messages/request-traces: ended",
  sql: `
  UPDATE handled_requests r SET what = e.what, user_id = e.user_id, done_at = e.moment
  FROM unnest(:ids::text[], :whats::text[], :userIds::text[], :moments::timestamptz[]) AS e (id, what, user_id, moment)
  WHERE r.id = e.id`,
  parameters: {
    ids: arrayOf(text),
    whats: arrayOf(text),
    userIds: arrayOf(nullable(text)),
    moments: arrayOf(timestamptz),
  },
  isKeptPlanned: true,
});

const FAILED = statement({
  name: "messages/request-traces: failed",
  sql: `INSERT INTO request_failures (reference, request_id, what, user_id, at)
    VALUES (:reference, :id, :what, :userId, :at) ON CONFLICT (reference) DO NOTHING`,
  parameters: { ...REQUEST, reference: text },
});

const FIND = statement({
  name: "messages/request-traces: find",
  sql: `
  SELECT r.id, r.what, r.user_id AS "userId", m.name AS "userName", r.handled_at AS "arrivedAt", r.done_at AS "doneAt",
    r.claimed_until IS NOT NULL AS "isUnderWay", r.attempts::int
  FROM handled_requests r LEFT JOIN members m ON m.slack_user_id = r.user_id WHERE r.id = :id`,
  parameters: { id: text },
  row: {
    id: text,
    what: nullable(text),
    userId: nullable(text),
    userName: nullable(text),
    arrivedAt: timestamptz,
    doneAt: nullable(timestamptz),
    isUnderWay: bool,
    attempts: int4,
  },
});

const FAILURE_FIELDS = `f.reference, f.request_id AS "requestId", f.what, f.user_id AS "userId", f.at`;
const FAILURE_ROW = {
  reference: text,
  requestId: text,
  what: text,
  userId: nullable(text),
  at: timestamptz,
};

const FAILURE = statement({
  name: "messages/request-traces: failure",
  sql: `SELECT ${FAILURE_FIELDS} FROM request_failures f WHERE f.reference = :reference`,
  parameters: { reference: text },
  row: FAILURE_ROW,
});

const FAILURES = statement({
  name: "messages/request-traces: failures of a request",
  sql: `SELECT ${FAILURE_FIELDS} FROM request_failures f WHERE f.request_id = :id ORDER BY f.at, f.reference`,
  parameters: { id: text },
  row: FAILURE_ROW,
});

const DONE_BY = statement({
  name: "messages/request-traces: done by",
  sql: `
  SELECT e.id, e.at, e.actor, m.name AS "actorName", e.action, e.customer_id AS "customerId", c.name AS "customerName",
    e.details
  FROM audit_events e
  LEFT JOIN members m ON m.slack_user_id = e.actor
  LEFT JOIN customers c ON c.id = e.customer_id
  WHERE e.actor = :userId AND e.at >= :from AND e.at <= :to ORDER BY e.at, e.id`,
  parameters: { userId: text, from: timestamptz, to: timestamptz },
  row: {
    id: int8,
    at: timestamptz,
    actor: text,
    actorName: nullable(text),
    action: text,
    customerId: nullable(int4),
    customerName: nullable(text),
    details: json<Readonly<Record<string, unknown>>>(),
  },
});

const NEWEST = statement({
  name: "messages/request-traces: newest",
  sql: `
  (SELECT reference AS name FROM request_failures ORDER BY at DESC LIMIT :limit)
  UNION ALL (SELECT id FROM handled_requests ORDER BY handled_at DESC LIMIT :limit)`,
  parameters: { limit: int8 },
  row: { name: text },
});

const FORGET_FAILURES = statement({
  name: "messages/request-traces: forget failures",
  sql: "DELETE FROM request_failures WHERE at < :before",
  parameters: { before: timestamptz },
});
