import type { Day } from "../../calendar.ts";
import { convertMoney, type ExchangeRate } from "../../exchange-rates.ts";
import type { Money } from "../../money.ts";
import { contractRevenueMinor } from "../metrics/contract-revenue.ts";
import { type MarginIfStaying, marginIfStaying } from "../metrics/margin-if-staying.ts";
import type { Period } from "../metrics/metric.ts";
import type { CustomerFacts } from "./customer-facts.ts";

/** What tells a customer's worth, without anything about risk. */
export type WorthFacts = Pick<
  CustomerFacts,
  | "customerId"
  | "name"
  | "hasContract"
  | "monthlyRevenue"
  | "startedOn"
  | "endedOn"
  | "marginPercent"
  | "amounts12m"
>;

/** What turns facts into worth: the currency of the report and the rates of one day. */
export type WorthValuation = {
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
  /** The day whose rates are used for every amount: the last one of the period. */
  readonly rateDay: Day;
  /** The last twelve months. */
  readonly period: Period;
  /** For customers whose file names no margin; null: theirs is not known. */
  readonly marginPercentIfUnknown: number | null;
};

/** Minor units of the report's currency. */
export type CustomerWorth = {
  readonly ordered12mMinor: number;
  readonly refunded12mMinor: number;
  /** A contract's monthly revenue by the days it ran, else orders minus refunds. */
  readonly revenue12mMinor: number;
  /** Of the next twelve months, with no risk in it. */
  readonly marginIfStaying: MarginIfStaying;
};

/** @throws MissingRateError where an amount is in another currency and no rate is stated */
export function customerWorth(facts: WorthFacts, valuation: WorthValuation): CustomerWorth {
  const total = (key: "orderedMinor" | "refundedMinor") =>
    facts.amounts12m.reduce(
      (sum, amount) => sum + inReport({ minor: amount[key], currency: amount.currency }, valuation),
      0,
    );
  const ordered = total("orderedMinor");
  const refunded = total("refundedMinor");
  const revenue =
    facts.monthlyRevenue === null
      ? ordered - refunded
      : contractRevenueMinor(inReport(facts.monthlyRevenue, valuation), facts, valuation.period);
  return {
    ordered12mMinor: ordered,
    refunded12mMinor: refunded,
    revenue12mMinor: revenue,
    marginIfStaying: marginIfStaying({
      contractMonthly: contractMonthly(facts, valuation),
      revenue12m: { minor: revenue, currency: valuation.currency },
      marginPercent: facts.marginPercent ?? valuation.marginPercentIfUnknown,
    }),
  };
}

/** Null: no contract runs, or its monthly revenue is not on file. */
export function contractMonthly(
  { hasContract, monthlyRevenue }: Pick<WorthFacts, "hasContract" | "monthlyRevenue">,
  valuation: Pick<WorthValuation, "currency" | "rates" | "rateDay">,
): Money | null {
  if (!hasContract || monthlyRevenue === null) return null;
  return { minor: inReport(monthlyRevenue, valuation), currency: valuation.currency };
}

/** In minor units of the report's currency; nothing needs no rate. */
export function inReport(
  money: Money,
  { currency, rateDay, rates }: Pick<WorthValuation, "currency" | "rates" | "rateDay">,
): number {
  return money.minor === 0 ? 0 : convertMoney(money, currency, rateDay, rates).money.minor;
}

/**
 * What a customer brings in a year: twelve months of a contract, else orders minus refunds of the last twelve months.
 * @throws MissingRateError
 */
export function yearsRevenue(facts: WorthFacts, valuation: WorthValuation): Money {
  const monthly = contractMonthly(facts, valuation);
  const { currency } = valuation;
  return {
    minor: monthly === null ? customerWorth(facts, valuation).revenue12mMinor : 12 * monthly.minor,
    currency,
  };
}
