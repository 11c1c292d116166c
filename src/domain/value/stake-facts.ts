import type { Day } from "../calendar.ts";
import { convertMoney, type ExchangeRate, MissingRateError } from "../exchange-rates.ts";
import type { Money } from "../money.ts";
import { marginIfStaying } from "./metrics/margin-if-staying.ts";
import type { CustomerFacts } from "./segments/customer-facts.ts";
import { type Stake, stakeOf } from "./stake.ts";

/** The few facts a stake takes, so that it can be read of everybody at high risk at once. */
export type StakeFacts = Pick<
  CustomerFacts,
  "customerId" | "hasContract" | "monthlyRevenue" | "marginPercent" | "amounts12m"
> & { readonly probability: number | null };

export type StakeValuation = {
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
  readonly rateDay: Day;
  readonly marginPercentIfUnknown: number | null;
};

/** What `valueCustomer` and `stakeOf` come to. One customer without a rate does not keep the others from being ranked. */
export function stakeFrom(facts: StakeFacts, valuation: StakeValuation): Stake {
  try {
    return stakeOf(facts.probability, yearsMargin(facts, valuation));
  } catch (error) {
    if (error instanceof MissingRateError) return { kind: "unknown", because: "no-rate" };
    throw error;
  }
}

function yearsMargin(
  facts: StakeFacts,
  { currency, rates, rateDay, marginPercentIfUnknown }: StakeValuation,
) {
  const inReport = (money: Money) => convertMoney(money, currency, rateDay, rates).money;
  const { hasContract, monthlyRevenue, amounts12m } = facts;
  const minor = amounts12m.reduce((sum, { orderedMinor, refundedMinor, currency }) => {
    const [ordered, refunded] = [orderedMinor, refundedMinor].map(
      (minor) => inReport({ minor, currency }).minor,
    );
    return sum + (ordered ?? 0) - (refunded ?? 0);
  }, 0);
  return marginIfStaying({
    contractMonthly: hasContract && monthlyRevenue !== null ? inReport(monthlyRevenue) : null,
    revenue12m: { minor, currency },
    marginPercent: facts.marginPercent ?? marginPercentIfUnknown,
  });
}
