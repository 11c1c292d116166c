import type { CustomerFacts } from "../../domain/value/segments/customer-facts.ts";
import type { WorthFacts } from "../../domain/value/segments/customer-worth.ts";
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
  type ValuesOf,
} from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { monthlyRevenueOn } from "./metrics.ts";

export type WorthStore = ReturnType<typeof worthStore>;

/** Some 15 amounts each: a query then takes the embedded database some 50 ms. */
const CUSTOMERS_PER_RANGE = 2_000;

export type WorthMoment = {
  /** Nothing at or after it is read. */
  readonly asOf: Date;
  /** The first moment of the last twelve months. */
  readonly from: Date;
};

/** With the newest probability whose horizon has not passed; null: none, or a score that tells nothing of the risk. */
export type WorthAtRisk = WorthFacts & { readonly probability: number | null };

/**
 * What customers are worth and no more: a twelvemonth's amounts, the contract and the margin. Much less to read than
 * `valueStore` reads of each, so that everybody at high risk can be valued before a list.
 */
export function worthStore(database: Database) {
  return {
    /** Everyone whom `valueStore` counts as a customer, in the order of their ids. */
    asOf: (moment: WorthMoment, visit: (facts: WorthFacts) => void): Promise<void> =>
      visitByRanges(
        database,
        { ranged: OF_ALL, values: valuesOf(moment), customersPerRange: CUSTOMERS_PER_RANGE },
        (row) => visit(worthFrom(row)),
      ),

    /** Of these customers, with their risk; in the order of their ids. */
    async among(
      moment: WorthMoment,
      customerIds: readonly number[],
      visit: (facts: WorthAtRisk) => void,
    ): Promise<void> {
      const ordered = [...customerIds].sort((a, b) => a - b);
      for (let first = 0; first < ordered.length; first += CUSTOMERS_PER_RANGE) {
        const ids = ordered.slice(first, first + CUSTOMERS_PER_RANGE);
        const rows = await OF_SOME.all(database.pool, { ...valuesOf(moment), ids });
        for (const row of rows) visit({ ...worthFrom(row), probability: row.probability });
      }
    },
  };
}

const valuesOf = ({ asOf, from }: WorthMoment) => ({ asOf, day: utcDay(asOf), from });

/**
 * Who is or was a customer by `:day`. Takes `:day`.
 * @param are what a column of ids must fulfil
 */
export const relatedSql = (are: (id: string) => string) => `related AS (
    SELECT c.*, COALESCE(${contractRunsOn(":day::date")}, false) AS contract
    FROM customers c
    WHERE ${are("c.id")} AND (c.ended_on IS NULL OR c.ended_on >= :day::date)
  )`;

/** Orders and refunds of the last twelve months, one row a customer, from the index alone. Takes `:from` and `:asOf`. */
export const packedAmountsSql = (are: (id: string) => string) => `amounts AS (
    SELECT customer_id, currency, COALESCE(sum(amount_minor) FILTER (WHERE kind = 'order'), 0) AS ordered,
      COALESCE(sum(amount_minor) FILTER (WHERE kind = 'refund'), 0) AS refunded
    FROM activities
    WHERE ${are("customer_id")} AND at >= :from::timestamptz AND at < :asOf::timestamptz AND kind IN ('order', 'refund')
      AND amount_minor > 0 AND currency IS NOT NULL
    GROUP BY customer_id, currency
  ), packed AS (
    SELECT customer_id, jsonb_agg(jsonb_build_object('currency', currency, 'orderedMinor', ordered,
      'refundedMinor', refunded) ORDER BY currency) AS amounts
    FROM amounts GROUP BY customer_id
  )`;

/** A probability about days that have passed says nothing any more. On `customers` as `c`. */
export const scoreAsOf = (moment: string) => `LATERAL (
  SELECT s.probability, s.probability_low, s.probability_high, s.expected_purchases_12m, s.expected_purchase_minor,
    v.horizon_days
  FROM scores s JOIN model_versions v ON v.id = s.model_version_id
  WHERE s.customer_id = c.id AND s.as_of <= ${moment} AND s.as_of > ${moment} - v.horizon_days * interval '24 hours'
  ORDER BY s.as_of DESC LIMIT 1)`;

/** The columns of `WORTH_ROW`, of `related c` with their `packed p` and `monthly`. */
export const WORTH_COLUMNS = `c.id AS customer_id, c.name, c.contract, monthly.minor AS monthly_minor,
    monthly.currency AS monthly_currency, to_char(c.started_on, 'YYYY-MM-DD') AS started_on,
    to_char(c.ended_on, 'YYYY-MM-DD') AS ended_on, c.margin_percent, p.amounts`;

export const WORTH_ROW = {
  customer_id: int4,
  name: text,
  contract: bool,
  monthly_minor: nullable(int8),
  monthly_currency: nullable(text),
  started_on: nullable(text),
  ended_on: nullable(text),
  margin_percent: nullable(float8),
  amounts: nullable(json<CustomerFacts["amounts12m"]>()),
};

export function worthFrom(row: ValuesOf<typeof WORTH_ROW>): WorthFacts {
  const { monthly_minor: minor, monthly_currency: currency } = row;
  return {
    customerId: row.customer_id,
    name: row.name,
    hasContract: row.contract,
    monthlyRevenue: minor === null || currency === null ? null : { minor, currency },
    startedOn: row.started_on,
    endedOn: row.ended_on,
    marginPercent: row.margin_percent,
    amounts12m: row.amounts ?? [],
  };
}

const worthSql = (are: (id: string) => string, columns = "", joins = "") => `
  WITH ${relatedSql(are)}, ${packedAmountsSql(are)}
  SELECT ${WORTH_COLUMNS}${columns}
  FROM related c
  LEFT JOIN packed p ON p.customer_id = c.id
  LEFT JOIN ${monthlyRevenueOn(":day::date")} monthly ON c.contract${joins}
  WHERE c.contract OR EXISTS (
    SELECT FROM activities
    WHERE customer_id = c.id AND kind = 'order' AND amount_minor > 0 AND at < :asOf::timestamptz)
  ORDER BY c.id`;

export const WORTH_PARAMETERS = {
  asOf: timestamptz,
  /** The UTC day of `asOf`. */
  day: date,
  from: timestamptz,
};

const OF_ALL = statement({
  name: "value/worth: of all",
  sql: worthSql((id) => `${id} BETWEEN :firstCustomerId AND :lastCustomerId`),
  parameters: { ...CUSTOMER_RANGE, ...WORTH_PARAMETERS },
  row: WORTH_ROW,
});

const OF_SOME = statement({
  name: "value/worth: of some",
  sql: worthSql(
    (id) => `${id} = ANY (:ids::int[])`,
    ", score.probability",
    `
  LEFT JOIN ${scoreAsOf(":asOf::timestamptz")} score ON true`,
  ),
  parameters: { ...WORTH_PARAMETERS, ids: arrayOf(int4) },
  row: { ...WORTH_ROW, probability: nullable(float4) },
});
