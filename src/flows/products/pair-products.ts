import { MS_PER_DAY } from "../../domain/clock.ts";
import { type ProductPair, productPairs } from "../../domain/products/product-pairs.ts";
import { type PurchaseTable, startPurchaseTable } from "../../domain/products/purchase-table.ts";
import type { ProductPairStore } from "../../store/products/product-pairs.ts";
import { yielding } from "../risk/training/yielding.ts";

export type PairProductsDeps = { readonly productPairs: ProductPairStore };

/** How many customers bought something, products that enough of them bought, and pairs kept of these. */
export type PairedProducts = {
  readonly customers: number;
  readonly products: number;
  readonly pairs: number;
};

/** Some 6,000 pairs, 50 ms on the embedded database, where everybody waits for their turn. */
const PRODUCTS_PER_WRITE = 200;

/**
 * Reckons which products are bought by the same customers, from all purchases before a moment, for cards to read. A rerun
 * ends the same and writes nothing.
 */
export async function pairProducts(
  deps: PairProductsDeps,
  { asOf }: { readonly asOf: Date },
): Promise<PairedProducts> {
  const building = startPurchaseTable();
  await deps.productPairs.purchases(asOf, building.add);
  const table = building.finish();
  const today = Math.floor(asOf.getTime() / MS_PER_DAY);
  const products: string[] = [];
  let pairs = 0;
  for await (const some of inBatches(table, today)) {
    const paired = some.flatMap(([first]) => (first === undefined ? [] : [first.product]));
    await deps.productPairs.replace(paired, some.flat());
    products.push(...paired);
    pairs += some.reduce((sum, { length }) => sum + length, 0);
  }
  await deps.productPairs.finish(products, { asOf, customers: table.customers });
  return { customers: table.customers, products: products.length, pairs };
}

async function* inBatches(table: PurchaseTable, today: number): AsyncGenerator<ProductPair[][]> {
  const all = productPairs(table, today);
  for (;;) {
    const some = await yielding(next(all));
    if (some.length > 0) yield some;
    if (some.length < PRODUCTS_PER_WRITE) return;
  }
}

function* next(all: Generator<ProductPair[]>): Generator<void, ProductPair[][]> {
  const some: ProductPair[][] = [];
  while (some.length < PRODUCTS_PER_WRITE) {
    const { done, value } = all.next();
    if (done === true) break;
    some.push(value);
    yield;
  }
  return some;
}
