import type { Money } from "../../domain/money.ts";
import { json } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** Orders minus refunds, per currency: the customer's own first, then by code. 5,000 yen are not more than 900 euros. */
export const revenue12Months = factReader({
  key: "revenue12Months",
  sql: `
    SELECT customer_id, jsonb_agg(jsonb_build_object('minor', minor, 'currency', per_currency.currency)
        ORDER BY per_currency.currency = trim(c.currency) DESC NULLS LAST, per_currency.currency) AS amounts
    FROM (
      SELECT customer_id, trim(currency) AS currency,
        sum(CASE kind WHEN 'order' THEN amount_minor ELSE -amount_minor END) AS minor
      FROM activities
      WHERE customer_id = ANY (:customerIds::int[]) AND kind IN ('order', 'refund') AND amount_minor > 0
        AND currency IS NOT NULL AND at >= :now::timestamptz - interval '12 months' AND at < :now
      GROUP BY 1, 2
    ) per_currency JOIN customers c ON c.id = customer_id
    GROUP BY customer_id`,
  row: { amounts: json<Money[]>() },
  otherwise: [],
  from: ({ amounts }) => amounts,
});
