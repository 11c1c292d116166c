import type { BoughtProduct } from "./next-products.ts";
import type { ProductPair } from "./product-pairs.ts";

/** What is known of the products of one customer. */
export type ProductFacts = {
  /** Those bought last; at most `PRODUCTS_LOOKED_AT`. */
  readonly bought: readonly BoughtProduct[];
  /** Of these products, with the others that most speaks for and that are neither bought nor sold no more. */
  readonly pairs: readonly ProductPair[];
  /** What products are called where orders name them by number and the number has one name. */
  readonly names: Readonly<Record<string, string>>;
  /** Of how many customers the pairs were made, and as of when; null: they were not made yet. */
  readonly pairing: { readonly customers: number; readonly asOf: Date } | null;
};

export const NO_PRODUCTS: ProductFacts = { bought: [], pairs: [], names: {}, pairing: null };
