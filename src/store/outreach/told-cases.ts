import { daysAfter } from "../../domain/clock.ts";
import type { NudgeCandidate } from "../../domain/outreach/nudges.ts";
import { groupedBy } from "../../domain/outreach/proof/grouped-by.ts";
import { int4, nullable, text, timestamptz } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

/** At least as long as any cool-down. */
const TOLD_WITHIN_DAYS = 7;

/** Candidates with the playbooks' cases that nudges of the last week told of. @param customerId of one alone; null: of all */
export async function withToldCases<Candidate extends NudgeCandidate>(
  db: Queryable,
  candidates: readonly Candidate[],
  now: Date,
  customerId: number | null = null,
): Promise<Candidate[]> {
  const rows = await TOLD.all(db, { since: daysAfter(now, -TOLD_WITHIN_DAYS), until: now, customerId });
  const told = groupedBy(rows, (row) => row.customerId);
  return candidates.map((one) => {
    const cases = told.get(one.customerId);
    if (cases === undefined) return one;
    return { ...one, toldCases: cases.map(({ playbook, occasion }) => ({ playbook, occasion })) };
  });
}

/** Of messages that arrived, or still may. */
const TOLD = statement({
  name: "outreach/told-cases: of nudges",
  sql: `
  SELECT s.customer_id AS "customerId", p.playbook, p.occasion FROM suggestions s
  JOIN playbook_cases p ON p.customer_id = s.customer_id AND p.kind = 'nudge' AND p.suggestion_key = s.key
  WHERE s.kind = 'nudge' AND s.created_at > :since AND s.created_at <= :until
    AND (:customerId::int IS NULL OR s.customer_id = :customerId)
    AND NOT EXISTS (SELECT FROM outbox o WHERE o.key = s.message_key AND o.status = 'failed')
  ORDER BY s.customer_id, p.playbook, p.occasion`,
  parameters: { since: timestamptz, until: timestamptz, customerId: nullable(int4) },
  row: { customerId: int4, playbook: text, occasion: text },
});
