import { addDays, startOfDay } from "../../domain/calendar.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import type { CustomerFacts, FactScore } from "../../domain/value/segments/customer-facts.ts";
import type { ValueMoment } from "../../domain/value/segments/value-period.ts";
import {
  date,
  float4,
  float8,
  int4,
  int8,
  nullable,
  text,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges, visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { customerHistoriesStore } from "../figures/customer-histories.ts";
import { readContractsAhead } from "./contracts-ahead.ts";
import { historyDays, isCounted, scoreAsOf } from "./worth.ts";

export type ValueStore = ReturnType<typeof valueStore>;

/** Some 30 activities each: neither the embedded database nor our own work on an answer then takes long at a time. */
const CUSTOMERS_PER_RANGE = 1_000;

/** What customers are worth, as of a moment. */
export function valueStore(database: Database) {
  const histories = customerHistoriesStore(database);
  return {
    /**
     * What is known beside the history of everyone who was a customer at the close of the period; null of who was none.
     * The histories are of exactly the period.
     * @param habits whether what they ever bought and used is read, too: more than all the rest
     */
    async factsAsOf(
      moment: ValueMoment,
      habits: boolean,
    ): Promise<(history: CustomerHistory) => CustomerFacts | null> {
      const contractsAhead = await readContractsAhead(database, moment);
      const rows = new Map<number, FactsRow>();
      if (habits)
        await visitByRanges(
          database,
          { ranged: FACTS_AS_OF, values: valuesOf(moment), customersPerRange: CUSTOMERS_PER_RANGE },
          (row) => void rows.set(row.customer_id, row),
        );
      else
        await visitByRanges(
          database,
          { ranged: SCORES_AS_OF, values: scoreValuesOf(moment) },
          (row) => void rows.set(row.customer_id, { ...row, ...NO_HABITS }),
        );
      return (history) => {
        const row = rows.get(history.customerId);
        if (row === undefined || !isCounted(history, moment)) return null;
        return { history, contractsAhead: contractsAhead(history), ...factsFrom(row) };
      };
    },

    /** The same of one customer; null where they were none then. */
    async customerAsOf(moment: ValueMoment, customerId: number): Promise<CustomerFacts | null> {
      const history = await histories.of(historyDays(moment), customerId);
      if (history === null || !isCounted(history, moment)) return null;
      const [row] = await queryByRanges(database, FACTS_AS_OF, valuesOf(moment), customerId);
      const contractsAhead = await readContractsAhead(database, moment, [customerId]);
      return row ? { history, contractsAhead: contractsAhead(history), ...factsFrom(row) } : null;
    },
  };
}

function valuesOf({ asOf, period: { fromDay, toDay }, quarterAgo, timeZone }: ValueMoment) {
  const day = addDays(toDay, 1);
  return { asOf, day, fromDay, endsAt: startOfDay(day, timeZone), quarterAgo, timeZone };
}

const scoreValuesOf = ({ asOf, quarterAgo }: ValueMoment) => ({ asOf, quarterAgo });

const inRange = (id: string) => `${id} BETWEEN :firstCustomerId AND :lastCustomerId`;

const SCORE_COLUMNS = `c.id AS customer_id, c.currency, score.probability, score.probability_low,
    score.probability_high, score.horizon_days, score.expected_purchases_12m, score.expected_purchase_minor,
    earlier.probability AS earlier_probability`;

const SCORES_SQL = `LEFT JOIN ${scoreAsOf(":asOf::timestamptz")} score ON true
  LEFT JOIN ${scoreAsOf(":quarterAgo::timestamptz")} earlier ON true`;

/** Histories come from the index alone. An order told after its day was closed is known from the day it is booked on. */
const FACTS_SQL = `
  WITH days AS (
    SELECT customer_id, (at AT TIME ZONE :timeZone::text)::date AS day FROM activities
    WHERE ${inRange("customer_id")} AND kind = 'order' AND amount_minor > 0 AND at < :endsAt::timestamptz
      AND (booked_on IS NULL OR booked_on < :day::date)
    GROUP BY customer_id, day
  ), spaced AS (
    SELECT *, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM days
  ), rhythm AS (
    SELECT customer_id, count(*)::int AS days, (count(*) FILTER (WHERE day >= :fromDay::date))::int AS days_12m,
      :day::date - min(day) AS first_ago, :day::date - max(day) AS last_ago, avg(gap)::float8 AS mean_gap,
      stddev_samp(gap)::float8 AS gap_deviation
    FROM spaced GROUP BY customer_id
  ), used AS (
    SELECT customer_id,
      COALESCE(sum(quantity) FILTER (WHERE at >= :asOf::timestamptz - interval '672 hours'), 0) AS usage_28,
      COALESCE(sum(quantity) FILTER (WHERE at < :asOf - interval '672 hours' AND at >= :asOf - interval '1344 hours'), 0)
        AS usage_previous_28
    FROM activities
    WHERE ${inRange("customer_id")} AND kind = 'usage' AND at < :asOf
    GROUP BY customer_id
  )
  SELECT ${SCORE_COLUMNS}, r.days, r.days_12m, r.first_ago, r.last_ago, r.mean_gap,
    r.gap_deviation, u.usage_28, u.usage_previous_28
  FROM customers c
  LEFT JOIN rhythm r ON r.customer_id = c.id
  LEFT JOIN used u ON u.customer_id = c.id
  ${SCORES_SQL}
  WHERE ${inRange("c.id")}`;

const SCORES_ROW = {
  customer_id: int4,
  currency: nullable(text),
  probability: nullable(float4),
  probability_low: nullable(float4),
  probability_high: nullable(float4),
  horizon_days: nullable(int4),
  expected_purchases_12m: nullable(float4),
  expected_purchase_minor: nullable(int8),
  earlier_probability: nullable(float4),
};

const FACTS_ROW = {
  ...SCORES_ROW,
  days: nullable(int4),
  days_12m: nullable(int4),
  first_ago: nullable(int4),
  last_ago: nullable(int4),
  mean_gap: nullable(float8),
  gap_deviation: nullable(float8),
  usage_28: nullable(float8),
  usage_previous_28: nullable(float8),
};

const FACTS_AS_OF = statement({
  name: "value/value: facts as of",
  sql: FACTS_SQL,
  parameters: {
    ...CUSTOMER_RANGE,
    asOf: timestamptz,
    /** The first that is not over. */
    day: date,
    fromDay: date,
    endsAt: timestamptz,
    quarterAgo: timestamptz,
    timeZone: text,
  },
  row: FACTS_ROW,
});

const SCORES_AS_OF = statement({
  name: "value/value: scores as of",
  sql: `SELECT ${SCORE_COLUMNS} FROM customers c ${SCORES_SQL} WHERE ${inRange("c.id")}`,
  parameters: { ...CUSTOMER_RANGE, asOf: timestamptz, quarterAgo: timestamptz },
  row: SCORES_ROW,
});

const NO_HABITS = {
  ...{ days: null, days_12m: null, first_ago: null, last_ago: null, mean_gap: null, gap_deviation: null },
  ...{ usage_28: null, usage_previous_28: null },
};

type FactsRow = ValuesOf<typeof FACTS_ROW>;

function factsFrom(row: FactsRow): Omit<CustomerFacts, "history" | "contractsAhead"> {
  return {
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
