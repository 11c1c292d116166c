import { MS_PER_DAY } from "../clock.ts";
import { againProducts, type BoughtProduct, nextProducts } from "./next-products.ts";
import type { ProductFacts } from "./product-facts.ts";
import type { ProductPair } from "./product-pairs.ts";

/** Something to offer for the first time, by the name it goes by, and what speaks for it. */
export type SuggestedProduct = Pick<ProductPair, "both" | "later" | "productCustomers" | "otherCustomers"> & {
  readonly name: string;
  /** The product they have bought. */
  readonly afterName: string;
};

/** Something they buy regularly. */
export type RegularProduct = {
  readonly name: string;
  /** On how many days they bought it. */
  readonly days: number;
  /** Days between two of these, on average, at least one. */
  readonly usualGapDays: number;
  readonly daysSince: number;
  /** As long ago as it usually takes, or longer. */
  readonly isDue: boolean;
};

export type CustomerProducts = {
  readonly next: readonly SuggestedProduct[];
  readonly regular: readonly RegularProduct[];
  /** Why nothing is suggested: no order names a product, the pairs are still to be made, or too few bought the same. */
  readonly because: "no-products" | "not-yet" | "too-few" | null;
  readonly pairing: ProductFacts["pairing"];
};

/** From so many days on a product is bought regularly: two gaps are the fewest that can be alike. Chosen. */
const FEWEST_DAYS = 3;
const REGULAR_SHOWN = 5;

/** What to offer a customer next, likeliest first, and what they buy regularly, most often first. */
export function customerProducts(facts: ProductFacts, now: Date): CustomerProducts {
  const { bought, pairs, names, pairing } = facts;
  const nameOf = (product: string) => names[product] ?? product;
  const today = Math.floor(now.getTime() / MS_PER_DAY);
  const next = nextProducts(bought, pairs).map(({ product, because }) => {
    const { both, later, productCustomers, otherCustomers } = because;
    const customers = { both, later, productCustomers, otherCustomers };
    return { name: nameOf(product), afterName: nameOf(because.product), ...customers };
  });
  const regular = againProducts(bought)
    .filter(({ days }) => days >= FEWEST_DAYS)
    .slice(0, REGULAR_SHOWN)
    .map((product) => regularProduct(product, nameOf(product.product), today));
  return { next, regular, because: next.length > 0 ? null : whyNothing(facts), pairing };
}

function whyNothing({ bought, pairing }: ProductFacts): CustomerProducts["because"] {
  if (bought.length === 0) return "no-products";
  return pairing === null ? "not-yet" : "too-few";
}

function regularProduct(
  { days, firstDay, lastDay }: BoughtProduct,
  name: string,
  today: number,
): RegularProduct {
  const usualGapDays = Math.round((lastDay - firstDay) / (days - 1));
  const daysSince = today - lastDay;
  return { name, days, usualGapDays, daysSince, isDue: daysSince >= usualGapDays };
}
