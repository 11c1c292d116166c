import { type Phrase, phrase } from "../phrase.ts";
import type { CustomerProducts, RegularProduct, SuggestedProduct } from "./customer-products.ts";
import { FEWEST_CUSTOMERS } from "./product-pairs.ts";

/**
 * Why a product is suggested: with or after what it is bought, by how many, and by how many of all.
 * @param buyers all customers who bought something
 */
export function suggestedPhrase(
  { name, afterName, both, later, productCustomers, otherCustomers }: SuggestedProduct,
  buyers: number,
): Phrase {
  const counts = { both, later, customers: productCustomers, others: otherCustomers, buyers };
  return phrase("products.next.one", { product: name, after: afterName, ...counts });
}

export function regularPhrase({ name, days, usualGapDays, daysSince, isDue }: RegularProduct): Phrase {
  const due = isDue ? "yes" : "no";
  return phrase("products.regular.one", { product: name, days, gap: usualGapDays, ago: daysSince, due });
}

export const nothingPhrase = (because: NonNullable<CustomerProducts["because"]>): Phrase =>
  phrase(`products.none.${because}`, { fewest: FEWEST_CUSTOMERS });
