import { timestamptz } from "../database/column-kinds.ts";
import { factReader } from "./fact-reader.ts";
import { BOUGHT } from "./purchases.ts";

/** By the index on customer and moment: of a long history one row is looked at. */
export const firstPurchaseAt = factReader({
  key: "firstPurchaseAt",
  sql: `SELECT at FROM activities WHERE customer_id = c.id AND at < :now AND ${BOUGHT} ORDER BY at LIMIT 1`,
  row: { at: timestamptz },
  otherwise: null,
  from: ({ at }) => new Date(at),
});
