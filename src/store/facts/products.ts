import { PRODUCTS_LOOKED_AT } from "../../domain/products/next-products.ts";
import { NO_PRODUCTS, type ProductFacts } from "../../domain/products/product-facts.ts";
import { int4, json, nullable, timestamptz } from "../database/column-kinds.ts";
import { IS_PURCHASE, PURCHASE_DAY } from "../products/product-purchase.ts";
import { factReader } from "./fact-reader.ts";

/**
 * Others whose pairs are read: those that most speaks for, by the same sum as the rule's, which chooses among them. More than
 * it needs, so that a few that are sold no more may drop out; all of them would take five times as long.
 */
const MOST_OTHERS = 60;

/**
 * Everything the customer bought is left out of the others, also what was bought longer ago than is looked at. A product is
 * sold no more where the file of products says so of every one of that number or name.
 */
export const products = factReader({
  key: "products",
  sql: `
    WITH owned AS (
      SELECT category AS product, min(${PURCHASE_DAY}) AS first_day, max(${PURCHASE_DAY}) AS last_day,
        count(DISTINCT ${PURCHASE_DAY})::int AS days,
        row_number() OVER (ORDER BY max(${PURCHASE_DAY}) DESC, category COLLATE "C") AS place
      FROM activities WHERE customer_id = c.id AND at < :now AND ${IS_PURCHASE}
      GROUP BY category
    ),
    bought AS (SELECT * FROM owned WHERE place <= ${PRODUCTS_LOOKED_AT}),
    paired AS (SELECT p.* FROM bought JOIN product_pairs p USING (product)),
    likeliest AS (
      SELECT other AS product FROM paired WHERE NOT EXISTS (SELECT FROM owned WHERE owned.product = paired.other)
      GROUP BY other ORDER BY sum(weight) DESC, other COLLATE "C" LIMIT ${MOST_OTHERS}
    ),
    called AS (
      SELECT every.product, sold.* FROM (SELECT product FROM bought UNION SELECT product FROM likeliest) every
      CROSS JOIN LATERAL (
        SELECT CASE WHEN min(x.number_of) = max(x.number_of) THEN min(x.number_of) END AS name, bool_or(x.active) AS active
        FROM (
          SELECT name AS number_of, active FROM products WHERE external_id = every.product
          UNION ALL SELECT NULL, active FROM products WHERE name = every.product
        ) x
      ) sold
    )
    SELECT
      (SELECT json_agg(json_build_object('product', product, 'firstDay', first_day, 'lastDay', last_day, 'days', days,
        'customers', COALESCE(counted.customers, 0)) ORDER BY place)
        FROM bought LEFT JOIN (SELECT product, max(product_customers) AS customers FROM paired GROUP BY product) counted
        USING (product)) AS bought,
      (SELECT json_agg(json_build_object('product', p.product, 'other', p.other, 'weight', p.weight,
        'both', p.both_customers, 'later', p.later_customers, 'productCustomers', p.product_customers,
        'otherCustomers', p.other_customers) ORDER BY p.product COLLATE "C", p.other COLLATE "C")
        FROM likeliest JOIN called USING (product) JOIN paired p ON p.other = likeliest.product
        WHERE called.active IS NOT FALSE) AS pairs,
      (SELECT json_object_agg(product, name) FROM called WHERE name <> product) AS names,
      (SELECT customers FROM product_pairing) AS customers, (SELECT as_of FROM product_pairing) AS as_of
    WHERE EXISTS (SELECT FROM bought)`,
  row: {
    bought: json<ProductFacts["bought"]>(),
    pairs: nullable(json<ProductFacts["pairs"]>()),
    names: nullable(json<ProductFacts["names"]>()),
    customers: nullable(int4),
    as_of: nullable(timestamptz),
  },
  otherwise: NO_PRODUCTS,
  from: ({ bought, pairs, names, customers, as_of }) => ({
    ...{ bought, pairs: pairs ?? [], names: names ?? {} },
    pairing: customers === null || as_of === null ? null : { customers, asOf: new Date(as_of) },
  }),
});
