import type { Day } from "../../domain/calendar.ts";
import type { Cohort } from "../../domain/customers/cohort.ts";
import { date, float8, int4, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { relationshipOn, resumedBetween } from "./relationship-on.ts";

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
     * active after their end. Who ended and came back after a period is lost in it. Joined is who was not active at the start and began a contract, purchased or came back inside.
     */
    async cohort(period: CohortPeriod): Promise<Cohort> {
      const { fromDay, toDay, startsAt, endsAt, activityWindowDays } = period;
      const values = { fromDay, toDay, startsAt, endsAt, activityWindowDays };
      const sum = { atStart: 0, atEnd: 0, retained: 0, joined: 0 };
      await visitByRanges(database, { ranged: COHORT, values, customersPerRange: 2_000 }, (part) => {
        for (const key of ["atStart", "atEnd", "retained", "joined"] as const) sum[key] += part[key];
      });
      return sum;
    },
  };
}

/**
 * The purchases of a range of customers, one row each; takes `COHORT_PARAMETERS`. Read once in the index's order; one look per question would let the planner read all customers.
 * @param from nothing before this moment is read
 */
export const boughtSql = (from: string) => `
    SELECT customer_id, min(at) AS first_at,
      bool_or(at >= :startsAt::timestamptz - :activityWindowDays * interval '24 hours' AND at < :startsAt::timestamptz) AS before_start,
      bool_or(at >= :endsAt::timestamptz - :activityWindowDays * interval '24 hours') AS before_end,
      bool_or(at >= :startsAt::timestamptz) AS inside
    FROM activities
    WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND kind = 'order' AND amount_minor > 0 AND at >= ${from}
      AND at < :endsAt::timestamptz
    GROUP BY customer_id`;

/**
 * On customers `c` with their purchases `b` and their relationships `before` the period and at its `end`
 * (`RELATIONSHIPS_SQL`): who was active when; takes `COHORT_PARAMETERS`.
 */
export const ACTIVE_SQL = {
  atStart: `(before.ended_on IS NULL OR before.ended_on >= :fromDay::date) AND CASE WHEN before.has_contract
        THEN before.started_on < :fromDay::date ELSE COALESCE(b.before_start, false) END`,
  atEnd: `("end".ended_on IS NULL OR "end".ended_on > :toDay::date) AND CASE WHEN "end".has_contract
        THEN "end".started_on <= :toDay::date ELSE COALESCE(b.before_end, false) END`,
};

/** Joined to customers `c`. What happened after a day says nothing of it: a month once reported stays as it was. */
export const RELATIONSHIPS_SQL = `
    CROSS JOIN ${relationshipOn(":fromDay::date - 1")} before
    CROSS JOIN ${relationshipOn(":toDay::date")} "end"`;

const RESUMED = resumedBetween(":fromDay::date", ":toDay::date");

/** What `boughtSql` and `ACTIVE_SQL` take. */
export const COHORT_PARAMETERS = {
  ...CUSTOMER_RANGE,
  fromDay: date,
  toDay: date,
  startsAt: timestamptz,
  endsAt: timestamptz,
  activityWindowDays: float8,
};

const COHORT = statement({
  name: "customers/retention: cohort",
  sql: `
  WITH bought AS (${boughtSql(":startsAt::timestamptz - :activityWindowDays * interval '24 hours'")}
  ), judged AS (
    SELECT ${ACTIVE_SQL.atStart} AS at_start, ${ACTIVE_SQL.atEnd} AS at_end,
      CASE WHEN "end".has_contract THEN "end".started_on BETWEEN :fromDay::date AND :toDay::date
        ELSE COALESCE(b.inside, false) END AS began, ${RESUMED} AS resumed
    FROM customers c LEFT JOIN bought b ON b.customer_id = c.id ${RELATIONSHIPS_SQL}
    WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId
  )
  SELECT count(*) FILTER (WHERE at_start)::int AS "atStart", count(*) FILTER (WHERE at_end)::int AS "atEnd",
    count(*) FILTER (WHERE at_start AND at_end)::int AS retained,
    count(*) FILTER (WHERE NOT at_start AND (began OR (resumed AND at_end)))::int AS joined
  FROM judged`,
  parameters: COHORT_PARAMETERS,
  row: { atStart: int4, atEnd: int4, retained: int4, joined: int4 },
});
