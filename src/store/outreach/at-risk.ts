import type { Acted, RankedAtRisk } from "../../domain/outreach/at-risk.ts";
import { HIGH_RISK } from "../../domain/risk/bands.ts";
import { notEndedSql } from "../customers/contract-days.ts";
import { ownedBySql } from "../customers/ownership.ts";
import {
  arrayOf,
  float4,
  int4,
  int8,
  nullable,
  text,
  textOf,
  timestamptz,
} from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { countedSql } from "../figures/uncounted-customers.ts";
import { newestScore } from "./risk-list.ts";

export type AtRiskStore = ReturnType<typeof atRiskStore>;

/** Whose: everybody's where both are null. */
export type Whose = { readonly ownerEmail: string | null; readonly segment: string | null };

/** Who is at high risk, and what was done about them. */
export function atRiskStore(database: Database) {
  const { pool } = database;
  return {
    /** Every customer, as figures count them, whose newest score is high, by id. @param whose the e-mail and the segment in any case */
    customers: (whose: Whose, now: Date): Promise<RankedAtRisk[]> =>
      queryByRanges(database, AT_RISK, { ...whose, now, highRisk: HIGH_RISK }),

    /** What was done last about each of these since their risk became high; who is not in it was left alone. */
    async acted(customerIds: readonly number[], now: Date): Promise<ReadonlyMap<number, Acted>> {
      const rows = await ACTED.all(pool, { customerIds, now, highRisk: HIGH_RISK });
      return new Map(
        rows.map(({ customerId, how, byName, at }) => [customerId, { how, byName, at: at.toISOString() }]),
      );
    },

    /** How many customers an e-mail owns that have not ended; null: how many there are of all. */
    async running(ownerEmail: string | null, now: Date): Promise<number> {
      return (await RUNNING.one(pool, { ownerEmail, now })).customers;
    },

    /** The segments the customer file names, those with most customers first. */
    async segments(limit: number): Promise<string[]> {
      return (await SEGMENTS.all(pool, { limit })).map(({ segment }) => segment);
    },

    /** A segment as the file writes it; null where it has none of that name. @param typed in any case */
    async segmentCalled(typed: string): Promise<string | null> {
      return (await SEGMENT_CALLED.first(pool, { typed }))?.segment ?? null;
    },
  };
}

const ownedOrAnybodys = (customer: string) =>
  `(:ownerEmail::text IS NULL OR ${ownedBySql(customer, ":ownerEmail")})`;

const AT_RISK = statement({
  name: "outreach/at-risk: customers",
  sql: `
  SELECT c.id AS "customerId", score.probability
  FROM customers c JOIN ${newestScore(":now::timestamptz")} score ON score.probability >= :highRisk
  WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId AND ${notEndedSql("c", ":now::timestamptz")}
    AND ${countedSql("c")} AND ${ownedOrAnybodys("c")}
    AND (:segment::text IS NULL OR lower(c.segment) = lower(:segment))`,
  parameters: {
    ...CUSTOMER_RANGE,
    now: timestamptz,
    highRisk: float4,
    ownerEmail: nullable(text),
    segment: nullable(text),
  },
  row: { customerId: int4, probability: nullable(float4) },
});

// High since: the first high score after the newest one that was not; scorings without a figure change nothing.
const ACTED = statement({
  name: "outreach/at-risk: acted",
  sql: `
  SELECT wanted.id AS "customerId", deed.how, deed.at, m.name AS "byName"
  FROM unnest(:customerIds::int[]) AS wanted (id)
  CROSS JOIN LATERAL (
    SELECT min(as_of) AS since FROM scores
    WHERE customer_id = wanted.id AND as_of <= :now::timestamptz AND probability >= :highRisk::real
      AND as_of > COALESCE((
        SELECT max(as_of) FROM scores
        WHERE customer_id = wanted.id AND as_of <= :now AND probability < :highRisk
      ), '-infinity')
  ) high
  CROSS JOIN LATERAL (
    SELECT how, at, by FROM (
      SELECT 'touched' AS how, at, member_id AS by FROM touches
      WHERE customer_id = wanted.id AND at >= high.since AND at <= :now
      UNION ALL
      SELECT status, settled_at, settled_by FROM suggestions
      WHERE customer_id = wanted.id AND status IN ('reached_out', 'not_useful')
        AND settled_at >= high.since AND settled_at <= :now
      UNION ALL
      SELECT 'snoozed', at, actor FROM audit_events
      WHERE customer_id = wanted.id AND action = 'customer.snoozed' AND at >= high.since AND at <= :now
    ) deeds ORDER BY at DESC, how LIMIT 1
  ) deed
  LEFT JOIN members m ON m.slack_user_id = deed.by`,
  parameters: { customerIds: arrayOf(int4), now: timestamptz, highRisk: float4 },
  row: { customerId: int4, how: textOf<Acted["how"]>(), at: timestamptz, byName: nullable(text) },
});

const RUNNING = statement({
  name: "outreach/at-risk: running customers",
  sql: `
  SELECT count(*)::int AS customers FROM customers c
  WHERE ${notEndedSql("c", ":now::timestamptz")} AND ${ownedOrAnybodys("c")} AND c.joined_into IS NULL`,
  parameters: { now: timestamptz, ownerEmail: nullable(text) },
  row: { customers: int4 },
});

const SEGMENTS = statement({
  name: "outreach/at-risk: segments",
  sql: `
  SELECT segment FROM customers WHERE segment IS NOT NULL
  GROUP BY segment ORDER BY count(*) DESC, segment LIMIT :limit`,
  parameters: { limit: int8 },
  row: { segment: text },
});

const SEGMENT_CALLED = statement({
  name: "outreach/at-risk: segment called",
  sql: "SELECT segment FROM customers WHERE segment IS NOT NULL AND lower(segment) = lower(:typed) ORDER BY segment LIMIT 1",
  parameters: { typed: text },
  row: { segment: text },
});
