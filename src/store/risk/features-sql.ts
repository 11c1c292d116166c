import { FEATURES, type FeatureName, type FeatureUnit } from "../../domain/risk/features.ts";
import { contractRunsOn } from "../customers/contract-days.ts";
import { arrayOf, bytea, date, float8, int4, int8, nullable, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE } from "../database/customer-ranges.ts";
import { statement } from "../database/statement.ts";

/** How each feature is computed from the day totals `d` and the side tables; `d.ago` is days before the as-of day. */
const EXPRESSIONS: Record<FeatureName, string> = {
  daysSinceLastPurchase: "p.last_ago",
  silenceOverMeanGap: "CASE WHEN p.mean_gap IS NOT NULL THEN p.last_ago / GREATEST(p.mean_gap, 1) END",
  daysSinceFirstPurchase: "p.first_ago",
  purchaseDaysTotal: "COALESCE(p.days, 0)",
  purchaseDays30d: "COALESCE(p.days_30, 0)",
  purchaseDays60d: "COALESCE(p.days_60, 0)",
  purchaseDays90d: "COALESCE(p.days_90, 0)",
  purchaseDaysPrevious90d: "COALESCE(p.days_180 - p.days_90, 0)",
  purchaseDays180d: "COALESCE(p.days_180, 0)",
  purchaseDaysChange90d: "COALESCE(2 * p.days_90 - p.days_180, 0)",
  purchaseDaysFading30d: "COALESCE(p.fading_30, 0)",
  activeWeeksShare: "p.active_weeks / (p.first_ago / 7 + 1)::float8",
  revenueMinorTotal: "COALESCE(p.revenue, 0)",
  revenueMinor30d: "COALESCE(p.revenue_30, 0)",
  revenueMinor60d: "COALESCE(p.revenue_60, 0)",
  revenueMinor90d: "COALESCE(p.revenue_90, 0)",
  revenueMinorPrevious90d: "COALESCE(p.revenue_prev_90, 0)",
  revenueMinorChange90d: "COALESCE(p.revenue_90, 0) - COALESCE(p.revenue_prev_90, 0)",
  revenueMinorPerPurchaseDay: "p.revenue / NULLIF(p.days, 0)",
  revenueMinorLargestDay: "p.largest_day",
  unitsPerPurchaseDay: "p.units / NULLIF(p.days, 0)",
  productsTotal: "products.total",
  meanGapDays: "p.mean_gap",
  gapDeviationDays: "p.gap_deviation",
  longestGapDays: "p.longest_gap",
  refundDaysTotal: "COALESCE(p.refund_days, 0)",
  refundMinorTotal: "COALESCE(p.refunded, 0)",
  deliveryDays90d: "p.delivery_days_90",
  usageQuantity28d: "p.usage_28",
  usageQuantityPrevious28d: "p.usage_prev_28",
  usageChange28d: "(p.usage_28 - p.usage_prev_28) / NULLIF(p.usage_prev_28, 0)",
  openTickets: "COALESCE(t.open, 0)",
  tickets90d: "COALESCE(t.opened_90, 0)",
  daysSinceLastTouch: "h.last_ago",
  touches90d: "COALESCE(h.count_90, 0)",
  lastCsatShare: "f.csat",
  lastNpsShare: "f.nps",
  contractAgeDays: "CASE WHEN r.contract THEN :asOfDay::date - r.started_on END",
};

/** Amounts that cannot be added (several currencies, none of them named as the customer's) are missing. */
function expression(name: FeatureName, unit: FeatureUnit): string {
  const value = `(${EXPRESSIONS[name]})::float8`;
  return unit === "minor" ? `CASE WHEN p.mixes_currencies IS NOT TRUE THEN ${value} END` : value;
}

const ago = (at: string) => `(:asOfDay::date - (${at} AT TIME ZONE 'UTC')::date)`;

const NOT_ENDED = "(c.ended_on IS NULL OR c.ended_on >= :knownDay::date)";
const IN_SAMPLE = "(hashint4extended(c.id, :seed::bigint) & 1048575) < 1048576 * :share::float8";
const inRange = (id: string) => `${id} BETWEEN :firstCustomerId AND :lastCustomerId`;
const isNamed = (id: string) => `${id} = ANY (:customerIds::int[])`;

/** The UTC day of an activity, as its first moment. */
const DAY = "date_bin('1 day', a.at, '2000-01-01Z')";
/** Days of it before the as-of day. By way of seconds: turning two moments into dates takes longer. */
const DAYS_AGO = `:asOfDay::date - DATE '1970-01-01' - (date_part('epoch', ${DAY}) / 86400)::int`;

/**
 * Counted in millionths, which add up to the same digit in whatever order rows are read: rows of one moment lie as they were
 * written, differently in each layout. Exact up to 9,000 million a day; nobody weighs or meters finer than that.
 */
const sumOfQuantities = (which: string) => `sum(round(a.quantity * 1e6)) FILTER (WHERE ${which}) / 1e6`;

/** Two to the 40th: mathematical libraries differ in the last digit of \`exp\`, and agree in so many. */
const EXP_STEPS = "1099511627776::float8";

/**
 * Different products among a customer's purchases, null for none: a second look at the same index, one probe per
 * customer. Compared by hashes of 64 bits, which sort faster than texts; that any two of 10,000 products share one has a
 * chance of 3 in 10^12. (docs/decisions/2026-11-28-distinct-products.md)
 */
const PRODUCTS = `
      SELECT NULLIF(count(DISTINCT hashtextextended(a.category, 0)), 0) AS total FROM activities a
      WHERE a.customer_id = r.id AND a.at < :known AND a.kind = 'order' AND a.amount_minor > 0 AND a.category <> ''`;

/**
 * :known is the moment up to which anything is known, :asOfDay the UTC day of the as-of moment, from which ages count,
 * :knownDay the UTC day of :known: contracts as they stood then. One index-only pass over the activities in the index's
 * order; totals per day first, then per customer; products apart. Each column comes back as one string of big-endian
 * numbers: building a hundred thousand rows of small values would cost more than computing them.
 */
function featuresSql(ofCustomers: (id: string) => string, chosen: string): string {
  return `
  WITH related AS (
    SELECT c.id, c.started_on, c.currency, ${contractRunsOn(":knownDay::date")} AS contract
    FROM customers c
    WHERE ${chosen}
  ),
  days AS (
    SELECT c.id AS customer_id, ${DAY} AS day,
      ${DAYS_AGO} AS ago,
      count(*) FILTER (WHERE a.kind = 'order' AND a.amount_minor > 0) AS purchases,
      sum(a.amount_minor::float8) FILTER (WHERE a.kind = 'order' AND (a.currency <> c.currency) IS NOT TRUE) AS revenue,
      ${sumOfQuantities("a.kind = 'order' AND a.amount_minor > 0")} AS units,
      count(*) FILTER (WHERE a.kind = 'refund') AS refunds,
      sum(a.amount_minor::float8) FILTER (WHERE a.kind = 'refund' AND (a.currency <> c.currency) IS NOT TRUE) AS refunded,
      count(*) FILTER (WHERE a.kind = 'delivery') AS deliveries,
      ${sumOfQuantities("a.kind = 'usage'")} AS usage,
      min(a.currency) FILTER (WHERE c.currency IS NULL) AS lowest_currency,
      max(a.currency) FILTER (WHERE c.currency IS NULL) AS highest_currency
    FROM customers c JOIN activities a ON a.customer_id = c.id
    WHERE ${chosen} AND a.at < :known
    GROUP BY c.id, day
  ),
  aged AS (
    SELECT *, min(ago) FILTER (WHERE purchases > 0) OVER (
      PARTITION BY customer_id ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS previous_ago
    FROM days
  ),
  spaced AS (SELECT *, previous_ago - ago AS gap FROM aged),
  per_customer AS (
    SELECT customer_id, min(lowest_currency) AS first_currency,
      min(lowest_currency) <> max(highest_currency) AS mixes_currencies,
      min(ago) FILTER (WHERE purchases > 0) AS last_ago,
      max(ago) FILTER (WHERE purchases > 0) AS first_ago,
      count(*) FILTER (WHERE purchases > 0) AS days,
      count(*) FILTER (WHERE purchases > 0 AND ago <= 30) AS days_30,
      count(*) FILTER (WHERE purchases > 0 AND ago <= 60) AS days_60,
      count(*) FILTER (WHERE purchases > 0 AND ago <= 90) AS days_90,
      count(*) FILTER (WHERE purchases > 0 AND ago <= 180) AS days_180,
      sum(round(exp(-ago / 30.0::float8) * ${EXP_STEPS}) / ${EXP_STEPS}) FILTER (WHERE purchases > 0) AS fading_30,
      -- Weeks counted back from the as-of day; a day begins one where the purchase day before lies in an earlier week.
      count(*) FILTER (WHERE purchases > 0 AND (gap IS NULL OR (ago + gap) / 7 > ago / 7)) AS active_weeks,
      sum(units) AS units,
      sum(revenue) AS revenue,
      sum(revenue) FILTER (WHERE ago <= 30) AS revenue_30,
      sum(revenue) FILTER (WHERE ago <= 60) AS revenue_60,
      sum(revenue) FILTER (WHERE ago <= 90) AS revenue_90,
      sum(revenue) FILTER (WHERE ago > 90 AND ago <= 180) AS revenue_prev_90,
      max(revenue) FILTER (WHERE purchases > 0) AS largest_day,
      avg(gap::float8) FILTER (WHERE purchases > 0) AS mean_gap,
      stddev_samp(gap::float8) FILTER (WHERE purchases > 0) AS gap_deviation,
      max(gap) FILTER (WHERE purchases > 0) AS longest_gap,
      count(*) FILTER (WHERE refunds > 0) AS refund_days,
      sum(refunded) AS refunded,
      CASE WHEN sum(deliveries) > 0 THEN count(*) FILTER (WHERE deliveries > 0 AND ago <= 90) END AS delivery_days_90,
      CASE WHEN count(usage) > 0 THEN COALESCE(sum(usage) FILTER (WHERE ago <= 28), 0) END AS usage_28,
      CASE WHEN count(usage) > 0 THEN COALESCE(sum(usage) FILTER (WHERE ago > 28 AND ago <= 56), 0) END AS usage_prev_28
    FROM spaced GROUP BY customer_id
  ),
  ticket_totals AS (
    SELECT customer_id, count(*) FILTER (WHERE solved_at IS NULL OR solved_at >= :known) AS open,
      count(*) FILTER (WHERE ${ago("opened_at")} <= 90) AS opened_90
    FROM tickets WHERE ${ofCustomers("customer_id")} AND opened_at < :known GROUP BY customer_id
  ),
  touch_totals AS (
    SELECT customer_id, min(${ago("at")}) AS last_ago, count(*) FILTER (WHERE ${ago("at")} <= 90) AS count_90
    FROM touches WHERE ${ofCustomers("customer_id")} AND at < :known GROUP BY customer_id
  ),
  last_feedback AS (
    SELECT customer_id,
      (array_agg(score / NULLIF(scale_max, 0) ORDER BY at DESC, id DESC) FILTER (WHERE kind = 'csat'))[1] AS csat,
      (array_agg(score / NULLIF(scale_max, 0) ORDER BY at DESC, id DESC) FILTER (WHERE kind = 'nps'))[1] AS nps
    FROM feedback WHERE ${ofCustomers("customer_id")} AND at < :known GROUP BY customer_id
  ),
  features AS (
    SELECT r.id,
      CASE WHEN p.mixes_currencies IS NOT TRUE THEN COALESCE(r.currency, p.first_currency) END AS currency,
      ${FEATURES.map(({ name, unit }) => `${expression(name, unit)} AS "${name}"`).join(",\n")}
    FROM related r
    LEFT JOIN per_customer p ON p.customer_id = r.id
    LEFT JOIN ticket_totals t ON t.customer_id = r.id
    LEFT JOIN touch_totals h ON h.customer_id = r.id
    LEFT JOIN last_feedback f ON f.customer_id = r.id
    LEFT JOIN LATERAL (${PRODUCTS}) AS products ON true
    WHERE r.contract OR p.days > 0
    ORDER BY r.id
  )
  SELECT string_agg(int4send(id), '') AS ids,
    convert_to(string_agg(rpad(COALESCE(currency::text, ''), 3), ''), 'UTF8') AS currencies,
    ${FEATURES.map(({ name }) => `string_agg(float8send(COALESCE("${name}", 'NaN')), '') AS "${name}"`).join(",\n")}
  FROM features`;
}

const MOMENTS = { known: timestamptz, asOfDay: date, knownDay: date };
const PACKED = Object.fromEntries(
  ["ids", "currencies", ...FEATURES.map(({ name }) => name)].map((name) => [name, nullable(bytea)]),
);

/** Of a range, of which a share is read. */
export const OF_RANGE = statement({
  name: "risk/features-sql: of a range",
  sql: featuresSql(inRange, `${inRange("c.id")} AND ${NOT_ENDED}\n      AND ${IN_SAMPLE}`),
  parameters: { ...MOMENTS, ...CUSTOMER_RANGE, share: float8, seed: int8 },
  row: PACKED,
});

/** Of the named ones, for no more of them than may stand before a card. */
export const OF_NAMED = statement({
  name: "risk/features-sql: of named customers",
  sql: featuresSql(isNamed, `${isNamed("c.id")} AND ${NOT_ENDED}`),
  parameters: { ...MOMENTS, customerIds: arrayOf(int4) },
  row: PACKED,
});
