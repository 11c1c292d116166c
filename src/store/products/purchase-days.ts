import type { PurchaseDay } from "../../domain/products/hit-rates.ts";
import { int4, text } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, queryByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { IS_PURCHASE, PURCHASE_DAY } from "./product-purchase.ts";

export type PurchaseDayStore = ReturnType<typeof purchaseDayStore>;

/** On which days products were bought. */
export function purchaseDayStore({ pool }: Pick<Database, "pool">) {
  return {
    /** All of them, each customer's together: for evaluations, which look at every day. */
    async all(): Promise<PurchaseDay[]> {
      const rows = await queryByRanges({ pool }, PURCHASE_DAYS, {});
      return rows.map(({ customer_id: customerId, product, day }) => ({ customerId, product, day }));
    },
  };
}

const PURCHASE_DAYS = statement({
  name: "products/purchase-days: all",
  sql: `
  SELECT DISTINCT customer_id, COALESCE(category, '') AS product, ${PURCHASE_DAY} AS day FROM activities
  WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND ${IS_PURCHASE}
  ORDER BY customer_id, day, product`,
  parameters: CUSTOMER_RANGE,
  row: { customer_id: int4, product: text, day: int4 },
});
