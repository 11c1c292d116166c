import { factReader } from "./fact-reader.ts";

type PurchasesRow = { customer_id: number; days: number; first_at: Date; last_at: Date };

/** When they bought: orders with an amount above zero. */
export const purchases = factReader<"purchases", PurchasesRow>({
  sql: `
    SELECT customer_id, count(DISTINCT (at AT TIME ZONE 'UTC')::date)::int AS days, min(at) AS first_at,
      max(at) AS last_at
    FROM activities
    WHERE customer_id = ANY ($1::int[]) AND kind = 'order' AND amount_minor > 0 AND at < $2
    GROUP BY customer_id`,
  otherwise: null,
  from: ({ days, first_at: firstAt, last_at: lastAt }) => ({ days, firstAt, lastAt }),
});
