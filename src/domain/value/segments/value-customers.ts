import type { Day } from "../../calendar.ts";
import {
  type ClvInput,
  type ClvParameters,
  type ClvScore,
  type MarginClv,
  marginClv,
  monthlyRevenueMinor,
  monthsOf,
  type RevenueExpectation,
} from "../metrics/margin-clv.ts";
import { type ContractAhead, knownEnd, untilEnd } from "./contract-ahead.ts";
import type { CustomerFacts, FactScore } from "./customer-facts.ts";
import { aheadOf, convertIn, customerWorth, type WorthValuation } from "./customer-worth.ts";
import type { ValuedCustomer } from "./valued-customer.ts";

/** What turns facts into value: the currency of the report, the rates of one day, and what CLV assumes. */
export type Valuation = Omit<WorthValuation, "marginPercentIfUnknown"> & {
  readonly clv: ClvParameters;
};

/**
 * One customer in the currency of the report; their costs are told by `withCosts`.
 * @throws MissingRateError where an amount is in another currency and no rate is stated
 */
export function valueCustomer(facts: CustomerFacts, valuation: Valuation): ValuedCustomer {
  const { clv, period } = valuation;
  const { customerId, externalId, name, file } = facts.history;
  const ahead = aheadOf(facts, valuation, monthsOf(clv.years));
  const worth = customerWorth(
    facts,
    { ...valuation, marginPercentIfUnknown: clv.marginPercentIfUnknown },
    ahead,
  );
  const endsOn = knownEnd(facts.history, facts.contractsAhead, period.toDay);
  return {
    customerId,
    externalId,
    name,
    ownerEmail: file.ownerEmail,
    segment: file.segment,
    country: file.country,
    ...worth,
    endsOn,
    marginPercent: file.marginPercent,
    marginClv: clvOf(facts, worth.revenue12mMinor, valuation, { ahead, endsOn }),
    cost12mMinor: null,
    probability: facts.score?.probability ?? null,
    probabilityQuarterAgo: facts.probabilityQuarterAgo,
    purchases: facts.purchases,
    usage: facts.usage,
  };
}

/** @param costs of the same twelve months by customer, in the report's currency */
export const withCosts = (
  customers: readonly ValuedCustomer[],
  costs: ReadonlyMap<number, number>,
): ValuedCustomer[] =>
  customers.map((customer) => ({ ...customer, cost12mMinor: costs.get(customer.customerId) ?? 0 }));

/** What is known of the time ahead. */
type Ahead = { readonly ahead: ContractAhead | null; readonly endsOn: Day | null };

const clvOf = (
  facts: CustomerFacts,
  revenue12mMinor: number,
  valuation: Valuation,
  known: Ahead,
): MarginClv => marginClv(clvInputOf(facts, revenue12mMinor, valuation, known), valuation.clv);

/** What one customer's margin CLV is worked out from. @throws MissingRateError */
export function clvInput(facts: CustomerFacts, valuation: Valuation): ClvInput {
  const ahead = aheadOf(facts, valuation, monthsOf(valuation.clv.years));
  const { marginPercentIfUnknown } = valuation.clv;
  const { revenue12mMinor } = customerWorth(facts, { ...valuation, marginPercentIfUnknown }, ahead);
  const endsOn = knownEnd(facts.history, facts.contractsAhead, valuation.period.toDay);
  return clvInputOf(facts, revenue12mMinor, valuation, { ahead, endsOn });
}

function clvInputOf(
  facts: CustomerFacts,
  revenue12mMinor: number,
  valuation: Valuation,
  known: Ahead,
): ClvInput {
  const { score, history } = facts;
  const expectation = expectationOf(facts, revenue12mMinor, valuation, known.ahead);
  const byMonth = expectation && byMonthOf(expectation, known, valuation);
  const { marginPercent } = history.file;
  return { score: score && clvScore(score), marginPercent, expectation, byMonth };
}

function clvScore({ probability, probabilityLow, probabilityHigh, horizonDays }: FactScore): ClvScore {
  return {
    probability,
    probabilityLow: probabilityLow ?? probability,
    probabilityHigh: probabilityHigh ?? probability,
    horizonDays,
  };
}

/** What contracts bring a month; else the purchases a model expects; else the last twelve months again. */
function expectationOf(
  facts: CustomerFacts,
  revenue12mMinor: number,
  valuation: Valuation,
  ahead: ContractAhead | null,
): RevenueExpectation | null {
  const { score } = facts;
  const { currency } = valuation;
  if (ahead !== null) return { kind: "contract", monthly: { minor: ahead.monthlyMinor, currency } };
  const purchases12m = score?.expectedPurchases12m ?? null;
  const purchaseMinor = score?.expectedPurchaseMinor ?? null;
  const purchaseCurrency = facts.currency ?? facts.history.amounts[0]?.currency ?? null;
  if (purchases12m !== null && purchaseMinor !== null && purchaseCurrency !== null) {
    const minor = convertIn(valuation)({ minor: purchaseMinor, currency: purchaseCurrency });
    return { kind: "purchases", purchases12m, purchase: { minor, currency } };
  }
  if (revenue12mMinor <= 0) return null;
  return { kind: "last-12-months", revenue: { minor: revenue12mMinor, currency } };
}

/** Null: the same every month. */
function byMonthOf(
  expectation: RevenueExpectation,
  { ahead, endsOn }: Ahead,
  { clv, period }: Valuation,
): NonNullable<ClvInput["byMonth"]> | null {
  if (expectation.kind === "contract") return ahead?.byMonth ?? null;
  if (endsOn === null) return null;
  return untilEnd(monthlyRevenueMinor(expectation), period.toDay, endsOn, monthsOf(clv.years));
}
