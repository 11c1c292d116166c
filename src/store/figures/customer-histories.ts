import { addDays, type Day, startOfDay } from "../../domain/calendar.ts";
import type {
  Contract,
  CustomerHistory,
  DayAmounts,
  Purchase,
} from "../../domain/figures/customer-history.ts";
import {
  arrayOf,
  date,
  float8,
  int4,
  int8,
  json,
  nullable,
  text,
  timestamptz,
  type ValuesOf,
} from "../database/column-kinds.ts";
import {
  CUSTOMER_RANGE,
  type CustomerRange,
  queryByRanges,
  visitByRanges,
} from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type CustomerHistoriesStore = ReturnType<typeof customerHistoriesStore>;

/** Which days a history tells of, both included, and whose days they are. */
export type HistoryDays = { readonly fromDay: Day; readonly toDay: Day; readonly timeZone: string };

/** Some 25 activities each: the embedded database then takes well below 0.1 s, for which everybody else waits. */
export const CUSTOMERS_PER_RANGE = 2_000;

/** The one history of each customer that all figures of a period are made of. */
export function customerHistoriesStore({ pool }: { readonly pool: Queryable }) {
  return {
    /**
     * Everybody who ever had a contract or bought by the last day, in the order of their ids.
     * @param rest awaited between two ranges
     */
    over: (
      days: HistoryDays,
      visit: (history: CustomerHistory) => void,
      rest: () => Promise<void> = async () => {},
    ): Promise<void> =>
      visitByRanges(
        { pool },
        { ranged: HISTORIES, values: valuesOf(days), customersPerRange: CUSTOMERS_PER_RANGE, rest },
        (row) => visit(historyFrom(row)),
      ),

    /** Of a range of customers alone, in the order of their ids. */
    async within(days: HistoryDays, range: CustomerRange): Promise<CustomerHistory[]> {
      return (await HISTORIES.all(pool, { ...valuesOf(days), ...range })).map(historyFrom);
    },

    /**
     * Of these customers alone, in the order of their ids, some at a time: while those are worked on, the database already reads
     * the next.
     */
    async among(
      days: HistoryDays,
      customerIds: readonly number[],
      visit: (history: CustomerHistory) => void,
    ): Promise<void> {
      const ordered = [...customerIds].sort((a, b) => a - b);
      const read = (first: number) => {
        if (first >= ordered.length) return null;
        const ids = ordered.slice(first, first + CUSTOMERS_PER_RANGE);
        return SOME_HISTORIES.all(pool, { ...valuesOf(days), ids });
      };
      let reading = read(0);
      for (let next = CUSTOMERS_PER_RANGE; reading !== null; next += CUSTOMERS_PER_RANGE) {
        const rows = await reading;
        reading = read(next);
        // Awaited in the next turn, which a visitor that throws does not let come.
        reading?.catch(() => undefined);
        for (const row of rows) visit(historyFrom(row));
      }
    },

    /** One of them; null where they never had a contract nor bought by the last day. */
    async of(days: HistoryDays, customerId: number): Promise<CustomerHistory | null> {
      const [row] = await queryByRanges({ pool }, HISTORIES, valuesOf(days), customerId);
      return row === undefined ? null : historyFrom(row);
    },
  };
}

function valuesOf({ fromDay, toDay, timeZone }: HistoryDays) {
  const startsAt = startOfDay(fromDay, timeZone);
  return { fromDay, toDay, timeZone, startsAt, endsAt: startOfDay(addDays(toDay, 1), timeZone) };
}

/** The day on which an activity happened where the team is. */
const OWN_DAY = "(at AT TIME ZONE :timeZone::text)::date";
const PAID = "kind IN ('order', 'refund') AND amount_minor > 0";
const BOUGHT = "kind = 'order' AND amount_minor > 0";

/**
 * Rows told after their day was closed are few; they are found by the day they are booked on. Of the time before, the newest purchase
 * ends each customer's scan of the index. A contract that begins the
 * day after the last one continues the one before it: who renews at a quarter's end has not left in it.
 * @param are what ids of customers must fulfil
 */
const historiesSql = (are: string) => `
  WITH paid AS (
    SELECT customer_id, kind, amount_minor, currency, ${OWN_DAY} AS own_day, ${OWN_DAY} AS day FROM activities
    WHERE customer_id ${are} AND at >= :startsAt::timestamptz AND at < :endsAt::timestamptz AND ${PAID} AND booked_on IS NULL
    UNION ALL
    SELECT customer_id, kind, amount_minor, currency, ${OWN_DAY}, booked_on FROM activities
    WHERE customer_id ${are} AND booked_on BETWEEN :fromDay::date AND :toDay::date AND ${PAID}
  ), by_day AS (
    SELECT customer_id, day, currency, COALESCE(sum(amount_minor) FILTER (WHERE kind = 'order'), 0) AS ordered,
      COALESCE(sum(amount_minor) FILTER (WHERE kind = 'refund'), 0) AS refunded,
      max(own_day) FILTER (WHERE kind = 'order') AS bought
    FROM paid GROUP BY 1, 2, 3
  ), days AS (
    SELECT customer_id, json_agg(json_build_array(day, currency, ordered, refunded, bought) ORDER BY day, currency) AS days
    FROM by_day GROUP BY 1
  ), bought AS (
    SELECT c.id AS customer_id, GREATEST(own.at, told.at) AS at FROM customers c
    LEFT JOIN LATERAL (
      SELECT at FROM activities WHERE customer_id = c.id AND at < :startsAt AND ${BOUGHT} AND booked_on IS NULL
      ORDER BY at DESC LIMIT 1
    ) own ON true
    LEFT JOIN (
      SELECT customer_id, max(at) AS at FROM activities WHERE customer_id ${are} AND booked_on < :fromDay AND ${BOUGHT} GROUP BY 1
    ) told ON told.customer_id = c.id
    WHERE c.id ${are} AND (own.at IS NOT NULL OR told.at IS NOT NULL)
  ), prices AS (
    SELECT p.contract_id, json_agg(json_build_array(p.from_day, p.monthly_minor, p.currency) ORDER BY p.from_day) AS prices
    FROM contracts k JOIN contract_prices p ON p.contract_id = k.id
    WHERE k.customer_id ${are} AND p.from_day <= :toDay GROUP BY 1
  ), contracted AS (
    SELECT k.customer_id, json_agg(json_build_array(k.started_on, k.ended_on, k.continues, p.prices) ORDER BY k.started_on, k.id)
      AS contracts
    FROM contracts k LEFT JOIN prices p ON p.contract_id = k.id
    WHERE k.customer_id ${are} AND k.started_on <= :toDay::date + CASE WHEN k.continues THEN 1 ELSE 0 END GROUP BY 1
  ), ended AS (
    SELECT customer_id, json_agg(json_build_array(ended_on, CASE WHEN resumed_on <= :toDay::date + 1 THEN resumed_on END) ORDER BY ended_on) AS ends
    FROM relationship_ends WHERE customer_id ${are} GROUP BY 1
  ), adjusted AS (
    SELECT customer_id, json_agg(json_build_object('id', id, 'bookedOn', booked_on, 'fromDay', from_day, 'toDay', to_day,
      'amount', json_build_object('minor', amount_minor, 'currency', currency), 'why', why) ORDER BY id) AS adjustments
    FROM revenue_adjustments WHERE customer_id ${are} AND booked_on BETWEEN :fromDay AND :toDay GROUP BY 1
  ), closed AS (
    SELECT DISTINCT ON (customer_id) * FROM closed_customer_facts
    WHERE customer_id ${are} AND through_day >= :toDay ORDER BY customer_id, through_day
  ), file AS (
    SELECT c.id, c.external_id, c.name, f.customer_id IS NOT NULL AS closed, f.segment AS closed_segment,
      f.owner_email AS closed_owner_email, f.country AS closed_country, f.currency AS closed_currency,
      f.margin_percent AS closed_margin_percent, f.acquisition_cost_minor AS closed_acquisition_cost_minor,
      c.segment, c.owner_email, c.country, c.currency, c.margin_percent, c.acquisition_cost_minor
    FROM customers c LEFT JOIN closed f ON f.customer_id = c.id
    WHERE c.id ${are}
  )
  SELECT c.id AS customer_id, c.external_id, c.name, ${[
    "segment",
    "owner_email",
    "country",
    "currency",
    "margin_percent",
    "acquisition_cost_minor",
  ]
    .map((fact) => `CASE WHEN c.closed THEN c.closed_${fact} ELSE c.${fact} END AS ${fact}`)
    .join(", ")},
    k.contracts, e.ends, to_char((b.at AT TIME ZONE :timeZone), 'YYYY-MM-DD') AS last_purchase_before, d.days, a.adjustments
  FROM file c
  LEFT JOIN days d ON d.customer_id = c.id
  LEFT JOIN bought b ON b.customer_id = c.id
  LEFT JOIN contracted k ON k.customer_id = c.id
  LEFT JOIN ended e ON e.customer_id = c.id
  LEFT JOIN adjusted a ON a.customer_id = c.id
  WHERE k.customer_id IS NOT NULL OR d.customer_id IS NOT NULL OR b.customer_id IS NOT NULL OR a.customer_id IS NOT NULL
  ORDER BY c.id`;

const PARAMETERS = {
  fromDay: date,
  toDay: date,
  timeZone: text,
  startsAt: timestamptz,
  endsAt: timestamptz,
};

const ROW = {
  customer_id: int4,
  external_id: text,
  name: text,
  segment: nullable(text),
  owner_email: nullable(text),
  country: nullable(text),
  currency: nullable(text),
  margin_percent: nullable(float8),
  acquisition_cost_minor: nullable(int8),
  contracts: nullable(json<PackedContract[]>()),
  ends: nullable(json<[Day, Day | null][]>()),
  last_purchase_before: nullable(text),
  days: nullable(json<PackedDay[]>()),
  adjustments: nullable(json<CustomerHistory["adjustments"]>()),
};

const HISTORIES = statement({
  name: "figures/customer-histories: over some days",
  sql: historiesSql("BETWEEN :firstCustomerId AND :lastCustomerId"),
  parameters: { ...CUSTOMER_RANGE, ...PARAMETERS },
  row: ROW,
});

const SOME_HISTORIES = statement({
  name: "figures/customer-histories: of some",
  sql: historiesSql("= ANY (:ids::int[])"),
  parameters: { ...PARAMETERS, ids: arrayOf(int4) },
  row: ROW,
});

/** First and last day, whether it continues, and each price with the day it holds from, minor units and currency. */
export type PackedContract = [Day, Day | null, boolean, [Day, number | null, string | null][] | null];

export const contractsFrom = (packed: readonly PackedContract[] | null): Contract[] =>
  (packed ?? []).map(([startedOn, endedOn, continues, prices]) => ({
    startedOn,
    endedOn,
    continues,
    prices: (prices ?? []).map(([fromDay, minor, currency]) => ({
      fromDay,
      monthly: moneyFrom(minor, currency),
    })),
  }));

/** Booked day, currency, ordered and refunded minor units, and the day of the newest purchase in them. */
export type PackedDay = [Day, string | null, number, number, Day | null];

function historyFrom(row: ValuesOf<typeof ROW>): CustomerHistory {
  const days = row.days ?? [];
  return {
    customerId: row.customer_id,
    externalId: row.external_id,
    name: row.name,
    file: {
      segment: row.segment,
      ownerEmail: row.owner_email,
      country: row.country,
      marginPercent: row.margin_percent,
      acquisitionCost: moneyFrom(row.acquisition_cost_minor, row.currency),
    },
    contracts: contractsFrom(row.contracts),
    ends: (row.ends ?? []).map(([endedOn, resumedOn]) => ({ endedOn, resumedOn })),
    lastPurchaseBefore: row.last_purchase_before,
    purchases: days.flatMap(purchaseFrom),
    amounts: days.flatMap(amountsFrom),
    adjustments: row.adjustments ?? [],
  };
}

const purchaseFrom = ([bookedOn, , , , day]: PackedDay): Purchase[] =>
  day === null ? [] : [{ bookedOn, day }];

export const amountsFrom = ([day, currency, orderedMinor, refundedMinor]: PackedDay): DayAmounts[] =>
  currency === null ? [] : [{ day, currency, orderedMinor, refundedMinor }];

const moneyFrom = (minor: number | null, currency: string | null) =>
  minor === null || currency === null ? null : { minor, currency };
