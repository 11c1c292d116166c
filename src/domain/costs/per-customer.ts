import { type Money, roundHalfAway } from "../money.ts";
/** A ratio that has no value, and why. */
export type NotApplicable = { readonly kind: "not-applicable"; readonly because: "nothing-to-divide-by" };

export const NOT_APPLICABLE: NotApplicable = { kind: "not-applicable", because: "nothing-to-divide-by" };

export type PerCustomer = { readonly kind: "amount"; readonly money: Money } | NotApplicable;

/**
 * An amount shared by a number of customers, rounded to the smallest unit, halves away from zero. Say which
 * customers: over retained ones it is the retention cost per customer, over all of them the average.
 */
export function perCustomer(total: Money, customers: number): PerCustomer {
  if (customers === 0) return NOT_APPLICABLE;
  return {
    kind: "amount",
    money: { ...total, minor: roundHalfAway(total.minor / customers) },
  };
}
