import type { Day } from "../calendar.ts";

type Days = { readonly fromDay: Day; readonly toDay: Day };

/** What there is of a period; `unfinishedUntil` is the last day asked for where that has not come. */
export type PeriodSoFar = Days & { readonly unfinishedUntil: Day | null };

/**
 * The days of a period that have come: figures end today, because what lies ahead is a forecast and not a fact.
 * @param today where the team is
 * @returns null where the period has not begun
 */
export function periodSoFar({ fromDay, toDay }: Days, today: Day): PeriodSoFar | null {
  if (fromDay > today) return null;
  return toDay <= today
    ? { fromDay, toDay, unfinishedUntil: null }
    : { fromDay, toDay: today, unfinishedUntil: toDay };
}
