import { addDays } from "../../domain/calendar.ts";
import type { CostPeriod } from "../../domain/costs/cost-report.ts";
import { conversionFraction, type ExchangeRate, rateInForce } from "../../domain/exchange-rates.ts";
import { date, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import type { Conversion } from "./cost-sql.ts";

/** How each currency with a stated rate becomes the report's on each day of a period; the report's own stays as it is. */
export async function readConversions(
  db: Queryable,
  currency: string,
  period: CostPeriod,
): Promise<Conversion[]> {
  const { fromDay, toDay } = period;
  const rows = await RATES.all(db, { currency, fromDay, toDay });
  const others = [...new Set(rows.flatMap((rate) => [rate.fromCurrency, rate.toCurrency]))].filter(
    (code) => code !== currency,
  );
  const asItIs = {
    currency,
    firstDay: period.fromDay,
    lastDay: period.toDay,
    numerator: 1n,
    denominator: 1n,
  };
  return [asItIs, ...others.flatMap((other) => conversionsOf(rows, other, currency, period))];
}

/** One pair's conversions: a stretch of days for each rate stated inside the period, and for the one it begins with. */
function conversionsOf(
  rates: readonly ExchangeRate[],
  from: string,
  to: string,
  { fromDay, toDay }: CostPeriod,
): Conversion[] {
  const own = rates.filter(({ fromCurrency, toCurrency }) => fromCurrency === from || toCurrency === from);
  const stated = own.map(({ day }) => day).filter((day) => day > fromDay);
  const starts = [...new Set([fromDay, ...stated])].sort();
  return starts.flatMap((firstDay, index) => {
    const by = rateInForce(own, from, to, firstDay);
    if (by === null) return [];
    const next = starts[index + 1];
    const lastDay = next === undefined ? toDay : addDays(next, -1);
    return [{ currency: from, firstDay, lastDay, ...conversionFraction(by, from, to) }];
  });
}

/** The rates of the currency stated inside the period, and for each pair the last one before. */
const RATES = statement({
  name: "costs/cost-conversions: rates",
  sql: `
  WITH own AS (
    SELECT from_currency::text AS "fromCurrency", to_currency::text AS "toCurrency", day,
      trim_scale(rate)::text AS rate
    FROM exchange_rates WHERE (from_currency = :currency OR to_currency = :currency) AND day <= :toDay::date
  )
  SELECT "fromCurrency", "toCurrency", to_char(day, 'YYYY-MM-DD') AS day, rate FROM own
  WHERE day > :fromDay::date
  UNION ALL (
    SELECT DISTINCT ON ("fromCurrency", "toCurrency") "fromCurrency", "toCurrency", to_char(day, 'YYYY-MM-DD'), rate
    FROM own WHERE day <= :fromDay::date ORDER BY "fromCurrency", "toCurrency", own.day DESC)`,
  parameters: { currency: text, fromDay: date, toDay: date },
  row: { fromCurrency: text, toCurrency: text, day: text, rate: text },
});
