import { timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";

/** Backwards by the index on customer and moment: of most customers few rows are looked at. */
export const lastDeliveryAt = factReader({
  key: "lastDeliveryAt",
  sql: "SELECT at FROM activities WHERE customer_id = c.id AND at < :now AND kind = 'delivery' ORDER BY at DESC LIMIT 1",
  row: { at: timestamptz },
  otherwise: null,
  from: ({ at }) => new Date(at),
});
