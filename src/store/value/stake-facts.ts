import type { StakeFacts } from "../../domain/value/stake-facts.ts";
import { contractRunsOn, utcDay } from "../customers/contract-days.ts";
import {
  arrayOf,
  bool,
  date,
  float4,
  float8,
  int4,
  int8,
  json,
  nullable,
  text,
  timestamptz,
} from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { monthlyRevenueOn } from "./metrics.ts";
import { scoreAsOf } from "./value.ts";

export type StakeFactStore = ReturnType<typeof stakeFactStore>;

/** Some 20 ms each on a server, less than 0.1 s on the embedded database: a card never waits longer behind one. */
const CUSTOMERS_PER_QUERY = 2_000;

/** What stakes are made of, of many customers at a time. */
export function stakeFactStore({ pool }: Pick<Database, "pool">) {
  return {
    /**
     * Of these customers those that have not ended: a contract's monthly revenue, else orders and refunds from `from` on,
     * and the newest score whose horizon has not passed.
     * @param asOf nothing at or after it is read
     */
    async among(
      { asOf, from }: { readonly asOf: Date; readonly from: Date },
      customerIds: readonly number[],
      visit: (facts: StakeFacts) => void,
    ): Promise<void> {
      const ids = [...customerIds].sort((a, b) => a - b);
      for (let first = 0; first < ids.length; first += CUSTOMERS_PER_QUERY) {
        const some = ids.slice(first, first + CUSTOMERS_PER_QUERY);
        const rows = await AMONG.all(pool, { ids: some, asOf, day: utcDay(asOf), from });
        for (const { monthlyMinor: minor, monthlyCurrency: currency, amounts, ...facts } of rows)
          visit({
            ...facts,
            monthlyRevenue: minor === null || currency === null ? null : { minor, currency },
            amounts12m: amounts ?? [],
          });
      }
    },
  };
}

const AMONG = statement({
  name: "value/stake-facts: among",
  sql: `
  WITH related AS (
    SELECT c.id, c.margin_percent, c.monthly_revenue_minor, c.currency,
      COALESCE(${contractRunsOn(":day::date")}, false) AS contract
    FROM customers c WHERE c.id = ANY (:ids::int[]) AND (c.ended_on IS NULL OR c.ended_on >= :day::date)
  ), amounts AS (
    SELECT customer_id, currency, COALESCE(sum(amount_minor) FILTER (WHERE kind = 'order'), 0) AS ordered,
      COALESCE(sum(amount_minor) FILTER (WHERE kind = 'refund'), 0) AS refunded
    FROM activities
    WHERE customer_id = ANY (:ids::int[]) AND at >= :from AND at < :asOf AND kind IN ('order', 'refund')
      AND amount_minor > 0 AND currency IS NOT NULL
    GROUP BY customer_id, currency
  ), packed AS (
    SELECT customer_id, jsonb_agg(jsonb_build_object('currency', currency, 'orderedMinor', ordered,
      'refundedMinor', refunded) ORDER BY currency) AS amounts
    FROM amounts GROUP BY customer_id
  )
  SELECT c.id AS "customerId", c.contract AS "hasContract", monthly.minor AS "monthlyMinor",
    monthly.currency AS "monthlyCurrency", c.margin_percent AS "marginPercent", p.amounts, score.probability
  FROM related c
  LEFT JOIN packed p ON p.customer_id = c.id
  LEFT JOIN ${monthlyRevenueOn(":day::date")} monthly ON c.contract
  LEFT JOIN ${scoreAsOf(":asOf::timestamptz")} score ON true
  ORDER BY c.id`,
  parameters: { ids: arrayOf(int4), asOf: timestamptz, day: date, from: timestamptz },
  row: {
    customerId: int4,
    hasContract: bool,
    monthlyMinor: nullable(int8),
    monthlyCurrency: nullable(text),
    marginPercent: nullable(float8),
    amounts: nullable(json<StakeFacts["amounts12m"]>()),
    probability: nullable(float4),
  },
});
