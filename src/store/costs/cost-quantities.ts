import type { CostDriver } from "../../domain/costs/cost-entry.ts";
import type { CostPeriod } from "../../domain/costs/cost-report.ts";
import { arrayOf, date, int4, nullable, text, type ValuesOf } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { eachOf, statement } from "../database/statement.ts";
import {
  CONVERSION_PARAMETERS,
  CONVERSIONS,
  type Conversion,
  CUSTOMER_KEYS,
  type CustomerKey,
  conversionValues,
  convertedSql,
  keySql,
  peopleSql,
} from "./cost-sql.ts";
import type { MissingRates } from "./missing-rates.ts";

/** The days, zone and currency of an allocation. */
export type CostScope = CostPeriod & { readonly timeZone: string; readonly currency: string };

/** Who was a customer on days of the period, as parallel lists; offsets count days from its first. */
export type PeriodCustomers = {
  readonly customerIds: number[];
  readonly firstOffsets: number[];
  readonly lastOffsets: number[];
};

/** How much of a driver each customer had in some days; those with nothing are left out. */
export type CostQuantities = {
  readonly customerIds: number[];
  readonly quantities: string[];
  readonly total: bigint;
};

export async function readPeriodCustomers(db: Queryable, scope: CostScope): Promise<PeriodCustomers> {
  const { fromDay, toDay, timeZone } = scope;
  const rows = await queryByRanges({ pool: db }, PERIOD_CUSTOMERS, { fromDay, toDay, timeZone });
  return {
    customerIds: rows.map(({ id }) => id),
    firstOffsets: rows.map(({ first }) => first),
    lastOffsets: rows.map(({ last }) => last),
  };
}

const PERIOD = { ...CUSTOMER_RANGE, fromDay: date, toDay: date, timeZone: text };

const PERIOD_CUSTOMERS = statement({
  name: "costs/cost-quantities: customers of a period",
  sql: `
  SELECT p.id, GREATEST(p.first_day, :fromDay::date) - :fromDay::date AS first,
    LEAST(p.last_day, :toDay::date) - :fromDay::date AS last
  FROM (${peopleSql(":timeZone::text")}) p
  WHERE p.first_day <= :toDay::date AND p.last_day >= :fromDay::date AND p.first_day <= p.last_day`,
  parameters: PERIOD,
  row: { id: int4, first: int4, last: int4 },
});

/**
 * A driver's quantities over several stretches of days, in the order of `windows`; only what falls on days on which the
 * customer was one. Revenue in a currency without a rate on the period's last day weighs nothing, and is told to `missing`.
 */
export async function readQuantities(
  db: Queryable,
  scope: CostScope,
  driver: Exclude<CostDriver, "equal">,
  windows: readonly CostPeriod[],
  conversions: readonly Conversion[],
  missing: MissingRates,
): Promise<CostQuantities[]> {
  const { fromDay, toDay, timeZone } = scope;
  const values = { fromDay, toDay, timeZone, ...windowValues(windows) };
  const rows: QuantityRow[] =
    driver === "revenue"
      ? await queryByRanges({ pool: db }, REVENUE_QUANTITIES, { ...values, ...conversionValues(conversions) })
      : await queryByRanges({ pool: db }, QUANTITIES[driver], values);
  return collected(rows, windows.length, scope, missing);
}

type QuantityRow = {
  readonly window: number;
  readonly id: number;
  readonly quantity: string;
  readonly missing?: string | null;
};

function collected(
  rows: readonly QuantityRow[],
  windows: number,
  scope: CostScope,
  missing: MissingRates,
): CostQuantities[] {
  const lists = Array.from({ length: windows }, () => ({
    customerIds: [] as number[],
    quantities: [] as string[],
    total: 0n,
  }));
  for (const { window, id, quantity, missing: from } of rows) {
    if (from) missing.add("revenue", from, scope.toDay, null);
    const list = lists[window];
    if (!list || quantity === "0") continue;
    list.customerIds.push(id);
    list.quantities.push(quantity);
    list.total += BigInt(quantity);
  }
  return lists;
}

/** What a customer's days hold of a driver: `day` and `quantity` of rows `x`. */
type CountedDriver = "orders" | "tickets" | "touches" | "minutes";
const COUNTED: Readonly<
  Record<CountedDriver, { table: string; at: string; quantity: string; only: string }>
> = {
  // An order is a day with a purchase, as everywhere: a shop's log has many lines a purchase, not all with a document.
  orders: {
    table: "activities",
    at: "at",
    quantity: "1",
    only: "AND x.kind = 'order' AND x.amount_minor > 0",
  },
  tickets: { table: "tickets", at: "opened_at", quantity: "count(*)", only: "" },
  touches: { table: "touches", at: "at", quantity: "count(*)", only: "" },
  minutes: { table: "touches", at: "at", quantity: "sum(x.minutes_spent)", only: "" },
};

const PERIOD_OF = (at: string) =>
  `${at} >= :fromDay::date::timestamp AT TIME ZONE :timeZone AND ${at} < (:toDay::date + 1)::timestamp AT TIME ZONE :timeZone`;
const WINDOWS =
  "unnest(:windows::int[], :windowFromDays::date[], :windowToDays::date[]) AS w(no, from_day, to_day)";
const WINDOW_PARAMETERS = {
  windows: arrayOf(int4),
  windowFromDays: arrayOf(date),
  windowToDays: arrayOf(date),
};

function windowValues(windows: readonly CostPeriod[]): ValuesOf<typeof WINDOW_PARAMETERS> {
  return {
    windows: windows.map((_, index) => index),
    windowFromDays: windows.map(({ fromDay }) => fromDay),
    windowToDays: windows.map(({ toDay }) => toDay),
  };
}

function countedSql(driver: CountedDriver): string {
  const { table, at, quantity, only } = COUNTED[driver];
  return `
    SELECT w.no AS window, p.id, sum(e.quantity)::text AS quantity
    FROM (${peopleSql(":timeZone::text")}) p
    CROSS JOIN LATERAL (
      SELECT (x.${at} AT TIME ZONE :timeZone)::date AS day, ${quantity} AS quantity
      FROM ${table} x WHERE x.customer_id = p.id AND ${PERIOD_OF(`x.${at}`)} ${only} GROUP BY 1
    ) e
    JOIN ${WINDOWS} ON e.day BETWEEN w.from_day AND w.to_day
    WHERE e.day BETWEEN p.first_day AND p.last_day
    GROUP BY 1, 2`;
}

const QUANTITIES = eachOf<CountedDriver, ReturnType<typeof counted>>(
  ["orders", "tickets", "touches", "minutes"],
  counted,
);

function counted(driver: CountedDriver) {
  return statement({
    name: `costs/cost-quantities: ${driver}`,
    sql: countedSql(driver),
    parameters: { ...PERIOD, ...WINDOW_PARAMETERS },
    row: { window: int4, id: int4, quantity: text },
  });
}

/**
 * Revenue of people `p` in windows `w`, a row per currency: orders less refunds; for a contract with monthly revenue
 * that revenue by the day instead (each month shared over its days as `shareOfDays` does), never both.
 */
function revenueSql(onlyMemberDays: boolean): string {
  const monthDays = "(m.month_end - m.month_start)";
  const size = "p.monthly_minor";
  const units = (day: string) =>
    `(${day}) * (${size} / ${monthDays}) + LEAST(${day}, ${size} % ${monthDays})`;
  return `
    SELECT w.no, p.id, COALESCE(e.currency, p.currency) AS currency, sum(e.minor)::numeric AS minor
    FROM people p
    CROSS JOIN LATERAL (
      SELECT (x.at AT TIME ZONE :timeZone)::date AS day, x.currency::text AS currency,
        sum(CASE x.kind WHEN 'order' THEN x.amount_minor ELSE -x.amount_minor END) AS minor
      FROM activities x
      WHERE x.customer_id = p.id AND ${PERIOD_OF("x.at")} AND x.kind IN ('order', 'refund') AND x.amount_minor > 0
      GROUP BY 1, 2
    ) e
    JOIN ${WINDOWS} ON e.day BETWEEN w.from_day AND w.to_day
    WHERE p.monthly_minor IS NULL ${onlyMemberDays ? "AND e.day BETWEEN p.first_day AND p.last_day" : ""}
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT m.no, p.id, p.currency,
      sum(${units("LEAST(p.last_day, m.last) + 1 - m.month_start")}
        - (${units("GREATEST(p.first_day, m.first) - m.month_start")}))::numeric
    FROM people p
    JOIN (
      SELECT w.no, s.month_start, s.month_end,
        GREATEST(w.from_day, s.month_start) AS first, LEAST(w.to_day, s.month_end - 1) AS last
      FROM ${WINDOWS} CROSS JOIN LATERAL (
        SELECT g::date AS month_start, (g + interval '1 month')::date AS month_end
        FROM generate_series(date_trunc('month', w.from_day::timestamp), w.to_day::timestamp, interval '1 month') AS g
      ) s
    ) m ON p.first_day <= m.last AND p.last_day >= m.first
    WHERE p.monthly_minor IS NOT NULL AND p.first_day <= p.last_day
    GROUP BY 1, 2, 3`;
}

/** Each customer's revenue of a window in the report's currency, at the rate of the period's last day. */
const convertedRevenueSql = (onlyMemberDays: boolean) => `
  people AS MATERIALIZED (${peopleSql(":timeZone::text")}),
  sold AS (${revenueSql(onlyMemberDays)}),
  revenue AS (
    SELECT s.no, s.id, sum(${convertedSql("s.minor")}) AS minor,
      min(s.currency) FILTER (WHERE f.num IS NULL AND s.minor <> 0) AS missing
    FROM sold s
    LEFT JOIN ${CONVERSIONS} ON f.currency = s.currency AND :toDay::date BETWEEN f.first_day AND f.last_day
    WHERE s.currency IS NOT NULL
    GROUP BY 1, 2
  )`;

const REVENUE_PARAMETERS = { ...PERIOD, ...WINDOW_PARAMETERS, ...CONVERSION_PARAMETERS };

const REVENUE_QUANTITIES = statement({
  name: "costs/cost-quantities: revenue",
  sql: `
  WITH ${convertedRevenueSql(true)}
  SELECT no AS window, id, GREATEST(COALESCE(minor, 0), 0)::text AS quantity, missing FROM revenue`,
  parameters: REVENUE_PARAMETERS,
  row: { window: int4, id: int4, quantity: text, missing: nullable(text) },
});

export type RevenueOfKey = {
  readonly key: string;
  /** Null with the acquisition cost where some of either is in a currency without a rate. */
  readonly revenueMinor: number | null;
  readonly acquisitionMinor: number | null;
};

/**
 * Revenue in the period, and the acquisition cost of those whose first day as a customer is in it, by a key of the
 * customer; keys with neither are left out. What has no rate on the period's last day is told to `missing`.
 */
export async function readRevenue(
  db: Queryable,
  scope: CostScope,
  keyOf: CustomerKey,
  conversions: readonly Conversion[],
  missing: MissingRates,
  onlyCustomerId?: number,
): Promise<RevenueOfKey[]> {
  const { fromDay, toDay, timeZone } = scope;
  const period = { fromDay, toDay, timeZone, ...windowValues([scope]) };
  const values = { ...period, ...conversionValues(conversions) };
  const rows = await queryByRanges({ pool: db }, REVENUE_BY_KEY[keyOf], values, onlyCustomerId);
  const sums = new Map<string, { revenueMinor: number; acquisitionMinor: number; known: boolean }>();
  for (const { key, revenue, acquisition, missing: from } of rows) {
    const sum = sums.get(key) ?? { revenueMinor: 0, acquisitionMinor: 0, known: true };
    if (from) {
      missing.add("revenue", from, toDay, null);
      sum.known = false;
    }
    sum.revenueMinor += Number(revenue);
    sum.acquisitionMinor += Number(acquisition);
    sums.set(key, sum);
  }
  return [...sums].map(([key, { known, ...sum }]) => ({
    key,
    ...(known ? sum : { revenueMinor: null, acquisitionMinor: null }),
  }));
}

function revenueByKeySql(keyOf: CustomerKey): string {
  const acquired = `CASE WHEN p.first_day BETWEEN :fromDay::date AND :toDay::date THEN p.acquisition_cost_minor END`;
  return `
    WITH ${convertedRevenueSql(false)}
    SELECT ${keySql[keyOf]("p")} AS key, COALESCE(sum(r.minor), 0)::text AS revenue,
      COALESCE(sum(${convertedSql("a.minor")}), 0)::text AS acquisition,
      COALESCE(min(r.missing), min(p.currency) FILTER (WHERE a.minor > 0 AND f.num IS NULL)) AS missing
    FROM people p
    LEFT JOIN revenue r ON r.id = p.id
    CROSS JOIN LATERAL (SELECT (${acquired})::numeric AS minor) a
    LEFT JOIN ${CONVERSIONS} ON f.currency = p.currency AND :toDay::date BETWEEN f.first_day AND f.last_day
    WHERE r.minor <> 0 OR r.missing IS NOT NULL OR a.minor > 0
    GROUP BY 1`;
}

const REVENUE_BY_KEY = eachOf(CUSTOMER_KEYS, (keyOf) =>
  statement({
    name: `costs/cost-quantities: revenue by ${keyOf}`,
    sql: revenueByKeySql(keyOf),
    parameters: REVENUE_PARAMETERS,
    row: { key: text, revenue: text, acquisition: text, missing: nullable(text) },
  }),
);
