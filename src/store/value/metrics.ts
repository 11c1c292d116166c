import type { CustomerPeriod, PeriodAmounts } from "../../domain/value/metrics/customer-period.ts";
import type { AnswerCount } from "../../domain/value/metrics/satisfaction.ts";
import type { TicketTimes } from "../../domain/value/metrics/service-times.ts";
import {
  ACTIVE_SQL,
  boughtSql,
  COHORT_PARAMETERS,
  type CohortPeriod,
  RELATIONSHIPS_SQL,
} from "../customers/retention.ts";
import {
  arrayOf,
  bool,
  float8,
  int4,
  int8,
  json,
  nullable,
  text,
  textOf,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges, visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type MetricStore = ReturnType<typeof metricStore>;

/** Some 30 activities each: neither the embedded database nor our own work on an answer then takes long at a time. */
const CUSTOMERS_PER_RANGE = 1_000;

/** Up to when the rows behind a figure reach; null where there are none. */
export type UpTo = { readonly dataUpTo: Date | null };

/** What metrics of a period read; each statement over a range of customers at a time. */
export function metricStore(database: Database) {
  return {
    /**
     * Everyone who was or became a customer over a period, or bought in the equally long one before it: one row
     * each, in the order of their ids. Who is active follows the cohort of `store/customers/retention.ts`.
     */
    async customersOver(
      period: CohortPeriod & { readonly timeZone: string },
      visit: (customer: CustomerPeriod) => void,
    ): Promise<void> {
      const { fromDay, toDay, startsAt, endsAt, activityWindowDays, timeZone } = period;
      const previousStartsAt = new Date(2 * startsAt.getTime() - endsAt.getTime());
      const values = { fromDay, toDay, startsAt, endsAt, activityWindowDays, previousStartsAt, timeZone };
      await visitByRanges(
        database,
        { ranged: CUSTOMERS_OVER, values, customersPerRange: CUSTOMERS_PER_RANGE },
        (row) => visit(customerPeriodFrom(row)),
      );
    },

    /** The tickets opened from `from` until `to`, as they stood at `to`. */
    async ticketTimes(from: Date, to: Date): Promise<TicketTimes & UpTo> {
      const parts = await queryByRanges(database, TICKET_TIMES, { from, to });
      return {
        opened: parts.reduce((sum, part) => sum + part.opened, 0),
        firstReplyMinutes: parts.flatMap((part) => part.first_reply_minutes ?? []),
        resolutionMinutes: parts.flatMap((part) => part.resolution_minutes ?? []),
        dataUpTo: newest(parts.map((part) => part.newest)),
      };
    },

    /** The answers given from `from` until `to`. */
    async answers(from: Date, to: Date): Promise<UpTo & { readonly counts: readonly AnswerCount[] }> {
      const parts = await queryByRanges(database, ANSWERS, { from, to });
      const counts = parts.map(({ kind, score, scaleMax, answers }) => ({ kind, score, scaleMax, answers }));
      return { counts, dataUpTo: newest(parts.map((part) => part.newest)) };
    },
  };
}

/** What a contract was worth a month at the beginning of a day: before the first change on or after it. */
export const monthlyRevenueOn = (day: string) => `LATERAL (
  SELECT minor, currency FROM (
    SELECT before_minor AS minor, currency, day FROM monthly_revenue_changes
    WHERE customer_id = c.id AND day >= ${day}
    UNION ALL SELECT c.monthly_revenue_minor, c.currency, 'infinity'
  ) AS known ORDER BY day LIMIT 1)`;

const CUSTOMERS_OVER = statement({
  name: "value/metrics: customers over a period",
  sql: `
  WITH file AS (
    SELECT c.id, c.currency, c.margin_percent, c.acquisition_cost_minor, c.monthly_revenue_minor, c.started_on,
      c.ended_on, c.renews_on
    FROM customers c WHERE c.id BETWEEN :firstCustomerId AND :lastCustomerId
  ), bought AS (${boughtSql("'-infinity'")}
  ), amounts AS (
    SELECT customer_id, currency, count(DISTINCT (at AT TIME ZONE :timeZone::text)::date)
        FILTER (WHERE kind = 'order' AND at >= :startsAt) AS orders,
      COALESCE(sum(amount_minor) FILTER (WHERE kind = 'order' AND at >= :startsAt), 0) AS ordered,
      COALESCE(sum(amount_minor) FILTER (WHERE kind = 'refund' AND at >= :startsAt), 0) AS refunded,
      COALESCE(sum(amount_minor) FILTER (WHERE kind = 'order' AND at < :startsAt), 0) AS previous_ordered,
      COALESCE(sum(amount_minor) FILTER (WHERE kind = 'refund' AND at < :startsAt), 0) AS previous_refunded
    FROM activities
    WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND at >= :previousStartsAt::timestamptz AND at < :endsAt AND kind IN ('order', 'refund')
      AND amount_minor > 0
    GROUP BY customer_id, currency
  ), packed AS (
    SELECT customer_id, sum(orders)::int AS orders, jsonb_agg(jsonb_build_object('currency', currency,
      'orderedMinor', ordered, 'refundedMinor', refunded, 'previousOrderedMinor', previous_ordered,
      'previousRefundedMinor', previous_refunded) ORDER BY currency) FILTER (WHERE currency IS NOT NULL) AS amounts
    FROM amounts GROUP BY customer_id
  ), judged AS (
    SELECT c.id, c.currency, c.margin_percent, c.acquisition_cost_minor, c.monthly_revenue_minor, "end".started_on,
      "end".ended_on, "end".has_contract, ${ACTIVE_SQL.atStart} AS at_start, ${ACTIVE_SQL.atEnd} AS at_end,
      CASE WHEN "end".has_contract THEN "end".started_on BETWEEN :fromDay::date AND :toDay::date
        ELSE COALESCE(b.first_at >= :startsAt::timestamptz, false) END AS is_new
    FROM file c LEFT JOIN bought b ON b.customer_id = c.id ${RELATIONSHIPS_SQL}
  )
  SELECT c.id AS customer_id, c.has_contract, c.at_start, c.at_end, c.is_new, c.margin_percent, c.currency,
    c.acquisition_cost_minor, monthly_start.minor AS monthly_start, monthly_start.currency AS monthly_start_currency,
    monthly_end.minor AS monthly_end, monthly_end.currency AS monthly_end_currency,
    to_char(c.started_on, 'YYYY-MM-DD') AS started_on, to_char(c.ended_on, 'YYYY-MM-DD') AS ended_on,
    COALESCE(p.orders, 0) AS orders, p.amounts
  FROM judged c
  LEFT JOIN packed p ON p.customer_id = c.id
  LEFT JOIN ${monthlyRevenueOn(":fromDay::date")} monthly_start ON c.has_contract
  LEFT JOIN ${monthlyRevenueOn(":toDay::date + 1")} monthly_end ON c.has_contract
  WHERE c.at_start OR c.at_end OR c.is_new OR p.customer_id IS NOT NULL
  ORDER BY c.id`,
  parameters: { ...COHORT_PARAMETERS, previousStartsAt: timestamptz, timeZone: text },
  row: {
    customer_id: int4,
    has_contract: bool,
    at_start: bool,
    at_end: bool,
    is_new: bool,
    margin_percent: nullable(float8),
    currency: nullable(text),
    acquisition_cost_minor: nullable(int8),
    monthly_start: nullable(int8),
    monthly_start_currency: nullable(text),
    monthly_end: nullable(int8),
    monthly_end_currency: nullable(text),
    started_on: nullable(text),
    ended_on: nullable(text),
    orders: int4,
    amounts: nullable(json<PeriodAmounts[]>()),
  },
});

// A solution or reply after the period's end is not known at its end.
const TICKET_TIMES = statement({
  name: "value/metrics: ticket times",
  sql: `
  SELECT count(*)::int AS opened, max(opened_at) AS newest,
    array_agg(extract(epoch FROM first_reply_at - opened_at)::float8 / 60)
      FILTER (WHERE first_reply_at < :to) AS first_reply_minutes,
    array_agg(extract(epoch FROM solved_at - opened_at)::float8 / 60)
      FILTER (WHERE solved_at < :to) AS resolution_minutes
  FROM tickets WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND opened_at >= :from::timestamptz AND opened_at < :to::timestamptz`,
  parameters: { ...CUSTOMER_RANGE, from: timestamptz, to: timestamptz },
  row: {
    opened: int4,
    newest: nullable(timestamptz),
    first_reply_minutes: nullable(arrayOf(float8)),
    resolution_minutes: nullable(arrayOf(float8)),
  },
});

const ANSWERS = statement({
  name: "value/metrics: answers",
  sql: `
  SELECT kind, score, scale_max AS "scaleMax", count(*)::int AS answers, max(at) AS newest
  FROM feedback
  WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND at >= :from::timestamptz AND at < :to::timestamptz AND scale_max > 0
  GROUP BY kind, score, scale_max ORDER BY kind, scale_max, score`,
  parameters: { ...CUSTOMER_RANGE, from: timestamptz, to: timestamptz },
  row: {
    kind: textOf<AnswerCount["kind"]>(),
    score: float8,
    scaleMax: float8,
    answers: int4,
    newest: timestamptz,
  },
});

function customerPeriodFrom(row: ValuesOf<typeof CUSTOMERS_OVER.row>): CustomerPeriod {
  return {
    customerId: row.customer_id,
    hasContract: row.has_contract,
    atStart: row.at_start,
    atEnd: row.at_end,
    isNew: row.is_new,
    marginPercent: row.margin_percent,
    acquisitionCost: moneyFrom(row.acquisition_cost_minor, row.currency),
    monthlyAtStart: moneyFrom(row.monthly_start, row.monthly_start_currency),
    monthlyAtEnd: moneyFrom(row.monthly_end, row.monthly_end_currency),
    startedOn: row.started_on,
    endedOn: row.ended_on,
    orders: row.orders,
    amounts: row.amounts ?? [],
  };
}

const moneyFrom = (minor: number | null, currency: string | null) =>
  minor === null || currency === null ? null : { minor, currency };

const newest = (moments: ReadonlyArray<Date | null>) =>
  moments.reduce<Date | null>((best, at) => (at !== null && (best === null || at > best) ? at : best), null);
