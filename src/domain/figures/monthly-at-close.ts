import { addDays, type Day, daysBetween } from "../calendar.ts";
import type { Money } from "../money.ts";
import type { Contract } from "./customer-history.ts";
import { monthlyOn } from "./customer-revenue.ts";

type Days = { readonly fromDay: Day; readonly toDay: Day };

/** As many days before some days as there are of them. */
export function daysBefore({ fromDay, toDay }: Days): Days {
  return { fromDay: addDays(fromDay, -1 - daysBetween(fromDay, toDay)), toDay: addDays(fromDay, -1) };
}

/** Contracts that run on a day and go on after it, or are renewed on the next. */
export function runningAtClose(contracts: readonly Contract[], day: Day): Contract[] {
  const next = addDays(day, 1);
  const isRenewed = contracts.some(({ startedOn, continues }) => continues && startedOn === next);
  return contracts.filter(
    ({ startedOn, endedOn }) =>
      startedOn <= day && (endedOn === null || endedOn > day || (endedOn === day && isRenewed)),
  );
}

/**
 * What contracts brought a month at the close of the day before some days and of the last of them, per currency.
 * @returns null where no price is known then, or where one that is left has none
 */
export function monthlyAcross(
  contracts: readonly Contract[],
  { fromDay, toDay }: Days,
): { readonly before: readonly Money[]; readonly now: readonly Money[] } | null {
  const dayBefore = addDays(fromDay, -1);
  const left = runningAtClose(contracts, toDay);
  const before = monthlyOn(runningAtClose(contracts, dayBefore), dayBefore);
  const now = monthlyOn(left, toDay);
  return before.length === 0 || (left.length > 0 && now.length === 0) ? null : { before, now };
}
