import { date, int4, nullable, text } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Queryable } from "../database/database.ts";
import { eachOf, statement } from "../database/statement.ts";
import type { CostScope } from "./cost-scope.ts";
import { CONVERSION_PARAMETERS, type Conversion, conversionValues, convertedSql } from "./cost-sql.ts";
import { COST_ROW, type CostOfKey, conversionOf, costsByKey } from "./cost-sums.ts";
import type { MissingRates } from "./missing-rates.ts";
import { touchLabourSql } from "./touch-labour.ts";

export type TouchLabourCosts = {
  /** By key; all of it direct labour. */
  readonly costs: readonly CostOfKey[];
  readonly totalMinor: number;
  /** Of members without an hourly cost. */
  readonly unpricedMinutes: number;
  readonly unpricedTouches: number;
};

/**
 * Touches priced by their members' hourly costs, by the customer's id or the touch's channel. Converted a customer,
 * channel and day at a time, at the rate of that day; what has no rate is told to `missing`, and left out.
 */
export async function readTouchLabour(
  db: Queryable,
  scope: CostScope,
  keyOf: LabourKey,
  conversions: readonly Conversion[],
  missing: MissingRates,
  onlyCustomerId?: number,
): Promise<TouchLabourCosts> {
  const { fromDay, toDay, timeZone } = scope;
  const values = { fromDay, toDay, timeZone, ...conversionValues(conversions) };
  const rows = await queryByRanges({ pool: db }, LABOUR[keyOf], values, onlyCustomerId);
  for (const row of rows)
    if (row.missing !== null) missing.add("contact-time", row.missing, row.missing_day ?? toDay, null);
  const costs = costsByKey(rows.filter(({ direct }) => direct !== "0"));
  return {
    costs,
    totalMinor: costs.reduce((sum, { directMinor }) => sum + directMinor, 0),
    unpricedMinutes: rows.reduce((sum, row) => sum + row.unpriced_minutes, 0),
    unpricedTouches: rows.reduce((sum, row) => sum + row.unpriced_touches, 0),
  };
}

const LABOUR_KEYS = ["customer", "channel", "together"] as const;
export type LabourKey = (typeof LABOUR_KEYS)[number];
const KEY_SQL: Readonly<Record<LabourKey, string>> = {
  customer: "p.customer_id::text",
  channel: "p.channel",
  together: "''",
};

function labourSql(keyOf: LabourKey): string {
  const key = KEY_SQL[keyOf];
  const touches = touchLabourSql({
    fromDay: ":fromDay::date",
    toDay: ":toDay::date",
    timeZone: ":timeZone::text",
  });
  return `
    SELECT ${key} AS key, COALESCE(sum(${convertedSql("p.minor")}), 0)::text AS direct, '0' AS indirect,
      min(p.currency) FILTER (WHERE f.num IS NULL) AS missing,
      to_char(min(p.to_day) FILTER (WHERE p.currency IS NOT NULL AND f.num IS NULL), 'YYYY-MM-DD') AS missing_day,
      COALESCE(sum(p.minutes) FILTER (WHERE p.currency IS NULL), 0)::int AS unpriced_minutes,
      COALESCE(sum(p.touches) FILTER (WHERE p.currency IS NULL), 0)::int AS unpriced_touches
    FROM (
      SELECT l.customer_id, l.channel, l.day AS to_day, l.currency::text AS currency, sum(l.amount_minor) AS minor,
        sum(l.minutes) AS minutes, count(*) AS touches
      FROM (${touches}) l WHERE l.customer_id BETWEEN :firstCustomerId AND :lastCustomerId GROUP BY 1, 2, 3, 4
    ) p
    LEFT JOIN ${conversionOf("p")}
    GROUP BY 1`;
}

const LABOUR = eachOf(LABOUR_KEYS, (keyOf) =>
  statement({
    name: `costs/touch-labour-costs: touch labour, by ${keyOf}`,
    sql: labourSql(keyOf),
    parameters: { ...CUSTOMER_RANGE, fromDay: date, toDay: date, timeZone: text, ...CONVERSION_PARAMETERS },
    row: {
      ...COST_ROW,
      missing: nullable(text),
      missing_day: nullable(text),
      unpriced_minutes: int4,
      unpriced_touches: int4,
    },
  }),
);
