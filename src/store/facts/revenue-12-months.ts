import type { Money } from "../../domain/money.ts";
import { factReader } from "./fact-reader.ts";

/** Orders minus refunds, the most first. */
export const revenue12Months = factReader<"revenue12Months", { customer_id: number; amounts: Money[] }>({
  sql: `
    SELECT customer_id, jsonb_agg(jsonb_build_object('minor', minor, 'currency', currency) ORDER BY minor DESC) AS amounts
    FROM (
      SELECT customer_id, trim(currency) AS currency,
        sum(CASE kind WHEN 'order' THEN amount_minor ELSE -amount_minor END) AS minor
      FROM activities
      WHERE customer_id = ANY ($1::int[]) AND kind IN ('order', 'refund') AND amount_minor > 0
        AND currency IS NOT NULL AND at >= $2::timestamptz - interval '12 months' AND at < $2
      GROUP BY 1, 2
    ) per_currency
    GROUP BY customer_id`,
  otherwise: [],
  from: ({ amounts }) => amounts,
});
