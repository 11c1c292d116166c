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

/**
 * Amounts at the rates of a day, rounded as `convertMoney` does; null where no rate is stated. Fractions are in their
 * lowest terms, so that nearly every amount is exact as a number: tens of thousands are converted for one report.
 */
export function convertedOn(
  conversions: readonly Conversion[],
  day: string,
): (minor: number, currency: string) => number | null {
  const inForce = conversions.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  const fractions = new Map(inForce.map((one) => [one.currency, lowestTerms(one)]));
  return (minor, currency) => {
    const fraction = fractions.get(currency);
    if (fraction === undefined) return null;
    const [numerator, denominator] = fraction;
    if (numerator === denominator) return minor;
    const size = 2 * Math.abs(minor) * Number(numerator) + Number(denominator);
    const rounded =
      size <= Number.MAX_SAFE_INTEGER
        ? (size - (size % (2 * Number(denominator)))) / (2 * Number(denominator))
        : Number((2n * BigInt(Math.abs(minor)) * numerator + denominator) / (2n * denominator));
    return minor < 0 && rounded !== 0 ? -rounded : rounded;
  };
}

function lowestTerms({ numerator, denominator }: Conversion): readonly [bigint, bigint] {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return [numerator / a, denominator / a];
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
