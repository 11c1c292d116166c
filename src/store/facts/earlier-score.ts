import { float4, int4, nullable, timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** What the newest score is compared with: one at least a week older, else the oldest. */
export const earlierScore = factReader({
  key: "earlierScore",
  sql: `
    SELECT earlier.as_of, earlier.probability, earlier.model_version_id
    FROM (
      SELECT as_of FROM scores WHERE customer_id = c.id AND as_of <= :now ORDER BY as_of DESC LIMIT 1
    ) newest
    CROSS JOIN LATERAL (
      SELECT as_of, probability, model_version_id FROM scores
      WHERE customer_id = c.id AND as_of < newest.as_of AND probability IS NOT NULL
      ORDER BY (as_of <= newest.as_of - interval '7 days') DESC,
        CASE WHEN as_of <= newest.as_of - interval '7 days' THEN as_of END DESC, as_of
      LIMIT 1
    ) earlier`,
  row: { as_of: timestamptz, probability: float4, model_version_id: nullable(int4) },
  otherwise: null,
  from: (row) => ({
    asOf: new Date(row.as_of),
    probability: row.probability,
    modelId: row.model_version_id,
  }),
});
