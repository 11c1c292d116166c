import type { ProductPurchases } from "../../../../src/domain/products/purchase-table.ts";

export const TODAY = 20_000;

/** Purchases of customers numbered from 1, each the names of what they buy, all on one day unless told otherwise. */
export function shop(
  baskets: readonly (readonly string[])[],
  dayOf: (product: string, customer: number) => number = () => TODAY - 10,
): ProductPurchases[] {
  return baskets.flatMap((basket, place) =>
    basket.map((product) => {
      const day = dayOf(product, place + 1);
      return { customerId: place + 1, product, firstDay: day, lastDay: day };
    }),
  );
}

/** The same basket many times. */
export const times = (count: number, ...basket: string[]) => Array.from({ length: count }, () => basket);
