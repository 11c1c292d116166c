import { addDays } from "../calendar.ts";
import type { Day } from "../customer.ts";
import type { Period } from "./metric.ts";

/** A contract's days; it runs from `startedOn` until before `endedOn`. */
export type ContractDays = { readonly startedOn: Day | null; readonly endedOn: Day | null };

/** A contract's revenue in a period: its monthly revenue × the months it ran, a part of a month by its days. */
export function contractRevenueMinor(
  monthlyMinor: number,
  { startedOn, endedOn }: ContractDays,
  { fromDay, toDay }: Period,
): number {
  if (startedOn === null) return 0;
  const after = addDays(toDay, 1);
  const start = startedOn > fromDay ? startedOn : fromDay;
  const end = endedOn !== null && endedOn < after ? endedOn : after;
  if (start >= end) return 0;
  return Math.round(monthlyMinor * (monthsUntil(end) - monthsUntil(start)));
}

/** Months from year 0 to a day's beginning, days of a month counted as parts of that month. */
function monthsUntil(day: Day): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return 12 * year + month - 1 + (dayOfMonth - 1) / daysInMonth;
}
