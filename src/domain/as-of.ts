import { addDays, type Day, localTime, startOfDay } from "./calendar.ts";
import { MS_PER_DAY } from "./clock.ts";

/** Newest activity older than this: the data has ended, rather than that all customers fell silent. Chosen by us. */
const FRESH_DAYS = 7;

/**
 * The moment up to which there is anything to learn: the midnight (UTC) after the newest activity, never later than
 * `now`. On a live store that is now; on an imported history it is the end of that history.
 */
export function endOfData(lastActivityAt: Date | null, now: Date): Date {
  if (!lastActivityAt) return now;
  const midnightAfter = (Math.floor(lastActivityAt.getTime() / MS_PER_DAY) + 1) * MS_PER_DAY;
  return new Date(Math.min(midnightAfter, now.getTime()));
}

/** The moment to score at: now while the data is fresh, so that silence counts as it grows; else the end of the data. */
export function scoringMoment(lastActivityAt: Date | null, now: Date): Date {
  const end = endOfData(lastActivityAt, now);
  return now.getTime() - end.getTime() <= FRESH_DAYS * MS_PER_DAY ? now : end;
}

/**
 * What reports are as of: the scoring moment, so that its scores are known, but not before the last day with any data is
 * over where the team is.
 */
export function reportsMoment(lastActivityAt: Date | null, now: Date, timeZone: string): Date {
  const scored = scoringMoment(lastActivityAt, now);
  if (lastActivityAt === null) return scored;
  const dayOver = startOfDay(addDays(localTime(lastActivityAt, timeZone).day, 1), timeZone);
  return new Date(Math.min(now.getTime(), Math.max(scored.getTime(), dayOver.getTime())));
}

/** The last day (UTC) on which rows of the customer's source are dated; of any source where its own has none. */
export type DataUpTo = { readonly day: Day; readonly source: string | null };
