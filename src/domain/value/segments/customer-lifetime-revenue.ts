import { lifetimeRevenue } from "../metrics/value.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/**
 * One customer's lifetime revenue = average purchase × purchases a year × years, at the pace of the last twelve months;
 * a contract's year is its last twelve months of monthly revenue. Revenue, not profit: without discount, risk or cost.
 * @returns minor units; null where nothing was bought and no contract brought anything
 */
export function customerLifetimeRevenueMinor(customer: ValuedCustomer, years: number): number | null {
  const { purchases, ordered12mMinor, revenue12mMinor, hasContract } = customer;
  const minor = (average: number, perYear: number) =>
    lifetimeRevenue({ minor: average, currency: "XXX" }, perYear, years).minor;
  const days = purchases?.purchaseDays12m ?? 0;
  if (hasContract && revenue12mMinor > 0) return minor(revenue12mMinor, 1);
  return days === 0 ? null : minor(ordered12mMinor / days, days);
}
