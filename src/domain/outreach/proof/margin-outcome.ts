import { addDays, type Day } from "../../calendar.ts";
import { type Convert, convertedRevenue } from "../../figures/converted-revenue.ts";
import type { CustomerHistory } from "../../figures/customer-history.ts";
import { marginOfRevenue } from "../../value/metrics/return-on-cost-to-serve.ts";

/** What came of one customer of a comparison, minor units of one currency. */
export type MarginOutcome = {
  /** Of the days after they were dealt. */
  readonly marginMinor: number;
  /** Of the days before: what was to be expected of them. */
  readonly beforeMinor: number;
};

/** The days that tell what was to be expected: long enough for a buyer of every month or two. Chosen by the product. */
export const BEFORE_DAYS = 90;

/** The days of an outcome, first and last included: the day of the deal, whose nudge goes out in the morning, is the first. */
export const outcomeDays = (dealtOn: Day, withinDays: number) => ({
  fromDay: dealtOn,
  toDay: addDays(dealtOn, withinDays - 1),
});

/** The days before them. */
export const daysBeforeOutcome = (dealtOn: Day) => ({
  fromDay: addDays(dealtOn, -BEFORE_DAYS),
  toDay: addDays(dealtOn, -1),
});

/**
 * Margin as every report of these days has it: net revenue (orders less refunds, contracts by the day) × the customer's margin.
 * @param history from the first day of `daysBeforeOutcome` on
 * @param marginPercent of the customer's file, or of the settings
 * @throws MissingRateError where an amount is in a currency without a stated rate
 */
export function marginOutcome(
  history: CustomerHistory,
  dealtOn: Day,
  { withinDays, convert, marginPercent }: MarginTerms,
): MarginOutcome {
  const marginIn = (days: { readonly fromDay: Day; readonly toDay: Day }) => {
    const revenueMinor = convertedRevenue(history, days, convert).netMinor;
    return marginOfRevenue({ revenueMinor, marginPercent }) ?? 0;
  };
  return {
    marginMinor: marginIn(outcomeDays(dealtOn, withinDays)),
    beforeMinor: marginIn(daysBeforeOutcome(dealtOn)),
  };
}

type MarginTerms = {
  readonly withinDays: number;
  readonly convert: Convert;
  readonly marginPercent: number;
};
