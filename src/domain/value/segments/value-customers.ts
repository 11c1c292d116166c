import type { Day } from "../../calendar.ts";
import { convertMoney, type ExchangeRate } from "../../exchange-rates.ts";
import type { Money } from "../../money.ts";
import { contractRevenueMinor } from "../metrics/contract-revenue.ts";
import {
  type ClvParameters,
  type ClvScore,
  type MarginClv,
  marginClv,
  type RevenueExpectation,
} from "../metrics/margin-clv.ts";
import { marginIfStaying } from "../metrics/margin-if-staying.ts";
import type { Period } from "../metrics/metric.ts";
import type { CustomerFacts, FactScore } from "./customer-facts.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** What turns facts into value: the currency of the report, the rates of one day, and what CLV assumes. */
export type Valuation = {
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
  /** The day whose rates are used for every amount: the last one of the period. */
  readonly rateDay: Day;
  /** The last twelve months. */
  readonly period: Period;
  readonly clv: ClvParameters;
  /** Costs of the period by customer, in the report's currency; null where no ledger was read. */
  readonly costs: ReadonlyMap<number, number> | null;
};

/**
 * One customer in the currency of the report.
 * @throws MissingRateError where an amount is in another currency and no rate is stated
 */
export function valueCustomer(facts: CustomerFacts, valuation: Valuation): ValuedCustomer {
  const inReport = (money: Money) =>
    convertMoney(money, valuation.currency, valuation.rateDay, valuation.rates).money.minor;
  const total = (key: "orderedMinor" | "refundedMinor") =>
    facts.amounts12m.reduce(
      (sum, amount) => sum + inReport({ minor: amount[key], currency: amount.currency }),
      0,
    );
  const ordered = total("orderedMinor");
  const refunded = total("refundedMinor");
  const revenue =
    facts.monthlyRevenue === null
      ? ordered - refunded
      : contractRevenueMinor(inReport(facts.monthlyRevenue), facts, valuation.period);
  return {
    customerId: facts.customerId,
    externalId: facts.externalId,
    name: facts.name,
    ownerEmail: facts.ownerEmail,
    segment: facts.segment,
    country: facts.country,
    hasContract: facts.hasContract,
    revenue12mMinor: revenue,
    ordered12mMinor: ordered,
    refunded12mMinor: refunded,
    marginPercent: facts.marginPercent,
    marginClv: clvOf(facts, revenue, valuation, inReport),
    marginIfStaying: marginIfStaying({
      contractMonthly: contractMonthly(facts, valuation.currency, inReport),
      revenue12m: { minor: revenue, currency: valuation.currency },
      marginPercent: facts.marginPercent ?? valuation.clv.marginPercentIfUnknown,
    }),
    cost12mMinor: valuation.costs === null ? null : (valuation.costs.get(facts.customerId) ?? 0),
    probability: facts.score?.probability ?? null,
    probabilityQuarterAgo: facts.probabilityQuarterAgo,
    purchases: facts.purchases,
    usage: facts.usage,
  };
}

function clvOf(
  facts: CustomerFacts,
  revenue12mMinor: number,
  { currency, clv }: Valuation,
  inReport: (money: Money) => number,
): MarginClv {
  const { score, marginPercent } = facts;
  const expectation = expectationOf(facts, { minor: revenue12mMinor, currency }, inReport);
  return marginClv({ score: score && clvScore(score), marginPercent, expectation }, clv);
}

function clvScore({ probability, probabilityLow, probabilityHigh, horizonDays }: FactScore): ClvScore {
  return {
    probability,
    probabilityLow: probabilityLow ?? probability,
    probabilityHigh: probabilityHigh ?? probability,
    horizonDays,
  };
}

/** Null: no contract runs, or its monthly revenue is not on file. */
function contractMonthly(
  { hasContract, monthlyRevenue }: CustomerFacts,
  currency: string,
  inReport: (money: Money) => number,
): Money | null {
  if (!hasContract || monthlyRevenue === null) return null;
  return { minor: inReport(monthlyRevenue), currency };
}

/** A contract's monthly revenue; else the purchases a model expects; else the last twelve months again. */
function expectationOf(
  facts: CustomerFacts,
  revenue12m: Money,
  inReport: (money: Money) => number,
): RevenueExpectation | null {
  const { score, currency } = facts;
  const monthly = contractMonthly(facts, revenue12m.currency, inReport);
  if (monthly !== null) return { kind: "contract", monthly };
  const purchases12m = score?.expectedPurchases12m ?? null;
  const purchaseMinor = score?.expectedPurchaseMinor ?? null;
  const purchaseCurrency = currency ?? facts.amounts12m[0]?.currency ?? null;
  if (purchases12m !== null && purchaseMinor !== null && purchaseCurrency !== null) {
    const minor = inReport({ minor: purchaseMinor, currency: purchaseCurrency });
    return { kind: "purchases", purchases12m, purchase: { minor, currency: revenue12m.currency } };
  }
  return revenue12m.minor > 0 ? { kind: "last-12-months", revenue: revenue12m } : null;
}
