import type { OpenNudge, OpenNudges } from "../../domain/outreach/turns/open-nudge.ts";
import type { Phrase } from "../../domain/phrase.ts";
import { ownedBySql } from "../customers/ownership.ts";
import { float4, int4, int8, json, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type OpenNudgeStore = ReturnType<typeof openNudgeStore>;

/** A member's nudges: how many wait for an answer, and how many were answered of late. */
export type NudgeCounts = {
  readonly memberId: string;
  readonly name: string;
  readonly open: number;
  readonly sent: number;
  readonly answered: number;
};

/** Nudges that nobody has answered yet, and how many were. */
export function openNudgeStore({ pool }: Pick<Database, "pool">) {
  return {
    /** A member's, newest first, made after a moment: one whose message did not arrive as well. */
    async of(memberId: string, madeAfter: Date, limit: number): Promise<OpenNudges> {
      const rows = await OPEN.all(pool, { memberId, madeAfter, limit });
      return {
        items: rows.map(({ inAll: _, ...item }): OpenNudge => item),
        inAll: rows[0]?.inAll ?? 0,
      };
    },

    /** Every active member who owns customers, by name: what is open, and of those sent since a moment the answered. */
    team: (madeAfter: Date, sentSince: Date): Promise<NudgeCounts[]> =>
      TEAM.all(pool, { madeAfter, sentSince }),
  };
}

/** Of suggestion `s`: its message was posted. One without a message was kept before messages were. */
const ARRIVED = "NOT EXISTS (SELECT FROM outbox o WHERE o.key = s.message_key AND o.status <> 'posted')";

const OPEN = statement({
  name: "outreach/open-nudges: of a member",
  sql: `
  SELECT s.key AS "suggestionKey", s.customer_id AS "customerId", c.name, s.reason, s.action,
    s.probability, s.created_at AS "madeAt", count(*) OVER ()::int AS "inAll"
  FROM suggestions s JOIN customers c ON c.id = s.customer_id
  WHERE s.member_id = :memberId AND s.kind = 'nudge' AND s.status = 'open' AND s.created_at > :madeAfter
  ORDER BY s.created_at DESC, s.id LIMIT :limit`,
  parameters: { memberId: text, madeAfter: timestamptz, limit: int8 },
  row: {
    suggestionKey: text,
    customerId: int4,
    name: text,
    reason: json<Phrase>(),
    action: json<Phrase>(),
    probability: nullable(float4),
    madeAt: timestamptz,
    inAll: int4,
  },
});

const TEAM = statement({
  name: "outreach/open-nudges: of the team",
  sql: `
  SELECT m.slack_user_id AS "memberId", m.name,
    count(*) FILTER (WHERE s.status = 'open' AND s.created_at > :madeAfter)::int AS open,
    count(*) FILTER (WHERE s.created_at >= :sentSince AND ${ARRIVED})::int AS sent,
    count(*) FILTER (WHERE s.created_at >= :sentSince AND ${ARRIVED} AND s.status NOT IN ('open', 'closed'))::int
      AS answered
  FROM members m LEFT JOIN suggestions s
    ON s.member_id = m.slack_user_id AND s.kind = 'nudge' AND s.created_at >= LEAST(:madeAfter::timestamptz, :sentSince)
  WHERE m.account = 'member' AND EXISTS (SELECT FROM customers c WHERE ${ownedBySql("c", "m.email")})
  GROUP BY m.slack_user_id, m.name ORDER BY m.name, m.slack_user_id`,
  parameters: { madeAfter: timestamptz, sentSince: timestamptz },
  row: { memberId: text, name: text, open: int4, sent: int4, answered: int4 },
});
