import { addDays, type Day, daysBetween } from "../calendar.ts";

/**
 * What of an entry falls on the days `from` to `to` (inclusive), in minor units.
 *
 * Every day carries the same whole number of units; the units left over by the division go one each to the first
 * days (largest remainder; all remainders are equal, so the earliest days win). Hence the parts of any division
 * of time add up to the entry exactly. A correction's days mirror those of an equal amount above zero, so that taking
 * back an entry leaves nothing on any day.
 */
export function shareOfDays(
  entry: { readonly amountMinor: number; readonly fromDay: Day; readonly toDay: Day },
  from: Day,
  to: Day,
): number {
  const start = from > entry.fromDay ? from : entry.fromDay;
  const end = to < entry.toDay ? to : entry.toDay;
  if (start > end) return 0;
  const days = daysBetween(entry.fromDay, entry.toDay) + 1;
  const amountMinor = Math.abs(entry.amountMinor);
  const extraDays = amountMinor % days;
  const unitsBefore = (day: Day) => {
    const passed = daysBetween(entry.fromDay, day);
    return passed * Math.floor(amountMinor / days) + Math.min(passed, extraDays);
  };
  const units = unitsBefore(addDays(end, 1)) - unitsBefore(start);
  return entry.amountMinor < 0 && units !== 0 ? -units : units;
}
