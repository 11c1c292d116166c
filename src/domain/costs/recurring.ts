import { addDays, type Day, lastDayOfMonth } from "../calendar.ts";
import type { CostEntry } from "./cost-entry.ts";

/** A cost that comes back every period, from `fromDay` on. */
export type RecurringCost = Pick<
  CostEntry,
  "category" | "subcategory" | "kind" | "currency" | "appliesTo" | "driver" | "note"
> & {
  readonly id: number;
  readonly every: RecurringInterval;
  /** Of one period. */
  readonly amountMinor: number;
  /** The first day of the first period; the others begin on the same day of the month, or its last where it has none. */
  readonly fromDay: Day;
  /** No period begins later; null: until somebody ends it. */
  readonly untilDay: Day | null;
};
export type RecurringInterval = "month" | "quarter" | "year";

export const RECURRING_INTERVALS: readonly RecurringInterval[] = ["month", "quarter", "year"];
/** What entries made of recurring costs carry as their source. */
export const RECURRING_SOURCE = "recurring";

const MONTHS: Readonly<Record<RecurringInterval, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The entries of all periods that have begun by `day`, oldest first, each with the key `recurring:ID:FIRST_DAY`, so
 * that making them again makes nothing twice.
 *
 * Every period is counted from the first day, so the 31st comes back after February. A period that has begun counts
 * whole, also where the cost ends within it: so it is paid, and so the entries are the same whether the end was known
 * before or after. What came back is taken off by a correcting entry.
 */
export function dueEntries(cost: RecurringCost, day: Day): CostEntry[] {
  const last = cost.untilDay !== null && cost.untilDay < day ? cost.untilDay : day;
  const entries: CostEntry[] = [];
  const startOf = (period: number) => addMonths(cost.fromDay, period * MONTHS[cost.every]);
  for (let period = 0; startOf(period) <= last; period += 1) {
    entries.push(entryOf(cost, startOf(period), addDays(startOf(period + 1), -1)));
  }
  return entries;
}

function entryOf(cost: RecurringCost, fromDay: Day, toDay: Day): CostEntry {
  const { category, subcategory, kind, amountMinor, currency, appliesTo, driver, note } = cost;
  const externalId = `recurring:${cost.id}:${fromDay}`;
  const facts = { category, subcategory, kind, amountMinor, currency, appliesTo, driver, note };
  return { source: RECURRING_SOURCE, externalId, ...facts, fromDay, toDay };
}

/** The same day `count` months later, or that month's last day where it has no such day. */
function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const month = `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
  const last = lastDayOfMonth(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}
