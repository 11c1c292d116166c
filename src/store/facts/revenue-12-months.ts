import type { Money } from "../../domain/money.ts";
import { json } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** Orders minus refunds, per currency: the customer's own first, then by code. 5,000 yen are not more than 900 euros. */
export const revenue12Months = factReader({
  key: "revenue12Months",
  sql: `
    SELECT json_agg(json_build_object('minor', minor, 'currency', currency)
        ORDER BY currency = trim(c.currency) DESC NULLS LAST, currency) AS amounts
    FROM (
      SELECT trim(currency) AS currency,
        sum(CASE kind WHEN 'order' THEN amount_minor ELSE -amount_minor END) AS minor
      FROM activities
      WHERE customer_id = c.id AND kind IN ('order', 'refund') AND amount_minor > 0
        AND currency IS NOT NULL AND at >= :now::timestamptz - interval '12 months' AND at < :now
      GROUP BY 1
    ) per_currency
    HAVING count(*) > 0`,
  row: { amounts: json<Money[]>() },
  otherwise: [],
  from: ({ amounts }) => amounts,
});
