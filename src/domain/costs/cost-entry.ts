import { addDays, type Day, daysBetween } from "../calendar.ts";
import type { CostRecord } from "../customer-records.ts";

/** Money spent to keep customers, over the days it covers, both inclusive. */
export type CostEntry = CostRecord;
export type CostCategory = CostEntry["category"];
export type LabourSubcategory = NonNullable<CostEntry["subcategory"]>;
export type CostKind = CostEntry["kind"];
export type CostDriver = CostEntry["driver"];

/** An entry as the ledger keeps it. */
export type LedgerEntry = CostEntry & {
  readonly id: number;
  /** The entry whose amount this one changes; its amount alone may be below zero. */
  readonly correctsId: number | null;
  /** The recurring cost it was made from. */
  readonly recurringId: number | null;
  /** Slack user id, a job's name, or the command line; null where a file brought it before that was kept. */
  readonly createdBy: string | null;
  readonly createdAt: Date;
};

/** In the order they are listed. */
export const COST_CATEGORIES: readonly CostCategory[] = [
  "labour",
  "tools",
  "activities",
  "marketing",
  "goods",
];

/** Of labour, in the order they are listed. */
export const LABOUR_SUBCATEGORIES: readonly LabourSubcategory[] = ["pay", "bonus", "benefits", "training"];
export const COST_KINDS: readonly CostKind[] = ["direct", "indirect"];
export const COST_DRIVERS: readonly CostDriver[] = [
  "equal",
  "revenue",
  "orders",
  "tickets",
  "touches",
  "minutes",
];

/**
 * What of an entry falls on the days `from` to `to` (inclusive), in minor units.
 *
 * Every day carries the same whole number of units; the units left over by the division go one each to the first
 * days (largest remainder; all remainders are equal, so the earliest days win). Hence the parts of any division
 * of time add up to the entry exactly. A correction's days mirror those of an equal amount above zero, so that taking
 * back an entry leaves nothing on any day.
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
  const amountMinor = Math.abs(entry.amountMinor);
  const extraDays = amountMinor % days;
  const unitsBefore = (day: Day) => {
    const passed = daysBetween(entry.fromDay, day);
    return passed * Math.floor(amountMinor / days) + Math.min(passed, extraDays);
  };
  const units = unitsBefore(addDays(end, 1)) - unitsBefore(start);
  return entry.amountMinor < 0 && units !== 0 ? -units : units;
}
