import type { GivenAnswer, OpenLoop } from "../../domain/outreach/feedback/feedback-answer.ts";
import type { AskedKind } from "../../domain/outreach/feedback/feedback-kinds.ts";
import {
  ASKED_LATELY_DAYS,
  type AskedBefore,
  type AskedContact,
  LINK_SOURCE,
  type SolvedTicket,
} from "../../domain/outreach/feedback/feedback-request.ts";
import type { PageLanguage } from "../../domain/outreach/feedback/page-language.ts";
import { float8, int4, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { askedSql, OPEN_LOOP_ROW, openLoopsSql } from "./feedback-loops.ts";

export type FeedbackRequestStore = ReturnType<typeof feedbackRequestStore>;

export type NewFeedbackRequest = {
  readonly customerId: number;
  readonly contactId: number | null;
  readonly kind: AskedKind;
  readonly ticketId: number | null;
  readonly language: PageLanguage;
  /** Slack user id; null: from the command line. */
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly tokenHash: string;
};

/** A request as its link finds it. */
export type FeedbackRequest = {
  readonly id: number;
  readonly customerId: number;
  readonly kind: AskedKind;
  readonly language: PageLanguage;
  readonly ticket: string | null;
  readonly askedBy: string | null;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly contact: {
    readonly name: string;
    readonly role: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
};

/** What customers are asked by links, and what came of it. */
export function feedbackRequestStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Keeps a question and notes it. @returns false where customer, contact and ticket do not belong together (any more) */
    ask: async (request: NewFeedbackRequest): Promise<boolean> => (await ASK.run(pool, request)) === 1,

    async find(tokenHash: string): Promise<FeedbackRequest | null> {
      const row = await FIND.first(pool, { tokenHash });
      if (row === null) return null;
      const { name, role, phone, email, ...request } = row;
      return { ...request, contact: name === null ? null : { name, role, phone, email } };
    },

    /** What a customer was asked within `ASKED_LATELY_DAYS`, newest first. */
    asked: (customerId: number, now: Date): Promise<AskedBefore[]> => ASKED.all(pool, { customerId, now }),

    /** The two newest answers of each kind, from wherever they came, newest first. */
    answers: (customerId: number, now: Date): Promise<GivenAnswer[]> =>
      ANSWERS.all(pool, { customerId, now }),

    /** Unhappy answers by links after which nobody has reached the customer, oldest first. */
    openLoops: (customerId: number, now: Date): Promise<OpenLoop[]> =>
      LOOPS_OF.all(pool, { customerId, now }),

    /** Whom at a customer one can ask, by name; the first hundred of those who are still there. */
    contacts: (customerId: number, now: Date): Promise<AskedContact[]> =>
      CONTACTS.all(pool, { customerId, now }),

    /** What one can ask about: the tickets solved last. */
    solvedTickets: (customerId: number, now: Date): Promise<SolvedTicket[]> =>
      SOLVED.all(pool, { customerId, now }),
  };
}

/** An answer as it is kept. */
export type NewFeedbackAnswer = {
  readonly tokenHash: string;
  readonly score: number;
  readonly scaleMax: number;
  readonly comment: string | null;
  readonly at: Date;
};

/**
 * Keeps an answer and notes it, where its link is still open. Of two at once the second waits for the first and finds it
 * answered.
 * @returns whether it was kept
 */
export async function answerWithin(client: Queryable, answer: NewFeedbackAnswer): Promise<boolean> {
  return (await ANSWER.run(client, answer)) === 1;
}

const ASK = statement({
  name: "outreach/feedback-requests: ask",
  sql: `
  WITH asked AS (
    INSERT INTO feedback_requests (customer_id, contact_id, kind, ticket_id, language, asked_by, asked_at, expires_at,
      token_hash)
    SELECT c.id, :contactId, :kind, :ticketId, :language, :askedBy, :askedAt, :expiresAt, :tokenHash
    FROM customers c
    WHERE c.id = :customerId
      AND (:contactId::int IS NULL OR EXISTS (
        SELECT FROM contacts p WHERE p.id = :contactId AND p.customer_id = c.id))
      AND (:ticketId::int IS NULL OR EXISTS (
        SELECT FROM tickets t WHERE t.id = :ticketId AND t.customer_id = c.id))
    RETURNING id, customer_id, kind, asked_by, asked_at
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT asked_at, COALESCE(asked_by, 'command line'), 'feedback.asked', customer_id,
    jsonb_build_object('request', id, 'kind', kind)
  FROM asked`,
  parameters: {
    customerId: int4,
    contactId: nullable(int4),
    kind: text,
    ticketId: nullable(int4),
    language: text,
    askedBy: nullable(text),
    askedAt: timestamptz,
    expiresAt: timestamptz,
    tokenHash: text,
  },
});

const FIND = statement({
  name: "outreach/feedback-requests: find",
  sql: `
  SELECT r.id, r.customer_id AS "customerId", r.kind, r.language, t.external_id AS ticket, r.asked_by AS "askedBy",
    r.expires_at AS "expiresAt", r.answered_at AS "answeredAt", p.name, p.role, p.phone, p.email
  FROM feedback_requests r
  LEFT JOIN tickets t ON t.id = r.ticket_id
  LEFT JOIN contacts p ON p.id = r.contact_id
  WHERE r.token_hash = :tokenHash`,
  parameters: { tokenHash: text },
  row: {
    id: int4,
    customerId: int4,
    kind: textOf<AskedKind>(),
    language: textOf<PageLanguage>(),
    ticket: nullable(text),
    askedBy: nullable(text),
    expiresAt: timestamptz,
    answeredAt: nullable(timestamptz),
    name: nullable(text),
    role: nullable(text),
    phone: nullable(text),
    email: nullable(text),
  },
});

/** The answer's number is the request's, so that no answer can be kept twice. */
const ANSWER = statement({
  name: "outreach/feedback-requests: answer",
  sql: `
  WITH answered AS (
    UPDATE feedback_requests SET answered_at = :at
    WHERE token_hash = :tokenHash AND answered_at IS NULL AND expires_at > :at
    RETURNING id, customer_id, told_of, kind
  ), kept AS (
    INSERT INTO feedback (customer_id, told_of, source, external_id, kind, score, scale_max, comment, at)
    SELECT customer_id, told_of, '${LINK_SOURCE}', id::text, kind, :score, :scaleMax, :comment, :at FROM answered
    RETURNING customer_id, external_id, kind, score
  )
  INSERT INTO audit_events (at, actor, action, customer_id, details)
  SELECT :at, '${LINK_SOURCE}', 'feedback.answered', customer_id,
    jsonb_build_object('request', external_id::int, 'kind', kind, 'score', score)
  FROM kept`,
  parameters: { tokenHash: text, score: float8, scaleMax: float8, comment: nullable(text), at: timestamptz },
});

const ASKED = statement({
  name: "outreach/feedback-requests: asked of a customer",
  sql: `
  ${askedSql}
  WHERE r.customer_id = :customerId AND r.asked_at > :now::timestamptz - interval '${ASKED_LATELY_DAYS} days'
    AND r.asked_at <= :now
  ORDER BY r.asked_at DESC, r.id DESC LIMIT 100`,
  parameters: { customerId: int4, now: timestamptz },
  row: {
    id: int4,
    kind: textOf<AskedKind>(),
    contactName: nullable(text),
    ticket: nullable(text),
    askedBy: nullable(text),
    askedByName: nullable(text),
    askedAt: timestamptz,
    expiresAt: timestamptz,
    answeredAt: nullable(timestamptz),
  },
});

const ANSWERS = statement({
  name: "outreach/feedback-requests: answers of a customer",
  sql: `
  SELECT kind, score, scale_max AS "scaleMax", comment, at
  FROM (
    SELECT kind, score, scale_max, comment, at, id, row_number() OVER (PARTITION BY kind ORDER BY at DESC, id DESC) AS place
    FROM feedback WHERE customer_id = :customerId AND at <= :now AND kind IN ('csat', 'ces', 'nps')
  ) newest
  WHERE place <= 2 ORDER BY at DESC, id DESC`,
  parameters: { customerId: int4, now: timestamptz },
  row: {
    kind: textOf<AskedKind>(),
    score: float8,
    scaleMax: float8,
    comment: nullable(text),
    at: timestamptz,
  },
});

const LOOPS_OF = statement({
  name: "outreach/feedback-requests: open loops of a customer",
  sql: `${openLoopsSql} AND f.customer_id = :customerId ORDER BY f.at, f.id LIMIT 100`,
  parameters: { customerId: int4, now: timestamptz },
  row: OPEN_LOOP_ROW,
});

/** A list in Slack has at most a hundred options, of which one is nobody in particular. */
const CONTACTS = statement({
  name: "outreach/feedback-requests: contacts",
  sql: `SELECT id, name, role, language FROM contacts WHERE customer_id = :customerId
    AND (left_on IS NULL OR left_on > (:now::timestamptz AT TIME ZONE 'UTC')::date) ORDER BY lower(name), id LIMIT 99`,
  parameters: { customerId: int4, now: timestamptz },
  row: { id: int4, name: text, role: nullable(text), language: nullable(text) },
});

const SOLVED = statement({
  name: "outreach/feedback-requests: solved tickets",
  sql: `
  SELECT id, external_id AS reference, subject FROM tickets
  WHERE customer_id = :customerId AND solved_at <= :now ORDER BY solved_at DESC, id DESC LIMIT 25`,
  parameters: { customerId: int4, now: timestamptz },
  row: { id: int4, reference: text, subject: text },
});
