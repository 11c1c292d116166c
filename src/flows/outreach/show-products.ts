import type { Clock } from "../../domain/clock.ts";
import type { Customer } from "../../domain/customer.ts";
import { type CustomerProducts, customerProducts } from "../../domain/products/customer-products.ts";
import type { FactStore } from "../../store/facts/facts.ts";

export type ShowProductsDeps = { readonly facts: FactStore; readonly clock: Clock };

export type ShownProducts =
  | {
      readonly kind: "products";
      readonly customer: Customer;
      readonly products: CustomerProducts;
      readonly readAt: Date;
    }
  | { readonly kind: "gone" };

/** What to offer one customer next and what they buy regularly; no amounts. */
export async function showProducts(
  deps: ShowProductsDeps,
  { customerId }: { readonly customerId: number },
): Promise<ShownProducts> {
  const readAt = deps.clock();
  const facts = (await deps.facts.read(["products"], [customerId], readAt)).get(customerId);
  if (facts === undefined) return { kind: "gone" };
  const { customer, products } = facts;
  return { kind: "products", customer, products: customerProducts(products, readAt), readAt };
}
