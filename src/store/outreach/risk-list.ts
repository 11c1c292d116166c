import type { Money } from "../../domain/money.ts";
import type { NudgeCandidate, NudgeOutcomes } from "../../domain/outreach/nudges.ts";
import type { RiskPoint } from "../../domain/risk/risk-movement.ts";
import { queryByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";

export type RiskListStore = ReturnType<typeof riskListStore>;

/** Customers by risk, and what the bot said about them; everything as known at a moment. */
export function riskListStore(database: Database) {
  const { pool } = database;
  return {
    /** The time zones in which an active member owns customers. */
    async ownerTimeZones(): Promise<string[]> {
      const { rows } = await pool.query<{ zone: string }>(
        `SELECT DISTINCT m.time_zone AS zone FROM members m
         WHERE m.active AND EXISTS (SELECT FROM customers c WHERE lower(c.owner_email) = lower(m.email))
         ORDER BY zone`,
      );
      return rows.map(({ zone }) => zone);
    },

    /** Every customer of the active members in a time zone. */
    candidatesIn: (timeZone: string, now: Date): Promise<NudgeCandidate[]> =>
      queryByRanges<NudgeCandidate>(database, CANDIDATES, [timeZone, now]),

    /** Every customer not ended, with the newest score now and at an earlier moment. */
    riskPoints: (now: Date, earlier: Date): Promise<RiskPoint[]> =>
      queryByRanges<RiskPoint>(database, RISK_POINTS, [now, earlier]),

    /** Orders minus refunds of these customers from `from` until `to`, and twelve months of their contracts, per currency. */
    async revenueOf(customerIds: readonly number[], from: Date, to: Date): Promise<Money[]> {
      const { rows } = await pool.query<{ minor: string; currency: string }>(REVENUE, [
        customerIds,
        from,
        to,
      ]);
      return rows.map(({ minor, currency }) => ({ minor: Number(minor), currency }));
    },

    /** What became of the nudges made from `from` until `to`. */
    async nudgeOutcomes(from: Date, to: Date): Promise<NudgeOutcomes> {
      const { rows } = await pool.query<NudgeOutcomes>(OUTCOMES, [from, to]);
      return rows[0] ?? { sent: 0, reachedOut: 0, snoozed: 0, notUseful: 0, open: 0 };
    },
  };
}

const HAS_CONTRACT = `c.started_on IS NOT NULL AND (c.monthly_revenue_minor IS NOT NULL OR c.renews_on IS NOT NULL)`;

const newestScore = (until: string) => `LATERAL (
  SELECT probability, silence, as_of FROM scores
  WHERE customer_id = c.id AND as_of <= ${until} ORDER BY as_of DESC LIMIT 1)`;

const CANDIDATES = `
  SELECT c.id AS "customerId", m.slack_user_id AS "memberId", ${HAS_CONTRACT} AS "hasContract",
    to_char(c.ended_on, 'YYYY-MM-DD') AS "endedOn", c.snoozed_until AS "snoozedUntil",
    score.probability, score.silence, score.as_of AS "scoredAt", purchase.at AS "lastPurchaseAt",
    (SELECT max(at) FROM touches WHERE customer_id = c.id AND at <= $4) AS "lastTouchAt",
    (SELECT max(created_at) FROM suggestions WHERE customer_id = c.id AND key LIKE 'nudge:%') AS "lastNudgedAt"
  FROM customers c
  JOIN members m ON lower(m.email) = lower(c.owner_email) AND m.active AND m.time_zone = $3
  LEFT JOIN ${newestScore("$4")} score ON true
  LEFT JOIN LATERAL (
    SELECT at FROM activities
    WHERE customer_id = c.id AND kind = 'order' AND amount_minor > 0 AND at < $4 ORDER BY at DESC LIMIT 1
  ) purchase ON true
  WHERE c.id BETWEEN $1 AND $2`;

const RISK_POINTS = `
  SELECT c.id AS "customerId", score.probability, earlier.probability AS "previousProbability",
    m.slack_user_id IS NOT NULL AS "hasOwner"
  FROM customers c
  LEFT JOIN members m ON lower(m.email) = lower(c.owner_email) AND m.active
  LEFT JOIN ${newestScore("$3")} score ON true
  LEFT JOIN ${newestScore("$4")} earlier ON true
  WHERE c.id BETWEEN $1 AND $2 AND (c.ended_on IS NULL OR c.ended_on > ($3::timestamptz AT TIME ZONE 'UTC')::date)`;

const REVENUE = `
  SELECT currency, sum(minor)::bigint AS minor FROM (
    SELECT currency, CASE kind WHEN 'order' THEN amount_minor ELSE -amount_minor END AS minor
    FROM activities
    WHERE customer_id = ANY ($1::int[]) AND at >= $2 AND at < $3 AND kind IN ('order', 'refund')
      AND amount_minor > 0
    UNION ALL
    SELECT currency, 12 * monthly_revenue_minor FROM customers
    WHERE id = ANY ($1::int[]) AND started_on IS NOT NULL AND monthly_revenue_minor > 0
  ) amounts
  WHERE currency IS NOT NULL GROUP BY currency ORDER BY currency`;

const OUTCOMES = `
  SELECT count(*)::int AS sent, count(*) FILTER (WHERE status IN ('reached_out', 'touched'))::int AS "reachedOut",
    count(*) FILTER (WHERE status = 'snoozed')::int AS snoozed,
    count(*) FILTER (WHERE status = 'not_useful')::int AS "notUseful",
    count(*) FILTER (WHERE status = 'open')::int AS open
  FROM suggestions WHERE key LIKE 'nudge:%' AND created_at >= $1 AND created_at < $2`;
