import { factReader } from "./fact-reader.ts";

type EarlierScoreRow = {
  customer_id: number;
  as_of: Date;
  probability: number;
  model_version_id: number | null;
};

/** What the newest score is compared with: one at least a week older, else the oldest. */
export const earlierScore = factReader<"earlierScore", EarlierScoreRow>({
  sql: `
    SELECT c.id AS customer_id, earlier.as_of, earlier.probability, earlier.model_version_id
    FROM unnest($1::int[]) AS c (id)
    CROSS JOIN LATERAL (
      SELECT as_of FROM scores WHERE customer_id = c.id AND as_of <= $2 ORDER BY as_of DESC LIMIT 1
    ) newest
    CROSS JOIN LATERAL (
      SELECT as_of, probability, model_version_id FROM scores
      WHERE customer_id = c.id AND as_of < newest.as_of AND probability IS NOT NULL
      ORDER BY (as_of <= newest.as_of - interval '7 days') DESC,
        CASE WHEN as_of <= newest.as_of - interval '7 days' THEN as_of END DESC, as_of
      LIMIT 1
    ) earlier`,
  otherwise: null,
  from: (row) => ({ asOf: row.as_of, probability: row.probability, modelId: row.model_version_id }),
});
