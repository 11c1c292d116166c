import { TREND_WEEKS, type WeeklyScore } from "../../domain/risk/scores/risk-trend.ts";
import { json } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** Weeks end with the newest score, so that nights without a scoring leave no gap; each gives its last score. */
export const weeklyScores = factReader({
  key: "weeklyScores",
  sql: `
    SELECT json_agg(CASE WHEN last.probability IS NOT NULL
        THEN json_build_object('probability', last.probability, 'modelId', last.model_version_id) END
        ORDER BY weeks_ago DESC) AS weeks
    FROM (
      SELECT as_of FROM scores WHERE customer_id = c.id AND as_of <= :now ORDER BY as_of DESC LIMIT 1
    ) newest
    CROSS JOIN generate_series(0, ${TREND_WEEKS}) weeks_ago
    LEFT JOIN LATERAL (
      SELECT probability, model_version_id FROM scores
      WHERE customer_id = c.id AND as_of <= newest.as_of - weeks_ago * interval '7 days'
        AND as_of > newest.as_of - (weeks_ago + 1) * interval '7 days'
      ORDER BY as_of DESC LIMIT 1
    ) last ON true
    HAVING count(last.probability) > 0`,
  row: { weeks: json<WeeklyScore[]>() },
  otherwise: [],
  from: ({ weeks }) => weeks,
});
