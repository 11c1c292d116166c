import type { Day } from "../domain/customer.ts";
import type { Cohort } from "../domain/metrics/retention.ts";
import { queryByRanges } from "./customer-ranges.ts";
import type { Database } from "./database.ts";

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
      const parts = await queryByRanges<Cohort>(database, COHORT, values);
      const sum = (key: keyof Cohort) => parts.reduce((total, part) => total + part[key], 0);
      return {
        atStart: sum("atStart"),
        atEnd: sum("atEnd"),
        retained: sum("retained"),
        joined: sum("joined"),
      };
    },
  };
}

/** A condition on customers `c`: an order above zero at or after `from` and before `to`. */
export const bought = (from: string, to: string) => `EXISTS (
  SELECT FROM activities a
  WHERE a.customer_id = c.id AND a.kind = 'order' AND a.amount_minor > 0 AND a.at >= ${from} AND a.at < ${to})`;

const COHORT = `
  WITH file AS (
    SELECT c.id, c.started_on, c.ended_on,
      c.started_on IS NOT NULL AND (c.monthly_revenue_minor IS NOT NULL OR c.renews_on IS NOT NULL) AS has_contract
    FROM customers c WHERE c.id BETWEEN $1 AND $2
  ), judged AS (
    SELECT
      (c.ended_on IS NULL OR c.ended_on >= $3::date) AND CASE WHEN c.has_contract
        THEN c.started_on < $3::date
        ELSE ${bought("$5::timestamptz - $7 * interval '24 hours'", "$5::timestamptz")} END AS at_start,
      (c.ended_on IS NULL OR c.ended_on > $4::date) AND CASE WHEN c.has_contract
        THEN c.started_on <= $4::date
        ELSE ${bought("$6::timestamptz - $7 * interval '24 hours'", "$6::timestamptz")} END AS at_end,
      CASE WHEN c.has_contract
        THEN c.started_on BETWEEN $3::date AND $4::date
        ELSE ${bought("$5::timestamptz", "$6::timestamptz")} END AS began
    FROM file c
  )
  SELECT count(*) FILTER (WHERE at_start)::int AS "atStart", count(*) FILTER (WHERE at_end)::int AS "atEnd",
    count(*) FILTER (WHERE at_start AND at_end)::int AS retained,
    count(*) FILTER (WHERE NOT at_start AND began)::int AS joined
  FROM judged`;
