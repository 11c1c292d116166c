import { addDays, localTime, startOfDay } from "../../calendar.ts";
import type { Period } from "../metrics/metric.ts";

/** A quarter of a year, as whole weeks: both moments see the same weekday. */
export const QUARTER_DAYS = 91;

/** A year's days, whatever the calendar: twelve months that never hold a day twice. */
const YEAR_DAYS = 365;

/** A moment that value is told as of, and the days it is told from. */
export type ValueMoment = {
  readonly asOf: Date;
  /** Whose days they are. */
  readonly timeZone: string;
  /** The 365 days that end with the last one that was over; who is counted was a customer at its close. */
  readonly period: Period;
  /** The same time of day a quarter ago, whatever the clocks did since. */
  readonly quarterAgo: Date;
};

/** What "the last twelve months" and "a quarter ago" are, as of a moment, in days of the zone. */
export function valuePeriod(asOf: Date, timeZone: string): ValueMoment {
  const today = localTime(asOf, timeZone).day;
  const toDay = addDays(today, -1);
  const sinceMidnight = asOf.getTime() - startOfDay(today, timeZone).getTime();
  const earlier = addDays(today, -QUARTER_DAYS);
  const nextMidnight = startOfDay(addDays(earlier, 1), timeZone).getTime();
  const then = startOfDay(earlier, timeZone).getTime() + sinceMidnight;
  return {
    asOf,
    timeZone,
    period: { fromDay: addDays(toDay, 1 - YEAR_DAYS), toDay },
    // A day on which clocks go back is longer than the one a quarter before it.
    quarterAgo: new Date(Math.min(then, nextMidnight - 1)),
  };
}
