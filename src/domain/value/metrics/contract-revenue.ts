import { type Day, firstDayOfMonth, lastDayOfMonth, monthOf } from "../../calendar.ts";
import { shareOfDays } from "../../figures/share-of-days.ts";
import type { Period } from "./metric.ts";

/** A contract's first and last day, both included. */
export type ContractDays = { readonly startedOn: Day | null; readonly endedOn: Day | null };

/**
 * A contract's revenue in a period: its monthly revenue for each month it ran, part of a month by its days as
 * `shareOfDays` divides it, so that the parts of any division of time add up.
 */
export function contractRevenueMinor(
  monthlyMinor: number,
  { startedOn, endedOn }: ContractDays,
  { fromDay, toDay }: Period,
): number {
  if (startedOn === null) return 0;
  const start = startedOn > fromDay ? startedOn : fromDay;
  const end = endedOn !== null && endedOn < toDay ? endedOn : toDay;
  if (start > end) return 0;
  const inMonthOf = (day: Day, from: Day, to: Day) => {
    const month = monthOf(day);
    const whole = {
      amountMinor: monthlyMinor,
      fromDay: firstDayOfMonth(month),
      toDay: lastDayOfMonth(month),
    };
    return shareOfDays(whole, from, to);
  };
  const between = wholeMonthsBetween(start, end);
  if (between < 0) return inMonthOf(start, start, end);
  return inMonthOf(start, start, end) + between * monthlyMinor + inMonthOf(end, start, end);
}

/** Months strictly between the months of two days; −1 where both are in one month. */
function wholeMonthsBetween(from: Day, to: Day): number {
  const number = (day: Day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return number(to) - number(from) - 1;
}
