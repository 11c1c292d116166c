import { timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

export const lastDeliveryAt = factReader({
  key: "lastDeliveryAt",
  sql: `
    SELECT customer_id, max(at) AS at FROM activities
    WHERE customer_id = ANY (:customerIds::int[]) AND kind = 'delivery' AND at < :now
    GROUP BY customer_id`,
  row: { at: timestamptz },
  otherwise: null,
  from: ({ at }) => new Date(at),
});
