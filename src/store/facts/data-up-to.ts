import { nullable, text } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** How far the rows of the customer's own source reach, of any where it has none. */
export const dataUpTo = factReader({
  key: "dataUpTo",
  sql: `
    SELECT COALESCE(own.day, whole.day)::text AS day, CASE WHEN own.day IS NOT NULL THEN c.source END AS source
    FROM (SELECT (:now::timestamptz AT TIME ZONE 'UTC')::date AS day) today
    CROSS JOIN LATERAL (SELECT max(day) AS day FROM source_days WHERE source = c.source AND day <= today.day) own
    CROSS JOIN LATERAL (
      SELECT CASE WHEN own.day IS NULL THEN (SELECT max(day) FROM source_days WHERE day <= today.day) END AS day
    ) whole
    WHERE COALESCE(own.day, whole.day) IS NOT NULL`,
  row: { day: text, source: nullable(text) },
  otherwise: null,
  from: ({ day, source }) => ({ day, source }),
});
