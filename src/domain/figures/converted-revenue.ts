import type { Day } from "../calendar.ts";
import { convertMoney, type ExchangeRate } from "../exchange-rates.ts";
import type { Money } from "../money.ts";
import type { CustomerHistory } from "./customer-history.ts";
import { customerRevenue } from "./customer-revenue.ts";

/** Minor units of the report's currency. @throws MissingRateError */
export type Convert = (money: Money) => number;

/** Amounts as one report has them: in its currency, at the rates of one day, the last one of its period. */
export function converterTo(currency: string, rateDay: Day, rates: readonly ExchangeRate[]): Convert {
  return (money) => (money.minor === 0 ? 0 : convertMoney(money, currency, rateDay, rates).money.minor);
}

/** One customer's revenue of some days in the report's currency; minor units. */
export type ConvertedRevenue = {
  /** Contracts, orders, refunds and adjustments, converted once for each currency. */
  readonly netMinor: number;
  /** Already in it: what is about closed days. */
  readonly adjustmentsMinor: number;
  /** Not in it: orders on days of a priced contract. */
  readonly ordersNotCountedMinor: number;
};

/**
 * Every report's revenue of one customer; a report's total is the sum over its customers, so that rows add up and two
 * reports of the same days agree to the last unit.
 * @throws MissingRateError where an amount is in a currency without a stated rate
 */
export function convertedRevenue(
  history: CustomerHistory,
  days: { readonly fromDay: Day; readonly toDay: Day },
  convert: Convert,
): ConvertedRevenue {
  const revenue = customerRevenue(history, days);
  const total = (key: keyof ConvertedRevenue) =>
    revenue.reduce((sum, { currency, ...amounts }) => sum + convert({ minor: amounts[key], currency }), 0);
  return {
    netMinor: total("netMinor"),
    adjustmentsMinor: total("adjustmentsMinor"),
    ordersNotCountedMinor: total("ordersNotCountedMinor"),
  };
}
