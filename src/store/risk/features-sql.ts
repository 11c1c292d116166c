import type { FeatureName } from "../../domain/risk/features.ts";
import { contractRunsOn } from "../customers/contract-days.ts";
import {
  arrayOf,
  bytea,
  date,
  float8,
  int4,
  int8,
  type Kind,
  nullable,
  text,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import { CUSTOMER_RANGE } from "../database/customer-ranges.ts";
import { statement } from "../database/statement.ts";

/** How each feature that does not come of activities is computed, from the side tables. */
export const SIDE_FEATURES = {
  openTickets: "COALESCE(t.open, 0)",
  tickets90d: "COALESCE(t.opened_90, 0)",
  daysSinceLastTouch: "h.last_ago",
  touches90d: "COALESCE(h.count_90, 0)",
  lastCsatShare: "f.csat",
  lastNpsShare: "f.nps",
  contractAgeDays: "CASE WHEN r.contract THEN :asOfDay::date - r.started_on END",
} as const satisfies Partial<Record<FeatureName, string>>;

export type SideFeature = keyof typeof SIDE_FEATURES;
export const SIDE_NAMES = Object.keys(SIDE_FEATURES) as SideFeature[];
const PACKED_LOG = ["moments", "amounts", "quantities", "products"] as const;

const ago = (at: string) => `(:asOfDay::date - (${at} AT TIME ZONE 'UTC')::date)`;

const NOT_ENDED = "(c.ended_on IS NULL OR c.ended_on >= :knownDay::date)";
/** Asked of every table that is read: everybody's tickets, touches and answers took a fifth of the time of a sample of a twelfth. */
const inRange = (id: string) => `(${id} BETWEEN :firstCustomerId AND :lastCustomerId
      AND (hashint4extended(${id}, :seed::bigint) & 1048575) < 1048576 * :share::float8)`;
const isNamed = (id: string) => `${id} = ANY (:customerIds::int[])`;

/** The kind of an activity `a` of a customer `r` as one letter: see `ACTIVITY_CODES`. */
const CODE = `
        CASE a.kind WHEN 'order' THEN CASE WHEN a.currency <> r.currency THEN 'O' ELSE 'o' END
          WHEN 'usage' THEN 'u' WHEN 'delivery' THEN 'd'
          WHEN 'refund' THEN CASE WHEN a.currency <> r.currency THEN 'R' ELSE 'r' END ELSE '-' END`;

/**
 * Products by hashes of 64 bits, 0 for none: that any two of 10,000 share one has a chance of 3 in 10^12, and of the 53 bits that a
 * number keeps of them, of 6 in 10^9. (docs/decisions/2026-11-28-distinct-products.md)
 */
const PRODUCT = "CASE WHEN a.category <> '' THEN hashtextextended(a.category, 0) ELSE 0 END";

/** Of a customer `r`: one scan of the index, in the index's order. */
const ACTIVITIES = `
      SELECT count(*)::int AS activities,
        min(a.currency) FILTER (WHERE r.currency IS NULL) AS lowest_currency,
        max(a.currency) FILTER (WHERE r.currency IS NULL) AS highest_currency,
        string_agg(timestamptz_send(a.at), NULL) AS moments,
        string_agg(${CODE}, NULL) AS codes,
        string_agg(float8send(COALESCE(a.amount_minor::float8, 'NaN')), NULL) AS amounts,
        string_agg(float8send(COALESCE(a.quantity, 'NaN')), NULL) AS quantities,
        string_agg(int8send(${PRODUCT}), NULL) AS products
      FROM (
        SELECT at, kind, amount_minor, currency, quantity, category FROM activities
        WHERE customer_id = r.id AND at < :known ORDER BY at
      ) AS a`;

const PACKED_ACTIVITIES = `string_agg(int4send(activities), NULL) AS activities, string_agg(codes, NULL) AS codes,
    ${PACKED_LOG.map((name) => `string_agg(${name}, NULL) AS ${name}`).join(", ")}`;

/** What a customer's other facts need of activities. */
const CURRENCIES = `
      SELECT min(currency) AS lowest_currency, max(currency) AS highest_currency FROM activities
      WHERE r.currency IS NULL AND customer_id = r.id AND at < :known`;

/** What is read of a customer's activities, of whom, and how it is sent. */
type ReadOfActivities = { readonly log: string; readonly whose: string; readonly packed: string };
const WITH_THEM: ReadOfActivities = {
  log: ACTIVITIES,
  whose: "r.contract OR log.activities > 0",
  packed: `${PACKED_ACTIVITIES},`,
};
const WITHOUT_THEM: ReadOfActivities = { log: CURRENCIES, whose: "true", packed: "" };

/**
 * :known is the moment up to which anything is known, :asOfDay the UTC day of the as-of moment, from which ages count,
 * :knownDay the UTC day of :known: contracts as they stood then. Activities come as they are, and features are worked out from them
 * on our side (domain/risk/activity-figures.ts): both together take half the processor time of the same sums in SQL. Each column comes back
 * as one string of big-endian numbers: building a hundred thousand rows of small values would cost more than reading them.
 */
function featuresSql(ofCustomers: (id: string) => string, { log, whose, packed }: ReadOfActivities): string {
  return `
  WITH related AS (
    SELECT c.id, c.started_on, c.currency, ${contractRunsOn(":knownDay::date")} AS contract
    FROM customers c
    WHERE ${ofCustomers("c.id")} AND ${NOT_ENDED}
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
    SELECT r.id, log.*, r.contract, COALESCE(r.currency, log.lowest_currency) AS currency,
      COALESCE(log.lowest_currency <> log.highest_currency, false) AS mixes_currencies,
      ${SIDE_NAMES.map((name) => `(${SIDE_FEATURES[name]})::float8 AS "${name}"`).join(",\n")}
    FROM related r
    CROSS JOIN LATERAL (${log}) AS log
    LEFT JOIN ticket_totals t ON t.customer_id = r.id
    LEFT JOIN touch_totals h ON h.customer_id = r.id
    LEFT JOIN last_feedback f ON f.customer_id = r.id
    WHERE ${whose}
    ORDER BY r.id
  )
  SELECT string_agg(int4send(id), NULL) AS ids,
    string_agg(rpad(COALESCE(currency::text, ''), 3), NULL) AS currencies,
    string_agg(CASE WHEN mixes_currencies THEN 't' ELSE 'f' END, NULL) AS "mixesCurrencies",
    string_agg(CASE WHEN contract THEN 't' ELSE 'f' END, NULL) AS "hasContract",
    ${packed}
    ${SIDE_NAMES.map((name) => `string_agg(float8send(COALESCE("${name}", 'NaN')), NULL) AS "${name}"`).join(",\n")}
  FROM features`;
}

const MOMENTS = { known: timestamptz, asOfDay: date, knownDay: date };
const OF_CUSTOMERS = {
  ids: nullable(bytea),
  currencies: nullable(text),
  mixesCurrencies: nullable(text),
  hasContract: nullable(text),
};
const OF_ACTIVITIES = { activities: nullable(bytea), codes: nullable(text), ...packed(PACKED_LOG) };
const OF_SIDES = packed(SIDE_NAMES);
const PACKED = { ...OF_CUSTOMERS, ...OF_ACTIVITIES, ...OF_SIDES };

/** Customers' activities, by columns. */
export type PackedLog = Pick<ValuesOf<typeof OF_CUSTOMERS>, "ids"> & ValuesOf<typeof OF_ACTIVITIES>;
/** What there is to know of customers beside them. */
export type PackedFacts = ValuesOf<typeof OF_CUSTOMERS> & ValuesOf<typeof OF_SIDES>;

function packed<Name extends string>(names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, nullable(bytea)])) as Record<
    Name,
    Kind<Buffer | null>
  >;
}

const OF_RANGES = { ...CUSTOMER_RANGE, share: float8, seed: int8 };

/** Of a range, of which a share is read. */
export const OF_RANGE = statement({
  name: "risk/features-sql: of a range",
  sql: featuresSql(inRange, WITH_THEM),
  parameters: { ...MOMENTS, ...OF_RANGES },
  row: PACKED,
});

/** The same without activities. */
export const FACTS_OF_RANGE = statement({
  name: "risk/features-sql: facts of a range",
  sql: featuresSql(inRange, WITHOUT_THEM),
  parameters: { ...MOMENTS, ...OF_RANGES },
  row: { ...OF_CUSTOMERS, ...OF_SIDES },
});

/** Activities alone, of those who have ended as well. */
export const LOG_OF_RANGE = statement({
  name: "risk/features-sql: log of a range",
  sql: `
  SELECT string_agg(int4send(id), NULL) AS ids, ${PACKED_ACTIVITIES}
  FROM (
    SELECT r.id, log.* FROM customers r CROSS JOIN LATERAL (${ACTIVITIES}) AS log
    WHERE ${inRange("r.id")} AND log.activities > 0
    ORDER BY r.id
  ) AS logs`,
  parameters: { known: timestamptz, ...OF_RANGES },
  row: { ids: nullable(bytea), ...OF_ACTIVITIES },
});

/** Of the named ones, for no more of them than may stand before a card. */
export const OF_NAMED = statement({
  name: "risk/features-sql: of named customers",
  sql: featuresSql(isNamed, WITH_THEM),
  parameters: { ...MOMENTS, customerIds: arrayOf(int4) },
  row: PACKED,
});
