import { addDays, daysBetween } from "../calendar.ts";
import type { Day } from "../customer.ts";
import type { CostRecord } from "../customer-records.ts";

/** Money spent to keep customers, over the days it covers, both inclusive. */
export type CostEntry = CostRecord;
export type CostCategory = CostEntry["category"];

/** In the order they are listed. */
export const COST_CATEGORIES: readonly CostCategory[] = [
  "labour",
  "tools",
  "activities",
  "marketing",
  "goods",
];

/**
 * What of an entry falls on the days `from` to `to` (inclusive), in minor units.
 *
 * Every day carries the same whole number of units; the units left over by the division go one each to the first
 * days (largest remainder; all remainders are equal, so the earliest days win). Hence the parts of any division
 * of time add up to the entry exactly.
 */
export function shareOfDays(
  entry: Pick<CostEntry, "amountMinor" | "fromDay" | "toDay">,
  from: Day,
  to: Day,
): number {
  const start = from > entry.fromDay ? from : entry.fromDay;
  const end = to < entry.toDay ? to : entry.toDay;
  if (start > end) return 0;
  const days = daysBetween(entry.fromDay, entry.toDay) + 1;
  const extraDays = entry.amountMinor % days;
  const unitsBefore = (day: Day) => {
    const passed = daysBetween(entry.fromDay, day);
    return passed * Math.floor(entry.amountMinor / days) + Math.min(passed, extraDays);
  };
  return unitsBefore(addDays(end, 1)) - unitsBefore(start);
}
