import { daysAfter } from "../../domain/clock.ts";
import type { NewPlaybookCase } from "../../domain/outreach/playbooks/evaluate.ts";
import { float4, int4, int8, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type PlaybookCaseStore = ReturnType<typeof playbookCaseStore>;

/** Which playbooks applied to whom, and which of them led to a suggestion. */
export function playbookCaseStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * Keeps the cases that are not kept yet. One that was passed over at first and is chosen now becomes chosen; nothing
     * else changes one, so that a rerun does nothing.
     */
    record: (cases: readonly NewPlaybookCase[]): Promise<void> => recordPlaybookCases(pool, cases),

    /**
     * Who was nudged for a playbook and who was held out, of those who were to be nudged between two moments; each customer
     * once a playbook, as they were dealt first.
     */
    async compared(from: Date, to: Date): Promise<ComparedCase[]> {
      return COMPARED.all(pool, { from, to });
    },

    /** What became of the nudges between two moments, by playbook. */
    answers: (from: Date, to: Date): Promise<PlaybookAnswers[]> => ANSWERS.all(pool, { from, to }),

    /**
     * Forgets cases that first applied more than `KEPT_DAYS` ago, some at a time so that others get their turn in
     * between. Whom somebody else writes just then waits for the next time. @returns how many
     */
    async forgetOld(now: Date, atOnce: number = CASES_AT_ONCE): Promise<number> {
      const before = daysAfter(now, -KEPT_DAYS);
      let forgotten = 0;
      for (let last = atOnce; last === atOnce; forgotten += last) {
        last = await FORGET.run(pool, { before, atOnce });
      }
      return forgotten;
    },
  };
}

export type PlaybookAnswers = {
  readonly playbook: string;
  /** Those that were posted. */
  readonly sent: number;
  readonly reachedOut: number;
  readonly notUseful: number;
};

export type ComparedCase = {
  readonly customerId: number;
  readonly playbook: string;
  readonly at: Date;
  readonly arm: "nudged" | "held-out";
  /** The risk of that day, 0–1; null where there was none. */
  readonly risk: number | null;
};

/**
 * Chosen by the product: what suggestions achieve is told by a year of cases, so that every season is in it, and by the
 * margin of the year after each; two more months leave time to look.
 */
export const KEPT_DAYS = 790;

/** Small enough for one statement to be over before anybody notices. */
const CASES_AT_ONCE = 1_000;

/** The same within the caller's transaction. */
export async function recordPlaybookCases(
  client: Queryable,
  cases: readonly NewPlaybookCase[],
): Promise<void> {
  for (let start = 0; start < cases.length; start += CASES_AT_ONCE) {
    const batch = cases.slice(start, start + CASES_AT_ONCE);
    await RECORD.run(client, { cases: JSON.stringify(batch) });
  }
}

/** In the order of the key, so that two writers of the same cases wait for each other instead of forever. */
const RECORD = statement({
  name: "outreach/playbook-cases: record",
  sql: `
  INSERT INTO playbook_cases AS kept
    (customer_id, playbook, occasion, kind, eligible_at, chosen_at, passed_over, suggestion_key)
  SELECT DISTINCT ON ("customerId", playbook, occasion, kind) "customerId", playbook, occasion, kind, at,
    CASE WHEN "passedOver" IS NULL THEN at END, "passedOver", "suggestionKey"
  FROM jsonb_to_recordset(:cases::text::jsonb) AS c ("customerId" int, playbook text, occasion text, kind text,
    at timestamptz, "passedOver" text, "suggestionKey" text)
  ORDER BY "customerId", playbook, occasion, kind, "passedOver" NULLS FIRST
  ON CONFLICT (customer_id, playbook, occasion, kind) DO UPDATE SET chosen_at = EXCLUDED.chosen_at,
    passed_over = EXCLUDED.passed_over, suggestion_key = EXCLUDED.suggestion_key
  WHERE kept.chosen_at IS NULL AND EXCLUDED.chosen_at IS NOT NULL`,
  parameters: { cases: text },
});

// Nudges by their suggestions: a case keeps the first time of its occasion alone, which may lie in an earlier quarter.
const COMPARED = statement({
  name: "outreach/playbook-cases: compared",
  sql: `
  SELECT first.customer_id AS "customerId", first.playbook, first.at, first.arm, score.probability AS risk
  FROM (
    SELECT DISTINCT ON (customer_id, playbook) customer_id, playbook, at, arm
    FROM (
      SELECT customer_id, playbook, created_at AS at, 'nudged' AS arm FROM suggestions WHERE kind = 'nudge'
      UNION ALL
      SELECT customer_id, playbook, eligible_at, 'held-out' FROM playbook_cases
      WHERE kind = 'nudge' AND passed_over = 'held-out'
    ) AS dealt
    WHERE at >= :from AND at < :to
    ORDER BY customer_id, playbook, at
  ) AS first
  LEFT JOIN LATERAL (
    SELECT probability FROM scores
    WHERE customer_id = first.customer_id AND as_of <= first.at ORDER BY as_of DESC LIMIT 1
  ) AS score ON true
  ORDER BY first.at, first.customer_id, first.playbook`,
  parameters: { from: timestamptz, to: timestamptz },
  row: {
    customerId: int4,
    playbook: text,
    at: timestamptz,
    arm: textOf<ComparedCase["arm"]>(),
    risk: nullable(float4),
  },
});

const ANSWERS = statement({
  name: "outreach/playbook-cases: answers",
  sql: `
  SELECT s.playbook, count(*)::int AS sent,
    count(*) FILTER (WHERE s.status IN ('reached_out', 'touched'))::int AS "reachedOut",
    count(*) FILTER (WHERE s.status = 'not_useful')::int AS "notUseful"
  FROM suggestions s LEFT JOIN outbox o ON o.key = s.message_key
  WHERE s.kind = 'nudge' AND s.created_at >= :from AND s.created_at < :to AND COALESCE(o.status, 'posted') = 'posted'
    AND s.status <> 'handed_over'
  GROUP BY s.playbook ORDER BY sent DESC, s.playbook`,
  parameters: { from: timestamptz, to: timestamptz },
  row: { playbook: text, sent: int4, reachedOut: int4, notUseful: int4 },
});

const FORGET = statement({
  name: "outreach/playbook-cases: forget old",
  sql: `
  DELETE FROM playbook_cases WHERE (customer_id, playbook, occasion, kind) IN (
    SELECT customer_id, playbook, occasion, kind FROM playbook_cases WHERE eligible_at < :before
    ORDER BY eligible_at LIMIT :atOnce FOR UPDATE SKIP LOCKED)`,
  parameters: { before: timestamptz, atOnce: int8 },
});
