import { factReader } from "./fact-reader.ts";

/** Whether any version was ever promoted: the same for everybody. */
export const hasModel = factReader<"hasModel", { customer_id: number }>({
  sql: `
    SELECT c.id AS customer_id FROM unnest($1::int[]) AS c (id)
    WHERE EXISTS (SELECT FROM model_versions WHERE promoted_at IS NOT NULL)`,
  timeless: true,
  otherwise: false,
  from: () => true,
});
