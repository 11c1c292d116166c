import { NEW_FOR_DAYS, type NewProduct, OFTEN_DAYS } from "../../domain/products/new-product.ts";
import { json } from "../database/column-kinds.ts";
import { IS_PURCHASE, PURCHASE_DAY } from "../products/product-purchase.ts";
import { factReader } from "./fact-reader.ts";

/** More than anybody is told of. */
const MOST = 3;
const SINCE = `:now::timestamptz - interval '${NEW_FOR_DAYS} days'`;

/** In a catalogue that came as a whole nothing is new: it has to have been known for as long as a product is new. */
const IS_FRESH = `p.listed_at <= :now::timestamptz AND p.listed_at > ${SINCE} AND p.active AND p.category <> ''
      AND EXISTS (SELECT FROM products old WHERE old.source = p.source AND (old.listed_at IS NULL OR old.listed_at <= ${SINCE}))`;

/** Where nothing is new, which is most days, nobody's purchases are looked at. */
export const newProducts = factReader({
  key: "newProducts",
  holders: `SELECT id FROM customers WHERE EXISTS (SELECT FROM products p WHERE ${IS_FRESH})`,
  sql: `
    WITH bought AS (
      SELECT DISTINCT category AS product, ${PURCHASE_DAY} AS day FROM activities
      WHERE customer_id = c.id AND at < :now AND ${IS_PURCHASE}
        AND (SELECT EXISTS (SELECT FROM products p WHERE ${IS_FRESH}))
    ),
    often AS (
      SELECT of.category, count(DISTINCT of.day) AS days FROM (
        SELECT p.category, bought.day FROM bought JOIN products p ON p.external_id = bought.product
        UNION ALL SELECT p.category, bought.day FROM bought JOIN products p ON p.name = bought.product
      ) of GROUP BY of.category HAVING count(DISTINCT of.day) >= ${OFTEN_DAYS}
    )
    SELECT json_agg(json_build_object('reference', reference, 'name', name, 'category', category, 'listedAt', listed_at,
      'days', days) ORDER BY listed_at DESC, id) AS products
    FROM (
      SELECT p.id, p.source || ':' || p.external_id AS reference, p.name, p.category, p.listed_at, often.days
      FROM often JOIN products p USING (category)
      WHERE ${IS_FRESH} AND NOT EXISTS (SELECT FROM bought WHERE bought.product IN (p.external_id, p.name))
      ORDER BY p.listed_at DESC, p.id LIMIT ${MOST}
    ) AS fresh HAVING count(*) > 0`,
  row: { products: json<ReadonlyArray<Omit<NewProduct, "listedAt"> & { readonly listedAt: string }>>() },
  otherwise: [],
  from: ({ products }) => products.map((one) => ({ ...one, listedAt: new Date(one.listedAt) })),
});
