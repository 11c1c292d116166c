import type { Money } from "../../money.ts";

/** What a customer's staying is worth for a year, or why that is not known. */
export type MarginIfStaying =
  | { readonly kind: "figure"; readonly money: Money }
  /** `no-revenue`: neither a contract's monthly revenue nor more orders than refunds in the last twelve months. */
  | { readonly kind: "not-applicable"; readonly because: "no-margin" | "no-revenue" };

export type StayingInput = {
  /** Of a running contract; null: none runs, or the file does not say what it brings. */
  readonly contractMonthly: Money | null;
  /** Orders minus refunds of the last twelve months. */
  readonly revenue12m: Money;
  /** Null: not on file, and none assumed for all. */
  readonly marginPercent: number | null;
};

const MONTHS_PER_YEAR = 12;

/**
 * The margin of twelve months in which the customer goes on as now = margin % × 12 × a contract's monthly revenue, or,
 * without one, margin % × the revenue of the last twelve months again. In minor units, not rounded.
 *
 * No risk is in it, unlike in margin CLV: neither S(t) nor what BG/NBD expects, which allows for dropping out. That
 * buyers who stay buy as they did is a plain rule, about as good for one customer as BG/NBD or Pareto/NBD (Wübben & von
 * Wangenheim, "Instant Customer Base Analysis", Journal of Marketing 72(3), 2008). Who has bought for less than a year
 * is valued by the less.
 */
export function marginIfStaying({
  contractMonthly,
  revenue12m,
  marginPercent,
}: StayingInput): MarginIfStaying {
  if (contractMonthly === null && revenue12m.minor <= 0)
    return { kind: "not-applicable", because: "no-revenue" };
  if (marginPercent === null) return { kind: "not-applicable", because: "no-margin" };
  const { currency } = contractMonthly ?? revenue12m;
  const revenue = contractMonthly === null ? revenue12m.minor : MONTHS_PER_YEAR * contractMonthly.minor;
  return { kind: "figure", money: { minor: (revenue * marginPercent) / 100, currency } };
}
