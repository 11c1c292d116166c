import { arrayOf, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** The newest two of the last 90 days, so that only a part of the log is looked through. */
export const failedPayments = factReader({
  key: "failedPayments",
  sql: `
    SELECT c.id AS customer_id, array_agg(failed.at ORDER BY failed.at DESC) AS moments
    FROM unnest(:customerIds::int[]) AS c (id)
    CROSS JOIN LATERAL (
      SELECT at FROM activities
      WHERE customer_id = c.id AND kind = 'payment_failed' AND at < :now AND at >= :now::timestamptz - interval '90 days'
      ORDER BY at DESC LIMIT 2
    ) failed
    GROUP BY c.id`,
  row: { moments: arrayOf(timestamptz) },
  otherwise: [],
  from: ({ moments }) => moments.map((at) => new Date(at)),
});
