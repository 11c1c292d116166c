import { USAGE_WEEKS } from "../../domain/outreach/usage-trend.ts";
import { json } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/**
 * As the model's features count it, back from the day of the newest score: the numbers here and those of the reasons are
 * the same. Nothing without a score: of a source that fell silent no fall is made.
 */
export const weeklyUsage = factReader({
  key: "weeklyUsage",
  sql: `
    SELECT json_agg(used ORDER BY weeks_ago DESC) AS weeks
    FROM (
      SELECT weeks_ago, COALESCE(sum(a.quantity), 0) AS used
      FROM (
        SELECT as_of, (as_of AT TIME ZONE 'UTC')::date AS day, probability FROM scores
        WHERE customer_id = c.id AND as_of <= :now ORDER BY as_of DESC LIMIT 1
      ) newest
      CROSS JOIN generate_series(0, ${USAGE_WEEKS - 1}) weeks_ago
      LEFT JOIN activities a ON a.customer_id = c.id AND a.kind = 'usage' AND a.at < newest.as_of
        AND a.at >= newest.as_of - interval '${7 * USAGE_WEEKS + 1} days'
        AND (GREATEST(newest.day - (a.at AT TIME ZONE 'UTC')::date, 1) - 1) / 7 = weeks_ago
      WHERE newest.probability IS NOT NULL
      GROUP BY weeks_ago
    ) weekly
    HAVING sum(used) > 0`,
  row: { weeks: json<number[]>() },
  otherwise: [],
  from: ({ weeks }) => weeks,
});
