import type { Day } from "../../domain/calendar.ts";
import type { Cohort } from "../../domain/customers/cohort.ts";
import { visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";

export type RetentionStore = ReturnType<typeof retentionStore>;

export type CohortPeriod = {
  /** First and last day, both included. */
  readonly fromDay: Day;
  readonly toDay: Day;
  /** The instants at which the first day begins and the last one is over. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** A buyer without a contract counts as active for so many days after a purchase. */
  readonly activityWindowDays: number;
};

/** Who was a customer when, counted customer by customer. */
export function retentionStore(database: Database) {
  return {
    /**
     * The cohort of a period, from the close of the day before it to the close of its last day. Active is who has a
     * contract running on that day or, having no contract, purchased in the activity window before; nobody is
     * active after their end. Joined is who was not active at the start and began a contract or purchased inside.
     */
    async cohort(period: CohortPeriod): Promise<Cohort> {
      const { fromDay, toDay, startsAt, endsAt, activityWindowDays } = period;
      const values = [fromDay, toDay, startsAt, endsAt, activityWindowDays];
      const sum = { atStart: 0, atEnd: 0, retained: 0, joined: 0 };
      await visitByRanges<Cohort>(database, { sql: COHORT, values, customersPerRange: 2_000 }, (part) => {
        for (const key of ["atStart", "atEnd", "retained", "joined"] as const) sum[key] += part[key];
      });
      return sum;
    },
  };
}

/**
 * The purchases of a range of customers, one row each: $1–$2 the range, $5–$6 where the period begins and is over, $7
 * the activity window. Read once in the index's order; one look per question would let the planner read all customers.
 * @param from nothing before this moment is read
 */
export const boughtSql = (from: string) => `
    SELECT customer_id, min(at) AS first_at,
      bool_or(at >= $5::timestamptz - $7 * interval '24 hours' AND at < $5::timestamptz) AS before_start,
      bool_or(at >= $6::timestamptz - $7 * interval '24 hours') AS before_end,
      bool_or(at >= $5::timestamptz) AS inside
    FROM activities
    WHERE customer_id BETWEEN $1 AND $2 AND kind = 'order' AND amount_minor > 0 AND at >= ${from}
      AND at < $6::timestamptz
    GROUP BY customer_id`;

/** On customers `c` with their purchases `b`, $3–$4 the first and last day: who was active when. */
export const ACTIVE_SQL = {
  atStart: `(c.ended_on IS NULL OR c.ended_on >= $3::date) AND CASE WHEN c.has_contract
        THEN c.started_on < $3::date ELSE COALESCE(b.before_start, false) END`,
  atEnd: `(c.ended_on IS NULL OR c.ended_on > $4::date) AND CASE WHEN c.has_contract
        THEN c.started_on <= $4::date ELSE COALESCE(b.before_end, false) END`,
};

/** A condition on `customers AS c`. */
export const HAS_CONTRACT_SQL =
  "(c.started_on IS NOT NULL AND (c.monthly_revenue_minor IS NOT NULL OR c.renews_on IS NOT NULL))";

const COHORT = `
  WITH file AS (
    SELECT c.id, c.started_on, c.ended_on, ${HAS_CONTRACT_SQL} AS has_contract
    FROM customers c WHERE c.id BETWEEN $1 AND $2
  ), bought AS (${boughtSql("$5::timestamptz - $7 * interval '24 hours'")}
  ), judged AS (
    SELECT ${ACTIVE_SQL.atStart} AS at_start, ${ACTIVE_SQL.atEnd} AS at_end,
      CASE WHEN c.has_contract
        THEN c.started_on BETWEEN $3::date AND $4::date ELSE COALESCE(b.inside, false) END AS began
    FROM file c LEFT JOIN bought b ON b.customer_id = c.id
  )
  SELECT count(*) FILTER (WHERE at_start)::int AS "atStart", count(*) FILTER (WHERE at_end)::int AS "atEnd",
    count(*) FILTER (WHERE at_start AND at_end)::int AS retained,
    count(*) FILTER (WHERE NOT at_start AND began)::int AS joined
  FROM judged`;
