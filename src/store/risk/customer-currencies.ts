import type { Day } from "../../domain/calendar.ts";
import { type CustomersOfCurrency, type ModelCurrency, moneyFactor } from "../../domain/risk/model-money.ts";
import { int4, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { readExchangeRates } from "../exchange-rates.ts";

/**
 * How many customers have each currency: the one the file names, else that of their first amount. Most first; customers
 * without any are left out. Costs do not count: a team may pay in a currency in which nobody buys.
 */
export const CUSTOMERS_BY_CURRENCY = statement({
  name: "risk/customer-currencies: customers by currency",
  sql: `
  SELECT currency, count(*)::int AS customers
  FROM (
    SELECT COALESCE(c.currency, (
      SELECT a.currency FROM activities a
      WHERE a.customer_id = c.id AND a.currency IS NOT NULL ORDER BY a.at LIMIT 1
    ))::text AS currency
    FROM customers c
  ) AS own
  WHERE currency IS NOT NULL GROUP BY currency ORDER BY customers DESC, currency`,
  row: { currency: text, customers: int4 },
});

/**
 * What the minor units of each of the currencies are multiplied by to be those of the model's, as of a day: 1 for a blank
 * one, NaN without a rate. The rates are only read where there is something to convert.
 */
export async function moneyFactorsTo(
  db: Queryable,
  currency: ModelCurrency,
  currencies: readonly string[],
  day: Day,
): Promise<Float64Array> {
  const others = [...new Set(currencies)].filter((code) => code !== "" && code !== currency);
  if (currency === null || others.length === 0) return new Float64Array(currencies.length).fill(1);
  const rates = await readExchangeRates(db);
  const factors = new Map(others.map((code) => [code, moneyFactor(code, currency, day, rates)]));
  return Float64Array.from(currencies, (code) => factors.get(code) ?? 1);
}

/** Whether a rate is stated at all does not depend on the day. */
const ANY_DAY = "2000-01-01";

/** The customers whose money has no rate to the model's currency, most first. */
export async function unratedIn(db: Queryable, currency: ModelCurrency): Promise<CustomersOfCurrency[]> {
  if (currency === null) return [];
  const customers = await CUSTOMERS_BY_CURRENCY.all(db);
  const codes = customers.map((of) => of.currency);
  const factors = await moneyFactorsTo(db, currency, codes, ANY_DAY);
  return customers.filter((_, place) => Number.isNaN(factors[place]));
}
