import { NOT_APPLICABLE, type NotApplicable } from "../../costs/per-customer.ts";
import { CurrencyMismatchError, type Money, roundHalfAway } from "../../money.ts";

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

function subtract(a: Money, b: Money): Money {
  if (a.currency !== b.currency) {
    throw new CurrencyMismatchError(`Cannot take ${b.currency} from ${a.currency} without a rate.`);
  }
  return { minor: a.minor - b.minor, currency: a.currency };
}
