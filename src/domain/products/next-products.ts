import type { ProductPair } from "./product-pairs.ts";
import { inOrder } from "./purchase-table.ts";

/** What one customer bought of one product; days are whole days since 1970 (UTC). */
export type BoughtProduct = {
  readonly product: string;
  readonly firstDay: number;
  readonly lastDay: number;
  /** On how many days. */
  readonly days: number;
  /** How many customers buy it, as the pairs were reckoned; 0: it has none. */
  readonly customers: number;
};

/** Something the customer has not bought yet. */
export type NextProduct = {
  readonly product: string;
  /** Of all pairs that speak for it, the strongest. */
  readonly because: ProductPair;
};

/** So many of the products a customer bought last are looked at. Chosen: on spring windows all of
 * them came out alike, and 50 a point lower. */
export const PRODUCTS_LOOKED_AT = 100;
/** As many as somebody can name in one call; the measure, hits among five, is of the same. */
export const PRODUCTS_SUGGESTED = 5;

/**
 * What customers who bought the same buy besides, and this one has not bought: likeliest first. Empty where too little
 * is known.
 * @param pairs of the products bought
 */
export function nextProducts(
  bought: readonly Pick<BoughtProduct, "product">[],
  pairs: readonly ProductPair[],
): NextProduct[] {
  const owned = new Set(bought.map(({ product }) => product));
  return [...spokenFor(pairs)]
    .filter(([product]) => !owned.has(product))
    .sort(([a, { strength: strengthOfA }], [b, { strength }]) => strength - strengthOfA || inOrder(a, b))
    .slice(0, PRODUCTS_SUGGESTED)
    .map(([product, { because }]) => ({ product, because }));
}

/**
 * The products bought on most days, likeliest to be bought again first; of as many days the one that more customers buy.
 * On spring windows that hit more often than the one bought last, or the one the others speak for.
 */
export function againProducts(bought: readonly BoughtProduct[]): BoughtProduct[] {
  return bought.toSorted(
    (a, b) =>
      b.days - a.days || b.customers - a.customers || b.lastDay - a.lastDay || inOrder(a.product, b.product),
  );
}

type Spoken = { readonly strength: number; readonly because: ProductPair };

/** What the pairs speak for: with the sum of their weights, and the strongest of them. */
function spokenFor(pairs: readonly ProductPair[]): Map<string, Spoken> {
  const spoken = new Map<string, Spoken>();
  for (const pair of pairs) {
    const before = spoken.get(pair.other);
    const because = before === undefined || isStronger(pair, before.because) ? pair : before.because;
    spoken.set(pair.other, { strength: (before?.strength ?? 0) + pair.weight, because });
  }
  return spoken;
}

const isStronger = (a: ProductPair, b: ProductPair) =>
  a.weight > b.weight || (a.weight === b.weight && inOrder(a.product, b.product) < 0);
