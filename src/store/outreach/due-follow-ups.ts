import { ownedBySql } from "../customers/ownership.ts";
import { arrayOf, int4, int8, text, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import {
  CANDIDATES,
  candidateFrom,
  candidateMoments,
  candidatesSql,
  type ListedCandidate,
  newestScore,
} from "./risk-list.ts";
import { withToldCases } from "./told-cases.ts";

export type DueFollowUpStore = ReturnType<typeof dueFollowUpStore>;

/** What a playbook calls for in a customer's case. */
export type FoundCase = { readonly customerId: number; readonly playbook: string; readonly occasion: string };

/** Some customers of a member, by Slack user id. */
export type OwnCustomers = {
  readonly memberId: string;
  readonly customerIds: readonly number[];
  /** The member's: quarters begin in it. */
  readonly timeZone: string;
};

/** Whom an owner may have to get back to, and since when that has been known. */
export function dueFollowUpStore({ pool }: Pick<Database, "pool">) {
  return {
    /** The riskiest of an owner's customers, those without a risk last, and how many they own. */
    async riskiestOf(ownerEmail: string, limit: number, now: Date) {
      const rows = await RISKIEST.all(pool, { ownerEmail, limit, now });
      return { customerIds: rows.map(({ customerId }) => customerId), owned: rows[0]?.owned ?? 0 };
    },

    /** The same of each as a morning looks at. */
    async candidates(
      { memberId, customerIds, timeZone }: OwnCustomers,
      now: Date,
    ): Promise<ListedCandidate[]> {
      const rows = await AMONG.all(pool, { memberId, customerIds, ...candidateMoments(now, timeZone) });
      return withToldCases(pool, rows.map(candidateFrom), now);
    },

    /** When a morning first found each of these cases; what none has found yet is not among them. */
    foundAt: (cases: readonly FoundCase[]): Promise<Array<FoundCase & { readonly at: Date }>> =>
      FOUND_AT.all(pool, {
        customerIds: cases.map(({ customerId }) => customerId),
        playbooks: cases.map(({ playbook }) => playbook),
        occasions: cases.map(({ occasion }) => occasion),
      }),
  };
}

/** Who left more than a year ago is nobody's case any more: the last playbook that speaks of them is for winning back. */
const RISKIEST = statement({
  name: "outreach/due-follow-ups: riskiest of an owner",
  sql: `
  SELECT c.id AS "customerId", count(*) OVER ()::int AS owned FROM customers c
  LEFT JOIN ${newestScore(":now::timestamptz")} score ON true
  WHERE ${ownedBySql("c", ":ownerEmail::text")} AND c.joined_into IS NULL
    AND (c.ended_on IS NULL OR c.ended_on > :now::date - 366)
  ORDER BY score.probability DESC NULLS LAST, c.id LIMIT :limit`,
  parameters: { ownerEmail: text, now: timestamptz, limit: int8 },
  row: { customerId: int4, owned: int4 },
});

const AMONG = statement({
  name: "outreach/due-follow-ups: candidates",
  sql: candidatesSql(":memberId::text", "", "c.id = ANY (:customerIds::int[])"),
  parameters: {
    memberId: text,
    customerIds: arrayOf(int4),
    now: timestamptz,
    dismissedSince: timestamptz,
    quarterSince: timestamptz,
    openSince: timestamptz,
  },
  row: CANDIDATES.row,
});

const FOUND_AT = statement({
  name: "outreach/due-follow-ups: found at",
  sql: `
  SELECT p.customer_id AS "customerId", p.playbook, p.occasion, p.eligible_at AS at
  FROM unnest(:customerIds::int[], :playbooks::text[], :occasions::text[]) AS asked (customer_id, playbook, occasion)
  JOIN playbook_cases p ON p.customer_id = asked.customer_id AND p.playbook = asked.playbook
    AND p.occasion = asked.occasion AND p.kind = 'nudge'`,
  parameters: { customerIds: arrayOf(int4), playbooks: arrayOf(text), occasions: arrayOf(text) },
  row: { customerId: int4, playbook: text, occasion: text, at: timestamptz },
});
