import { type Day, startOfDay } from "../../domain/calendar.ts";
import { daysAfter } from "../../domain/clock.ts";
import type { WhyNot } from "../../domain/outreach/nudge-answer.ts";
import type { NewPlaybookCase } from "../../domain/outreach/playbooks/evaluate.ts";
import type { SentNudge } from "../../domain/outreach/proof/precision.ts";
import { notEndedSql } from "../customers/contract-days.ts";
import { ownedBySql } from "../customers/ownership.ts";
import {
  arrayOf,
  date,
  float4,
  int4,
  int8,
  nullable,
  text,
  textOf,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { writtenTogether } from "../database/written-together.ts";

export type PlaybookCaseStore = ReturnType<typeof playbookCaseStore>;

/** Which playbooks applied to whom, and which of them led to a suggestion. */
export function playbookCaseStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * Keeps the cases that are not kept yet. One that was passed over at first and is chosen now becomes chosen; nothing
     * else changes one, so that a rerun does nothing.
     */
    record: writtenTogether((given: ReadonlyArray<readonly NewPlaybookCase[]>) =>
      recordPlaybookCases(pool, given.flat()),
    ),

    /**
     * Who was nudged for a playbook and who was held out, of those who were to be nudged on some days where their owner is;
     * each customer once a playbook, as they were dealt first.
     */
    compared: (days: DaysOfOwners): Promise<ComparedCase[]> => COMPARED.all(pool, momentsAround(days)),

    /** The nudges made on some days where their reader is that were posted, and what became of them. */
    sent: (days: DaysOfOwners): Promise<SentNudgeRow[]> => SENT.all(pool, momentsAround(days)),

    /** For how long cases are kept: no comparison reaches further back. */
    keptDays: KEPT_DAYS,

    /** How many customers somebody can be nudged about: not ended, and owned by an active member. */
    nudgeable: async (now: Date): Promise<number> => (await NUDGEABLE.one(pool, { now })).customers,

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

/** Days, both included, in the time zone of each customer's owner; the draw goes by these. */
export type DaysOfOwners = {
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Of those whose owner is known no more. */
  readonly timeZone: string;
};

/** One nudge that was posted. */
export type SentNudgeRow = Pick<SentNudge, "playbook" | "probability" | "status" | "whyNot"> & {
  readonly customerId: number;
  readonly at: Date;
  /** Who answered, and when; null where nobody did. */
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
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
    await RECORD.run(client, columnsOf(batch));
  }
}

function columnsOf(cases: readonly NewPlaybookCase[]) {
  return {
    customerIds: cases.map(({ customerId }) => customerId),
    playbooks: cases.map(({ playbook }) => playbook),
    occasions: cases.map(({ occasion }) => occasion),
    kinds: cases.map(({ kind }) => kind),
    moments: cases.map(({ at }) => at),
    passedOver: cases.map(({ passedOver }) => passedOver),
    suggestionKeys: cases.map(({ suggestionKey }) => suggestionKey),
  };
}

/**
 * In the order of the key, so that two writers of the same cases wait for each other instead of forever. Those that would change
 * nothing, which on most mornings are nearly all, are left out before they would be locked.
 */
const RECORD = statement({
  name: "outreach/playbook-cases: record",
  sql: `
  INSERT INTO playbook_cases AS kept
    (customer_id, playbook, occasion, kind, eligible_at, chosen_at, passed_over, suggestion_key)
  SELECT DISTINCT ON (customer_id, playbook, occasion, kind) customer_id, playbook, occasion, kind, at,
    CASE WHEN passed_over IS NULL THEN at END, passed_over, suggestion_key
  FROM unnest(:customerIds::int[], :playbooks::text[], :occasions::text[], :kinds::text[], :moments::timestamptz[],
    :passedOver::text[], :suggestionKeys::text[])
    AS c (customer_id, playbook, occasion, kind, at, passed_over, suggestion_key)
  WHERE NOT EXISTS (SELECT FROM playbook_cases k WHERE k.customer_id = c.customer_id AND k.playbook = c.playbook
    AND k.occasion = c.occasion AND k.kind = c.kind AND (k.chosen_at IS NOT NULL OR c.passed_over IS NOT NULL))
  ORDER BY customer_id, playbook, occasion, kind, passed_over NULLS FIRST
  ON CONFLICT (customer_id, playbook, occasion, kind) DO UPDATE SET chosen_at = EXCLUDED.chosen_at,
    passed_over = EXCLUDED.passed_over, suggestion_key = EXCLUDED.suggestion_key
  WHERE kept.chosen_at IS NULL AND EXCLUDED.chosen_at IS NOT NULL`,
  parameters: {
    customerIds: arrayOf(int4),
    playbooks: arrayOf(text),
    occasions: arrayOf(text),
    kinds: arrayOf(text),
    moments: arrayOf(timestamptz),
    passedOver: arrayOf(nullable(text)),
    suggestionKeys: arrayOf(nullable(text)),
  },
  isKeptPlanned: true,
});

/** The days in all time zones there are; which of the moments lie in them is told by each owner's own. */
function momentsAround({ fromDay, toDay, timeZone }: DaysOfOwners) {
  const [from, to] = [startOfDay(fromDay, "UTC"), startOfDay(toDay, "UTC")];
  return { fromDay, toDay, timeZone, from: daysAfter(from, -1), to: daysAfter(to, 2) };
}

const IN_DAYS = {
  fromDay: date,
  toDay: date,
  timeZone: text,
  from: timestamptz,
  to: timestamptz,
};
const isInDays = (at: string) => `${at} >= :from AND ${at} < :to
      AND (${at} AT TIME ZONE COALESCE(m.time_zone, :timeZone::text))::date BETWEEN :fromDay::date AND :toDay::date`;

// Nudges by their suggestions: a case keeps the first time of its occasion alone, which may lie in an earlier quarter.
const COMPARED = statement({
  name: "outreach/playbook-cases: compared",
  sql: `
  SELECT first.customer_id AS "customerId", first.playbook, first.at, first.arm, score.probability AS risk
  FROM (
    SELECT DISTINCT ON (customer_id, playbook) customer_id, playbook, at, arm
    FROM (
      SELECT s.customer_id, s.playbook, s.created_at AS at, 'nudged' AS arm
      FROM suggestions s LEFT JOIN members m ON m.slack_user_id = s.member_id
      WHERE s.kind = 'nudge' AND ${isInDays("s.created_at")}
      UNION ALL
      SELECT p.customer_id, p.playbook, p.eligible_at, 'held-out'
      FROM playbook_cases p JOIN customers c ON c.id = p.customer_id
      LEFT JOIN members m ON ${ownedBySql("c", "m.email")} AND m.account = 'member'
      WHERE p.kind = 'nudge' AND p.passed_over = 'held-out' AND ${isInDays("p.eligible_at")}
    ) AS dealt
    ORDER BY customer_id, playbook, at
  ) AS first
  LEFT JOIN LATERAL (
    SELECT probability FROM scores
    WHERE customer_id = first.customer_id AND as_of <= first.at ORDER BY as_of DESC LIMIT 1
  ) AS score ON true
  ORDER BY first.at, first.customer_id, first.playbook`,
  parameters: IN_DAYS,
  row: {
    customerId: int4,
    playbook: text,
    at: timestamptz,
    arm: textOf<ComparedCase["arm"]>(),
    risk: nullable(float4),
  },
});

// One without a message was kept before messages were, and counts as sent.
const SENT = statement({
  name: "outreach/playbook-cases: sent nudges",
  sql: `
  SELECT s.customer_id AS "customerId", s.playbook, s.created_at AS at, s.probability, s.status, s.why_not AS "whyNot",
    s.settled_by AS "settledBy", s.settled_at AS "settledAt"
  FROM suggestions s
  LEFT JOIN members m ON m.slack_user_id = s.member_id
  LEFT JOIN outbox o ON o.key = s.message_key
  WHERE s.kind = 'nudge' AND ${isInDays("s.created_at")} AND COALESCE(o.status, 'posted') = 'posted'
    AND s.status <> 'handed_over'
  ORDER BY s.created_at, s.id`,
  parameters: IN_DAYS,
  row: {
    customerId: int4,
    playbook: text,
    at: timestamptz,
    probability: nullable(float4),
    status: textOf<SentNudge["status"]>(),
    whyNot: nullable(textOf<WhyNot>()),
    settledBy: nullable(text),
    settledAt: nullable(timestamptz),
  },
});

const NUDGEABLE = statement({
  name: "outreach/playbook-cases: nudgeable customers",
  sql: `
  SELECT count(*)::int AS customers FROM customers c
  WHERE c.joined_into IS NULL AND ${notEndedSql("c", ":now::timestamptz")}
    AND EXISTS (SELECT FROM members m WHERE ${ownedBySql("c", "m.email")} AND m.account = 'member')`,
  parameters: { now: timestamptz },
  row: { customers: int4 },
});

const FORGET = statement({
  name: "outreach/playbook-cases: forget old",
  sql: `
  DELETE FROM playbook_cases WHERE (customer_id, playbook, occasion, kind) IN (
    SELECT customer_id, playbook, occasion, kind FROM playbook_cases WHERE eligible_at < :before
    ORDER BY eligible_at LIMIT :atOnce FOR UPDATE SKIP LOCKED)`,
  parameters: { before: timestamptz, atOnce: int8 },
});
