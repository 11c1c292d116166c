import type { ExchangeRate } from "../domain/exchange-rates.ts";
import { text } from "./database/column-kinds.ts";
import type { Queryable } from "./database/database.ts";
import { statement } from "./database/statement.ts";

/** Every stated rate, by pair and day: what `rateInForce` and `convertMoney` take. */
export const readExchangeRates = (db: Queryable): Promise<ExchangeRate[]> => ALL.all(db);

const ALL = statement({
  name: "exchange-rates: all",
  sql: `
  SELECT from_currency AS "fromCurrency", to_currency AS "toCurrency", to_char(day, 'YYYY-MM-DD') AS day,
    trim_scale(rate)::text AS rate
  FROM exchange_rates ORDER BY 1, 2, exchange_rates.day`,
  row: { fromCurrency: text, toCurrency: text, day: text, rate: text },
});
