import { CurrencyMismatchError, type Money } from "../../money.ts";

/** A ratio that has no value, and why. */
export type NotApplicable = { readonly kind: "not-applicable"; readonly because: "nothing-to-divide-by" };
const NOT_APPLICABLE: NotApplicable = { kind: "not-applicable", because: "nothing-to-divide-by" };

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

/**
 * Lifetime revenue = average purchase × purchases per year × years. Undiscounted and before any cost: it is often
 * printed as "CLV", but is revenue, not profit.
 */
export function lifetimeRevenue(averagePurchase: Money, purchasesPerYear: number, years: number): Money {
  return { ...averagePurchase, minor: roundHalfAway(averagePurchase.minor * purchasesPerYear * years) };
}

/**
 * Customer profitability = revenue − acquisition cost − retention cost, all over the same time.
 * @throws CurrencyMismatchError
 */
export function profitability(revenue: Money, acquisitionCost: Money, retentionCost: Money): Money {
  return subtract(subtract(revenue, acquisitionCost), retentionCost);
}

/**
 * Return on investment = (gain − cost) ÷ cost, as a ratio: 0.5 is 50 %.
 * @throws CurrencyMismatchError
 */
export function returnOnInvestment(
  gain: Money,
  cost: Money,
): { readonly kind: "ratio"; readonly ratio: number } | NotApplicable {
  if (cost.minor === 0) return NOT_APPLICABLE;
  return { kind: "ratio", ratio: subtract(gain, cost).minor / cost.minor };
}

/** Sums per currency; currencies never mix. In the order of their codes. */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums]
    .map(([currency, minor]) => ({ minor, currency }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function subtract(a: Money, b: Money): Money {
  if (a.currency !== b.currency) {
    throw new CurrencyMismatchError(`Cannot take ${b.currency} from ${a.currency} without a rate.`);
  }
  return { minor: a.minor - b.minor, currency: a.currency };
}

function roundHalfAway(value: number): number {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return rounded === 0 ? 0 : rounded;
}
