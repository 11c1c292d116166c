import { int4, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** When they bought: orders with an amount above zero. */
export const purchases = factReader({
  key: "purchases",
  sql: `
    SELECT customer_id, count(DISTINCT (at AT TIME ZONE 'UTC')::date)::int AS days, min(at) AS first_at,
      max(at) AS last_at
    FROM activities
    WHERE customer_id = ANY (:customerIds::int[]) AND kind = 'order' AND amount_minor > 0 AND at < :now
    GROUP BY customer_id`,
  row: { days: int4, first_at: timestamptz, last_at: timestamptz },
  otherwise: null,
  from: ({ days, first_at: firstAt, last_at: lastAt }) => ({
    days,
    firstAt: new Date(firstAt),
    lastAt: new Date(lastAt),
  }),
});
