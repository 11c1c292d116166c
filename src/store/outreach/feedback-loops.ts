import { ASKED_KINDS, type AskedKind, UNHAPPY_UP_TO } from "../../domain/outreach/feedback/feedback-kinds.ts";
import { LINK_SOURCE } from "../../domain/outreach/feedback/feedback-request.ts";
import type { OpenAnswer } from "../../domain/outreach/my-day.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { bool, float8, int4, int8, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type FeedbackLoopStore = ReturnType<typeof feedbackLoopStore>;

/** Questions and unhappy answers of all customers that wait for somebody. */
export function feedbackLoopStore({ pool }: Pick<Database, "pool">) {
  return {
    /** Links that are not answered yet, those that end first first. */
    waiting: (limit: number, now: Date) => WAITING.all(pool, { limit, now }),

    /** Unhappy answers by links after which nobody has reached the customer, oldest first. */
    open: (limit: number, now: Date) => OPEN.all(pool, { limit, now }),

    /** The same for somebody who answers for some customers, and how many there are. */
    async openFor(whose: AnswerScope, limit: number, now: Date) {
      const rows = await OPEN_FOR.all(pool, { ...whose, limit, now });
      return { items: rows.map(({ inAll: _, ...answer }): OpenAnswer => answer), inAll: rows[0]?.inAll ?? 0 };
    },
  };
}

/** Whose answers: everybody's, or of one owner's customers. */
export type AnswerScope = { readonly all: boolean; readonly email: string | null };

/** What is told of a request, with the names that go with it. */
export const askedSql = `
  SELECT r.id, r.kind, p.name AS "contactName", t.external_id AS ticket, r.asked_by AS "askedBy", m.name AS "askedByName",
    r.asked_at AS "askedAt", r.expires_at AS "expiresAt", r.answered_at AS "answeredAt"
  FROM feedback_requests r
  LEFT JOIN contacts p ON p.id = r.contact_id
  LEFT JOIN tickets t ON t.id = r.ticket_id
  LEFT JOIN members m ON m.slack_user_id = r.asked_by`;

/** SQL for what `isUnhappy` says in the domain. */
const UNHAPPY = `(${ASKED_KINDS.map((kind) => `f.kind = '${kind}' AND f.score <= ${UNHAPPY_UP_TO[kind]}`).join(" OR ")})`;

/** Found by its key. A file can call its source anything, and its ids as well. */
const REQUEST_ID = "CASE WHEN f.external_id ~ '^\\d{1,9}$' THEN f.external_id::int END";

/**
 * Unhappy answers by links, `f`, after which nobody has reached the customer up to `:now`: whoever only tried has not
 * closed it.
 */
const unclosedSql = (columns: string, tables: string) => `
  SELECT ${columns}
  FROM feedback f
  LEFT JOIN feedback_requests r ON r.id = ${REQUEST_ID}
  LEFT JOIN contacts p ON p.id = r.contact_id ${tables}
  WHERE f.source = '${LINK_SOURCE}' AND f.at <= :now AND ${UNHAPPY}
    AND NOT EXISTS (
      SELECT FROM touches touch WHERE touch.customer_id = f.customer_id AND touch.at > f.at AND touch.at <= :now
        AND touch.outcome <> 'no_answer')`;

const OPEN_LOOP = `f.kind, f.score, f.scale_max AS "scaleMax", f.comment, f.at, p.name AS "contactName"`;
export const OPEN_LOOP_ROW = {
  kind: textOf<AskedKind>(),
  score: float8,
  scaleMax: float8,
  comment: nullable(text),
  at: timestamptz,
  contactName: nullable(text),
};
export const openLoopsSql = unclosedSql(OPEN_LOOP, "");

const WAITING = statement({
  name: "outreach/feedback-loops: waiting",
  sql: `
  SELECT c.name AS customer, c.external_id AS "externalId", r.kind, p.name AS "contactName", r.asked_at AS "askedAt",
    r.expires_at AS "expiresAt"
  FROM feedback_requests r JOIN customers c ON c.id = r.customer_id LEFT JOIN contacts p ON p.id = r.contact_id
  WHERE r.answered_at IS NULL AND r.expires_at > :now AND r.asked_at <= :now
  ORDER BY r.expires_at, r.id LIMIT :limit`,
  parameters: { limit: int8, now: timestamptz },
  row: {
    customer: text,
    externalId: text,
    kind: textOf<AskedKind>(),
    contactName: nullable(text),
    askedAt: timestamptz,
    expiresAt: timestamptz,
  },
});

const OPEN = statement({
  name: "outreach/feedback-loops: open",
  sql: `
  ${unclosedSql(
    `c.name AS customer, c.external_id AS "externalId", ${OPEN_LOOP}`,
    "JOIN customers c ON c.id = f.customer_id",
  )}
  ORDER BY f.at, f.id LIMIT :limit`,
  parameters: { limit: int8, now: timestamptz },
  row: { customer: text, externalId: text, ...OPEN_LOOP_ROW },
});

const OPEN_FOR = statement({
  name: "outreach/feedback-loops: open for a member",
  sql: `
  ${unclosedSql(
    `c.id AS "customerId", c.name AS customer, ${OPEN_LOOP}, count(*) OVER ()::int AS "inAll"`,
    "JOIN customers c ON c.id = f.customer_id",
  )} AND (:all::bool OR ${ownedBySql("c", ":email::text")})
  ORDER BY f.at, f.id LIMIT :limit`,
  parameters: { all: bool, email: nullable(text), limit: int8, now: timestamptz },
  row: { customerId: int4, customer: text, ...OPEN_LOOP_ROW, inAll: int4 },
});
