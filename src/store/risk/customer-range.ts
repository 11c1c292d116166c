/** Customers by id, both ends included. */
export type CustomerRange = { readonly fromCustomerId: number; readonly toCustomerId: number };

/** As the parameters of `CUSTOMER_RANGE`. */
export function rangeValues({ fromCustomerId, toCustomerId }: CustomerRange) {
  return { firstCustomerId: fromCustomerId, lastCustomerId: toCustomerId };
}
