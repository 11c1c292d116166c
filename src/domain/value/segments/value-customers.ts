import {
  type ClvParameters,
  type ClvScore,
  type MarginClv,
  marginClv,
  type RevenueExpectation,
} from "../metrics/margin-clv.ts";
import type { CustomerFacts, FactScore } from "./customer-facts.ts";
import { contractMonthly, customerWorth, inReport, type WorthValuation } from "./customer-worth.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** What turns facts into value: the currency of the report, the rates of one day, and what CLV assumes. */
export type Valuation = Omit<WorthValuation, "marginPercentIfUnknown"> & {
  readonly clv: ClvParameters;
  /** Costs of the period by customer, in the report's currency; null where no ledger was read. */
  readonly costs: ReadonlyMap<number, number> | null;
};

/**
 * One customer in the currency of the report.
 * @throws MissingRateError where an amount is in another currency and no rate is stated
 */
export function valueCustomer(facts: CustomerFacts, valuation: Valuation): ValuedCustomer {
  const { marginPercentIfUnknown } = valuation.clv;
  const worth = customerWorth(facts, { ...valuation, marginPercentIfUnknown });
  return {
    customerId: facts.customerId,
    externalId: facts.externalId,
    name: facts.name,
    ownerEmail: facts.ownerEmail,
    segment: facts.segment,
    country: facts.country,
    hasContract: facts.hasContract,
    ...worth,
    marginPercent: facts.marginPercent,
    marginClv: clvOf(facts, worth.revenue12mMinor, valuation),
    cost12mMinor: valuation.costs === null ? null : (valuation.costs.get(facts.customerId) ?? 0),
    probability: facts.score?.probability ?? null,
    probabilityQuarterAgo: facts.probabilityQuarterAgo,
    purchases: facts.purchases,
    usage: facts.usage,
  };
}

function clvOf(facts: CustomerFacts, revenue12mMinor: number, valuation: Valuation): MarginClv {
  const { score, marginPercent } = facts;
  const expectation = expectationOf(facts, revenue12mMinor, valuation);
  return marginClv({ score: score && clvScore(score), marginPercent, expectation }, valuation.clv);
}

function clvScore({ probability, probabilityLow, probabilityHigh, horizonDays }: FactScore): ClvScore {
  return {
    probability,
    probabilityLow: probabilityLow ?? probability,
    probabilityHigh: probabilityHigh ?? probability,
    horizonDays,
  };
}

/** A contract's monthly revenue; else the purchases a model expects; else the last twelve months again. */
function expectationOf(
  facts: CustomerFacts,
  revenue12mMinor: number,
  valuation: Valuation,
): RevenueExpectation | null {
  const { score } = facts;
  const { currency } = valuation;
  const monthly = contractMonthly(facts, valuation);
  if (monthly !== null) return { kind: "contract", monthly };
  const purchases12m = score?.expectedPurchases12m ?? null;
  const purchaseMinor = score?.expectedPurchaseMinor ?? null;
  const purchaseCurrency = facts.currency ?? facts.amounts12m[0]?.currency ?? null;
  if (purchases12m !== null && purchaseMinor !== null && purchaseCurrency !== null) {
    const minor = inReport({ minor: purchaseMinor, currency: purchaseCurrency }, valuation);
    return { kind: "purchases", purchases12m, purchase: { minor, currency } };
  }
  if (revenue12mMinor <= 0) return null;
  return { kind: "last-12-months", revenue: { minor: revenue12mMinor, currency } };
}
