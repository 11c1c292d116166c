import type { ProductPair } from "../../domain/products/product-pairs.ts";
import type { ProductPurchases } from "../../domain/products/purchase-table.ts";
import { arrayOf, float8, int4, text, timestamptz } from "../database/column-kinds.ts";
import { CUSTOMER_RANGE, visitByRanges } from "../database/customer-ranges.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { IS_PURCHASE, PURCHASE_DAY } from "./product-purchase.ts";

export type ProductPairStore = ReturnType<typeof productPairStore>;

/** Some 50 activities each: the embedded database then takes about 0.1 s, for which everybody else waits. */
const CUSTOMERS_PER_RANGE = 500;

/** Which products are bought by the same customers. */
export function productPairStore({ pool }: Pick<Database, "pool">) {
  return {
    /** What each customer bought before a moment, the products of each customer together. */
    purchases: (asOf: Date, visit: (purchases: ProductPurchases) => void): Promise<void> =>
      visitByRanges(
        { pool },
        { ranged: PURCHASES, values: { asOf }, customersPerRange: CUSTOMERS_PER_RANGE },
        ({ customer_id: customerId, product, first_day: firstDay, last_day: lastDay }) =>
          visit({ customerId, product, firstDay, lastDay }),
      ),

    /** Puts these pairs in place of all others of the same products; what stays the same is not written. */
    async replace(products: readonly string[], pairs: readonly ProductPair[]): Promise<void> {
      const of = <T>(value: (pair: ProductPair) => T) => pairs.map(value);
      const others = { of: of(({ product }) => product), others: of(({ other }) => other) };
      await DROP.run(pool, { products, ...others });
      await SAVE.run(pool, {
        ...others,
        weights: of(({ weight }) => weight),
        both: of(({ both }) => both),
        later: of(({ later }) => later),
        productCustomers: of(({ productCustomers }) => productCustomers),
        otherCustomers: of(({ otherCustomers }) => otherCustomers),
      });
    },

    /** Ends a reckoning: pairs of all but these products go. */
    async finish(products: readonly string[], { asOf, customers }: { asOf: Date; customers: number }) {
      await DROP_OTHERS.run(pool, { products });
      await FINISH.run(pool, { asOf, customers });
    },
  };
}

const PURCHASES = statement({
  name: "products/product-pairs: purchases",
  sql: `
  SELECT customer_id, COALESCE(category, '') AS product, min(${PURCHASE_DAY}) AS first_day, max(${PURCHASE_DAY}) AS last_day
  FROM activities
  WHERE customer_id BETWEEN :firstCustomerId AND :lastCustomerId AND at < :asOf AND ${IS_PURCHASE}
  GROUP BY customer_id, category ORDER BY customer_id`,
  parameters: { ...CUSTOMER_RANGE, asOf: timestamptz },
  row: { customer_id: int4, product: text, first_day: int4, last_day: int4 },
});

const DROP = statement({
  name: "products/product-pairs: drop",
  sql: `
  DELETE FROM product_pairs p USING unnest(:products::text[]) AS reckoned (product)
  WHERE p.product = reckoned.product AND NOT EXISTS (
    SELECT FROM unnest(:of::text[], :others::text[]) AS kept (product, other)
    WHERE kept.product = p.product AND kept.other = p.other)`,
  parameters: { products: arrayOf(text), of: arrayOf(text), others: arrayOf(text) },
});

const COUNTED = "weight, both_customers, later_customers, product_customers, other_customers";
const EXCLUDED = COUNTED.replaceAll(/\w+/g, (column) => `EXCLUDED.${column}`);
const KEPT = COUNTED.replaceAll(/\w+/g, (column) => `p.${column}`);

const SAVE = statement({
  name: "products/product-pairs: save",
  sql: `
  INSERT INTO product_pairs AS p (product, other, ${COUNTED})
  SELECT * FROM unnest(:of::text[], :others::text[], :weights::float8[], :both::int[], :later::int[],
    :productCustomers::int[], :otherCustomers::int[])
  ON CONFLICT (product, other) DO UPDATE SET (${COUNTED}) = (${EXCLUDED})
  WHERE (${KEPT}) IS DISTINCT FROM (${EXCLUDED})`,
  parameters: {
    of: arrayOf(text),
    others: arrayOf(text),
    weights: arrayOf(float8),
    both: arrayOf(int4),
    later: arrayOf(int4),
    productCustomers: arrayOf(int4),
    otherCustomers: arrayOf(int4),
  },
});

const DROP_OTHERS = statement({
  name: "products/product-pairs: drop others",
  sql: `
  DELETE FROM product_pairs p
  WHERE NOT EXISTS (SELECT FROM unnest(:products::text[]) AS kept (product) WHERE kept.product = p.product)`,
  parameters: { products: arrayOf(text) },
});

const FINISH = statement({
  name: "products/product-pairs: finish",
  sql: `
  INSERT INTO product_pairing (id, as_of, customers) VALUES (1, :asOf, :customers)
  ON CONFLICT (id) DO UPDATE SET as_of = EXCLUDED.as_of, customers = EXCLUDED.customers`,
  parameters: { asOf: timestamptz, customers: int4 },
});
