import { text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";

export type CurrencyStore = ReturnType<typeof currencyStore>;

export function currencyStore({ pool }: Database) {
  return {
    /** The currencies of customers and costs, that of most customers first; of activities where neither has one. */
    async inUse(): Promise<string[]> {
      return (await CURRENCIES.all(pool)).map(({ currency }) => currency);
    },
  };
}

const CURRENCIES = statement({
  name: "costs/currencies: in use",
  sql: `
  WITH known AS (
    SELECT currency, count(*) AS customers FROM customers WHERE currency IS NOT NULL GROUP BY 1
    UNION ALL SELECT DISTINCT currency, 0 FROM cost_entries
  ), used AS (
    SELECT * FROM known
    UNION ALL (SELECT currency, 0 FROM activities WHERE currency IS NOT NULL AND NOT EXISTS (SELECT FROM known) LIMIT 1)
  )
  SELECT currency::text AS currency FROM used GROUP BY currency ORDER BY sum(customers) DESC, currency`,
  row: { currency: text },
});
