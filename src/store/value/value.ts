import type { CustomerFacts, FactScore } from "../../domain/value/segments/customer-facts.ts";
import { utcDay } from "../customers/contract-days.ts";
import {
  float4,
  float8,
  int4,
  int8,
  nullable,
  text,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { monthlyRevenueOn } from "./metrics.ts";
import {
  packedAmountsSql,
  relatedSql,
  scoreAsOf,
  WORTH_COLUMNS,
  WORTH_PARAMETERS,
  WORTH_ROW,
  type WorthMoment,
  worthFrom,
} from "./worth.ts";

export type ValueStore = ReturnType<typeof valueStore>;

/** Some 30 activities each: neither the embedded database nor our own work on an answer then takes long at a time. */
const CUSTOMERS_PER_RANGE = 1_000;

export type ValueMoment = WorthMoment & { readonly quarterAgo: Date };

/** What customers are worth, as of a moment. */
export function valueStore(database: Database) {
  return {
    /**
     * Everyone with a contract running, or who ever bought and did not end the relationship, in the order of their
     * ids; a range of customers at a time.
     */
    async customersAsOf(moment: ValueMoment, visit: (facts: CustomerFacts) => void): Promise<void> {
      await visitByRanges(
        database,
        { ranged: CUSTOMERS_AS_OF, values: valuesOf(moment), customersPerRange: CUSTOMERS_PER_RANGE },
        (row) => visit(factsFrom(row)),
      );
    },

    /** The same of one customer; null where they were none then. */
    async customerAsOf(moment: ValueMoment, customerId: number): Promise<CustomerFacts | null> {
      const range = { firstCustomerId: customerId, lastCustomerId: customerId };
      const row = await CUSTOMERS_AS_OF.first(database.pool, { ...range, ...valuesOf(moment) });
      return row && factsFrom(row);
    },
  };
}

const valuesOf = ({ asOf, from, quarterAgo }: ValueMoment) => ({ asOf, day: utcDay(asOf), from, quarterAgo });

const inRange = (id: string) => `${id} BETWEEN :firstCustomerId AND :lastCustomerId`;

/** Histories come from the index alone. */
const CUSTOMERS_SQL = `
  WITH ${relatedSql(inRange)}, days AS (
    SELECT customer_id, (at AT TIME ZONE 'UTC')::date AS day, bool_or(at >= :from::timestamptz) AS recent
    FROM activities
    WHERE ${inRange("customer_id")} AND kind = 'order' AND amount_minor > 0 AND at < :asOf::timestamptz
    GROUP BY customer_id, day
  ), spaced AS (
    SELECT *, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM days
  ), rhythm AS (
    SELECT customer_id, count(*)::int AS days, (count(*) FILTER (WHERE recent))::int AS days_12m,
      :day::date - min(day) AS first_ago, :day::date - max(day) AS last_ago, avg(gap)::float8 AS mean_gap,
      stddev_samp(gap)::float8 AS gap_deviation
    FROM spaced GROUP BY customer_id
  ), ${packedAmountsSql(inRange)}, used AS (
    SELECT customer_id,
      COALESCE(sum(quantity) FILTER (WHERE at >= :asOf - interval '672 hours'), 0) AS usage_28,
      COALESCE(sum(quantity) FILTER (WHERE at < :asOf - interval '672 hours' AND at >= :asOf - interval '1344 hours'), 0)
        AS usage_previous_28
    FROM activities
    WHERE ${inRange("customer_id")} AND kind = 'usage' AND at < :asOf
    GROUP BY customer_id
  )
  SELECT ${WORTH_COLUMNS}, c.external_id, c.owner_email, c.segment, c.country, c.currency,
    score.probability, score.probability_low, score.probability_high, score.horizon_days,
    score.expected_purchases_12m, score.expected_purchase_minor, earlier.probability AS earlier_probability,
    r.days, r.days_12m, r.first_ago, r.last_ago, r.mean_gap, r.gap_deviation, u.usage_28, u.usage_previous_28
  FROM related c
  LEFT JOIN rhythm r ON r.customer_id = c.id
  LEFT JOIN packed p ON p.customer_id = c.id
  LEFT JOIN used u ON u.customer_id = c.id
  LEFT JOIN ${monthlyRevenueOn(":day::date")} monthly ON c.contract
  LEFT JOIN ${scoreAsOf(":asOf::timestamptz")} score ON true
  LEFT JOIN ${scoreAsOf(":quarterAgo::timestamptz")} earlier ON true
  WHERE c.contract OR r.customer_id IS NOT NULL
  ORDER BY c.id`;

const FACTS_PARAMETERS = { ...CUSTOMER_RANGE, ...WORTH_PARAMETERS, quarterAgo: timestamptz };

const FACTS_ROW = {
  ...WORTH_ROW,
  external_id: text,
  owner_email: nullable(text),
  segment: nullable(text),
  country: nullable(text),
  currency: nullable(text),
  probability: nullable(float4),
  probability_low: nullable(float4),
  probability_high: nullable(float4),
  horizon_days: nullable(int4),
  expected_purchases_12m: nullable(float4),
  expected_purchase_minor: nullable(int8),
  earlier_probability: nullable(float4),
  days: nullable(int4),
  days_12m: nullable(int4),
  first_ago: nullable(int4),
  last_ago: nullable(int4),
  mean_gap: nullable(float8),
  gap_deviation: nullable(float8),
  usage_28: nullable(float8),
  usage_previous_28: nullable(float8),
};

const CUSTOMERS_AS_OF = statement({
  name: "value/value: customers as of",
  sql: CUSTOMERS_SQL,
  parameters: FACTS_PARAMETERS,
  row: FACTS_ROW,
});

type FactsRow = ValuesOf<typeof FACTS_ROW>;

function factsFrom(row: FactsRow): CustomerFacts {
  return {
    ...worthFrom(row),
    externalId: row.external_id,
    ownerEmail: row.owner_email,
    segment: row.segment,
    country: row.country,
    currency: row.currency,
    score: scoreFrom(row),
    probabilityQuarterAgo: row.earlier_probability,
    purchases: purchasesFrom(row),
    usage:
      row.usage_28 === null || row.usage_previous_28 === null
        ? null
        : { quantity28d: row.usage_28, quantityPrevious28d: row.usage_previous_28 },
  };
}

function scoreFrom(row: FactsRow): FactScore | null {
  if (row.probability === null || row.horizon_days === null) return null;
  return {
    probability: row.probability,
    probabilityLow: row.probability_low,
    probabilityHigh: row.probability_high,
    horizonDays: row.horizon_days,
    expectedPurchases12m: row.expected_purchases_12m,
    expectedPurchaseMinor: row.expected_purchase_minor,
  };
}

function purchasesFrom(row: FactsRow): CustomerFacts["purchases"] {
  const { days, days_12m: days12m, first_ago: firstAgo, last_ago: lastAgo } = row;
  if (days === null || days12m === null || firstAgo === null || lastAgo === null) return null;
  return {
    purchaseDays: days,
    purchaseDays12m: days12m,
    daysSinceFirstPurchase: firstAgo,
    daysSinceLastPurchase: lastAgo,
    meanGapDays: row.mean_gap,
    gapDeviationDays: row.gap_deviation,
  };
}
