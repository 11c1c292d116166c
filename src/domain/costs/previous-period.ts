import {
  addDays,
  daysBetween,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  previousMonth,
} from "../calendar.ts";
import type { CostPeriod } from "./cost-report.ts";

/**
 * The period of equal length just before: as many whole months before whole months (a quarter before a quarter),
 * otherwise as many days.
 */
export function previousPeriod({ fromDay, toDay }: CostPeriod): CostPeriod {
  const lastDayBefore = addDays(fromDay, -1);
  const isWholeMonths =
    fromDay === firstDayOfMonth(monthOf(fromDay)) && toDay === lastDayOfMonth(monthOf(toDay));
  if (!isWholeMonths) {
    return { fromDay: addDays(lastDayBefore, -daysBetween(fromDay, toDay)), toDay: lastDayBefore };
  }
  let first = monthOf(fromDay);
  for (let month = monthOf(toDay); month >= monthOf(fromDay); month = previousMonth(month)) {
    first = previousMonth(first);
  }
  return { fromDay: firstDayOfMonth(first), toDay: lastDayBefore };
}
