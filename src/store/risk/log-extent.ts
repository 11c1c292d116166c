import { hasContractSql } from "../customers/contract-days.ts";
import { int8, nullable, timestamptz } from "../database/column-kinds.ts";
import { statement } from "../database/statement.ts";

export const COUNT_ACTIVITIES = statement({
  name: "risk/log-extent: count activities",
  sql: "SELECT COALESCE(sum(rows), 0)::bigint AS count FROM source_days",
  row: { count: int8 },
});

/** One probe of the index per customer. */
export const FIRST_EVENT = statement({
  name: "risk/log-extent: first event",
  sql: `
  SELECT min(LEAST(purchase.at, CASE WHEN ${hasContractSql("c")}
    THEN c.started_on::timestamp AT TIME ZONE 'UTC' END)) AS first
  FROM customers c LEFT JOIN LATERAL (
    SELECT a.at FROM activities a
    WHERE a.customer_id = c.id AND a.kind = 'order' AND a.amount_minor > 0 ORDER BY a.at LIMIT 1
  ) AS purchase ON true`,
  row: { first: nullable(timestamptz) },
});
