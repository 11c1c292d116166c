import { quarterBegan } from "../../domain/calendar.ts";
import { daysAfter } from "../../domain/clock.ts";
import { DISMISSED_DAYS, type Dismissal } from "../../domain/outreach/dismissal.ts";
import type { AllFacts } from "../../domain/outreach/facts.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import type { NudgeOutcomes } from "../../domain/outreach/nudge-outcomes.ts";
import type { NudgeCandidate } from "../../domain/outreach/nudges.ts";
import { priorityOf } from "../../domain/outreach/playbooks/any-risk.ts";
import type { Phrase } from "../../domain/phrase.ts";
import type { RiskPoint } from "../../domain/risk/risk-movement.ts";
import { hasContractSql, notEndedSql } from "../customers/contract-days.ts";
import { ownedBySql } from "../customers/ownership.ts";
import {
  arrayOf,
  bool,
  float4,
  int4,
  json,
  nullable,
  text,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { LAST_TOUCH_ROW, lastTouch as lastTouchFact } from "../facts/last-touch.ts";
import { countedSql } from "../figures/uncounted-customers.ts";
import { type SinceSnoozeJson, sinceSnoozeFrom, sinceSnoozeSql } from "./since-snooze.ts";
import { withToldCases } from "./told-cases.ts";

export type RiskListStore = ReturnType<typeof riskListStore>;

/** A candidate as listed, with what facts say of the last touch: nobody has to look it up again. */
export type ListedCandidate = NudgeCandidate & Pick<AllFacts, "lastTouch">;

/** Customers by risk, and what the bot said about them; everything as known at a moment. */
export function riskListStore(database: Database) {
  const { pool } = database;
  return {
    /** The time zones in which an active member owns customers. */
    async ownerTimeZones(): Promise<string[]> {
      return (await OWNER_ZONES.all(pool)).map(({ zone }) => zone);
    },

    /** Every customer of the members in a time zone. @param memberIds only theirs; null: everybody's */
    async candidatesIn(
      timeZone: string,
      now: Date,
      memberIds: readonly string[] | null = null,
    ): Promise<ListedCandidate[]> {
      const values = { timeZone, memberIds, ...candidateMoments(now, timeZone) };
      const rows = await queryByRanges(database, CANDIDATES, values);
      return withToldCases(pool, rows.map(candidateFrom), now);
    },

    /** Every customer whom no active member owns, with the channel in the place of an owner; quarters begin in its zone. */
    async ownerlessCandidates(channelId: string, timeZone: string, now: Date): Promise<ListedCandidate[]> {
      const values = { channelId, ...candidateMoments(now, timeZone) };
      const rows = await queryByRanges(database, OWNERLESS, values);
      return withToldCases(pool, rows.map(candidateFrom), now);
    },

    /** How many customers a recipient was told of since a moment, in messages that arrived or still may. */
    toldIn: async (recipient: string, since: Date): Promise<number> =>
      (await SENT_TO.one(pool, { recipient, since })).customers,

    /** One of them, whatever their owner's zone, with the zone; null where no active member owns them. */
    async candidate(
      customerId: number,
      now: Date,
    ): Promise<{ readonly candidate: ListedCandidate; readonly timeZone: string } | null> {
      const owner = await OWNER_ZONE.first(pool, { customerId });
      if (owner === null) return null;
      const values = { timeZone: owner.zone, memberIds: null, ...candidateMoments(now, owner.zone) };
      const rows = await queryByRanges(database, CANDIDATES, values, customerId);
      const [candidate] = await withToldCases(pool, rows.map(candidateFrom), now, customerId);
      return candidate === undefined ? null : { candidate, timeZone: owner.zone };
    },

    /** Whether somebody was to be nudged since a moment, but others had more at stake. */
    async wasOverBudget(customerId: number, since: Date): Promise<boolean> {
      return (await OVER_BUDGET.one(pool, { customerId, since })).was;
    },

    /** How many customers each member was told about since a moment; what never arrived does not count. */
    async toldSince(since: Date): Promise<ReadonlyMap<string, number>> {
      const rows = await TOLD_SINCE.all(pool, { since });
      return new Map(rows.map(({ memberId, customers }) => [memberId, customers]));
    },

    /** Every customer, as figures count them, with the newest score now and at an earlier moment. */
    riskPoints: (now: Date, earlier: Date): Promise<RiskPoint[]> =>
      queryByRanges(database, RISK_POINTS, { now, earlier }),

    /** What became of the nudges made from `from` until `to`. @param memberId of one member's alone; null: of all */
    nudgeOutcomes: (from: Date, to: Date, memberId: string | null = null): Promise<NudgeOutcomes> =>
      OUTCOMES.one(pool, { from, to, memberId }),
  };
}

/** What candidates are looked at by. */
export const candidateMoments = (now: Date, timeZone: string) => ({
  now,
  dismissedSince: daysAfter(now, -DISMISSED_DAYS),
  quarterSince: quarterBegan(now, timeZone),
  openSince: nudgesOverSince(now),
});

/** Of a suggestion `s`: its message was posted, or still may be. */
const ARRIVES = "NOT EXISTS (SELECT FROM outbox o WHERE o.key = s.message_key AND o.status = 'failed')";

const OWNER_ZONES = statement({
  name: "outreach/risk-list: time zones of owners",
  sql: `
  SELECT DISTINCT m.time_zone AS zone FROM members m
  WHERE m.account = 'member' AND EXISTS (SELECT FROM customers c WHERE ${ownedBySql("c", "m.email")})
  ORDER BY zone`,
  row: { zone: text },
});

const OWNER_ZONE = statement({
  name: "outreach/risk-list: time zone of an owner",
  sql: `
  SELECT m.time_zone AS zone FROM customers c JOIN members m ON ${ownedBySql("c", "m.email")} AND m.account = 'member'
  WHERE c.id = :customerId`,
  parameters: { customerId: int4 },
  row: { zone: text },
});

const OVER_BUDGET = statement({
  name: "outreach/risk-list: over budget",
  sql: `
  SELECT EXISTS (SELECT FROM playbook_cases WHERE customer_id = :customerId AND kind = 'nudge'
    AND passed_over IN ('over-budget', 'week-budget') AND eligible_at >= :since) AS was`,
  parameters: { customerId: int4, since: timestamptz },
  row: { was: bool },
});

const TOLD_SINCE = statement({
  name: "outreach/risk-list: told since",
  sql: `
  SELECT s.member_id AS "memberId", count(*)::int AS customers FROM suggestions s
  WHERE s.kind = 'nudge' AND s.member_id IS NOT NULL AND s.created_at >= :since AND ${ARRIVES}
  GROUP BY s.member_id`,
  parameters: { since: timestamptz },
  row: { memberId: text, customers: int4 },
});

/** The newest score of customer `c` until a moment; by way of `ON true` also of those who have none. */
export const newestScore = (until: string) => `LATERAL (
  SELECT probability, silence, as_of FROM scores
  WHERE customer_id = c.id AND as_of <= ${until} ORDER BY as_of DESC LIMIT 1)`;

const IN_RANGE = "c.id BETWEEN :firstCustomerId AND :lastCustomerId";

/** What decides whether somebody is told. @param teller who is told of customer `c`, and by what join */
export const candidatesSql = (teller: string, join: string, which = IN_RANGE) => `
  SELECT c.id AS "customerId", c.source, ${teller} AS "memberId", ${hasContractSql("c")} AS "hasContract",
    to_char(c.ended_on, 'YYYY-MM-DD') AS "endedOn", c.snoozed_until AS "snoozedUntil",
    score.probability, score.silence, score.as_of AS "scoredAt", purchase.at AS "lastPurchaseAt",
    ${LAST_TOUCH_ROW} AS "lastTouch",
    (SELECT max(s.created_at) FROM suggestions s WHERE s.customer_id = c.id AND s.kind = 'nudge' AND ${ARRIVES}
    ) AS "lastNudgedAt",
    (SELECT json_build_object('suggestionKey', s.key, 'playbook', COALESCE(s.more_pressing->>'playbook', s.playbook))
      FROM suggestions s WHERE s.customer_id = c.id AND s.kind = 'nudge' AND s.status = 'open'
        AND s.created_at > :openSince AND s.created_at <= :now AND ${ARRIVES}
      ORDER BY s.created_at DESC LIMIT 1) AS "openNudge",
    ${sinceSnoozeSql} AS "sinceSnooze",
    (SELECT json_agg(json_build_object('playbook', playbook, 'whyNot', why_not)) FROM suggestions
      WHERE customer_id = c.id AND kind = 'nudge' AND status = 'not_useful' AND settled_at > :dismissedSince
    ) AS dismissals,
    EXISTS (SELECT FROM playbook_cases WHERE customer_id = c.id AND kind = 'nudge' AND passed_over = 'held-out'
      AND eligible_at >= :quarterSince AND eligible_at <= :now) AS "wasHeldOut"
  FROM customers c
  ${join}
  LEFT JOIN ${newestScore(":now")} score ON true
  LEFT JOIN LATERAL (
    SELECT at FROM activities
    WHERE customer_id = c.id AND kind = 'order' AND amount_minor > 0 AND at < :now ORDER BY at DESC LIMIT 1
  ) purchase ON true
  WHERE ${which} AND c.joined_into IS NULL`;

export const CANDIDATES = statement({
  name: "outreach/risk-list: candidates",
  sql: candidatesSql(
    "m.slack_user_id",
    `JOIN members m ON ${ownedBySql("c", "m.email")} AND m.account = 'member' AND m.time_zone = :timeZone
    AND (:memberIds::text[] IS NULL OR m.slack_user_id = ANY (:memberIds))`,
  ),
  parameters: {
    ...CUSTOMER_RANGE,
    timeZone: text,
    memberIds: nullable(arrayOf(text)),
    now: timestamptz,
    dismissedSince: timestamptz,
    quarterSince: timestamptz,
    openSince: timestamptz,
  },
  row: {
    customerId: int4,
    source: text,
    memberId: text,
    hasContract: bool,
    endedOn: nullable(text),
    snoozedUntil: nullable(timestamptz),
    probability: nullable(float4),
    silence: nullable(json<Phrase>()),
    scoredAt: nullable(timestamptz),
    lastPurchaseAt: nullable(timestamptz),
    lastTouch: nullable(json<object>()),
    lastNudgedAt: nullable(timestamptz),
    openNudge: nullable(json<{ readonly suggestionKey: string; readonly playbook: string }>()),
    sinceSnooze: nullable(json<SinceSnoozeJson>()),
    dismissals: nullable(json<Dismissal[]>()),
    wasHeldOut: bool,
  },
});

/** Customers whom no active member owns, as if a channel did. */
const OWNERLESS = statement({
  name: "outreach/risk-list: ownerless candidates",
  sql: `${candidatesSql(":channelId::text", "")} AND NOT EXISTS (
    SELECT FROM members m WHERE ${ownedBySql("c", "m.email")} AND m.account = 'member')`,
  parameters: {
    ...CUSTOMER_RANGE,
    channelId: text,
    now: timestamptz,
    dismissedSince: timestamptz,
    quarterSince: timestamptz,
    openSince: timestamptz,
  },
  row: CANDIDATES.row,
});

const SENT_TO = statement({
  name: "outreach/risk-list: customers told to a recipient",
  sql: `
  SELECT count(*)::int AS customers FROM suggestions s JOIN outbox o ON o.key = s.message_key
  WHERE o.recipient = :recipient AND o.status <> 'failed' AND s.kind = 'nudge' AND s.created_at >= :since`,
  parameters: { recipient: text, since: timestamptz },
  row: { customers: int4 },
});

export function candidateFrom(row: ValuesOf<typeof CANDIDATES.row>): ListedCandidate {
  const { sinceSnooze, dismissals, openNudge } = row;
  const lastTouch = row.lastTouch && lastTouchFact.from(row.lastTouch);
  return {
    ...row,
    lastTouch,
    lastTouchAt: lastTouch?.at ?? null,
    dismissals: dismissals ?? [],
    sinceSnooze: sinceSnooze && sinceSnoozeFrom(sinceSnooze),
    openNudge: openNudge && {
      suggestionKey: openNudge.suggestionKey,
      priority: priorityOf(openNudge.playbook),
    },
  };
}

const RISK_POINTS = statement({
  name: "outreach/risk-list: risk points",
  sql: `
  SELECT c.id AS "customerId", c.source, score.probability, earlier.probability AS "previousProbability",
    earlier.as_of AS "previousScoredAt", m.slack_user_id IS NOT NULL AS "hasOwner"
  FROM customers c
  LEFT JOIN members m ON ${ownedBySql("c", "m.email")} AND m.account = 'member'
  LEFT JOIN ${newestScore(":now")} score ON true
  LEFT JOIN ${newestScore(":earlier")} earlier ON true
  WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId
    AND ${notEndedSql("c", ":now::timestamptz")} AND ${countedSql("c")}`,
  parameters: { ...CUSTOMER_RANGE, now: timestamptz, earlier: timestamptz },
  row: {
    customerId: int4,
    source: text,
    probability: nullable(float4),
    previousProbability: nullable(float4),
    previousScoredAt: nullable(timestamptz),
    hasOwner: bool,
  },
});

// The message of a day's nudges is kept in one transaction with its suggestions; one without a message was kept before
// messages were, and counts as sent. What was handed over counts as the nudge that took its place.
const OUTCOMES = statement({
  name: "outreach/risk-list: nudge outcomes",
  sql: `
  WITH made AS (
    SELECT s.status, COALESCE(o.status, 'posted') AS message FROM suggestions s
    LEFT JOIN outbox o ON o.key = s.message_key
    WHERE s.kind = 'nudge' AND s.created_at >= :from AND s.created_at < :to AND s.status <> 'handed_over'
      AND (:memberId::text IS NULL OR s.member_id = :memberId)
  )
  SELECT count(*)::int AS sent, count(*) FILTER (WHERE status IN ('reached_out', 'touched'))::int AS "reachedOut",
    count(*) FILTER (WHERE status = 'snoozed')::int AS snoozed,
    count(*) FILTER (WHERE status = 'not_useful')::int AS "notUseful",
    count(*) FILTER (WHERE status IN ('open', 'closed'))::int AS open,
    (SELECT count(*)::int FROM made WHERE message = 'failed') AS failed
  FROM made WHERE message = 'posted'`,
  parameters: { from: timestamptz, to: timestamptz, memberId: nullable(text) },
  row: { sent: int4, reachedOut: int4, snoozed: int4, notUseful: int4, open: int4, failed: int4 },
});
