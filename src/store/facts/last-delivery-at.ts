import { factReader } from "./fact-reader.ts";

export const lastDeliveryAt = factReader<"lastDeliveryAt", { customer_id: number; at: Date }>({
  sql: `
    SELECT customer_id, max(at) AS at FROM activities
    WHERE customer_id = ANY ($1::int[]) AND kind = 'delivery' AND at < $2
    GROUP BY customer_id`,
  otherwise: null,
  from: ({ at }) => at,
});
