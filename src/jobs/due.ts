import {
  addDays,
  type Day,
  localTime,
  monthOf,
  previousMonth,
  weekdayOf,
  weekOf,
} from "../domain/calendar.ts";

/**
 * When a job is due, on the wall clock of a time zone: at `hour`, and for `openHours` from then on for whoever comes
 * late. What is later than that is not caught up: only the newest period ever runs.
 */
export type Schedule =
  /** At any time of it. */
  { readonly every: "hour" } | ByDay;

type ByDay = { readonly hour: number; readonly openHours: number } & (
  | { readonly every: "day" | "weekday" }
  | { readonly every: "week" /** 1 is Monday. */; readonly weekday: number }
  | { readonly every: "month"; readonly dayOfMonth: number }
);

/** A period whose turn has come. */
export type DuePeriod = {
  /** The day or hour itself; for a week or a month the one that ended before it: what there is to report on. */
  readonly period: string;
  /** The day on which it came due, there. */
  readonly day: Day;
  readonly timeZone: string;
};

/**
 * The period due at an instant in a time zone, or null. Hours are compared on the wall clock, so that a clock change
 * moves nothing: a skipped hour is made up by the next one, a repeated one is the same period again.
 */
export function due(schedule: Schedule, instant: Date, timeZone: string): DuePeriod | null {
  const { day: today, hour, minute } = localTime(instant, timeZone);
  if (schedule.every === "hour")
    return { period: `${today}T${String(hour).padStart(2, "0")}`, day: today, timeZone };
  const daysOpen = Math.ceil(schedule.openHours / 24);
  for (let daysAgo = 0; daysAgo <= daysOpen; daysAgo += 1) {
    const day = addDays(today, -daysAgo);
    if (!fallsOn(schedule, day)) continue;
    const hoursSince = 24 * daysAgo + hour + minute / 60 - schedule.hour;
    if (hoursSince < 0) continue;
    return hoursSince < schedule.openHours ? { period: periodOf(schedule, day), day, timeZone } : null;
  }
  return null;
}

function fallsOn(schedule: ByDay, day: Day): boolean {
  switch (schedule.every) {
    case "day":
      return true;
    case "weekday":
      return weekdayOf(day) <= 5;
    case "week":
      return weekdayOf(day) === schedule.weekday;
    case "month":
      return Number(day.slice(8)) === schedule.dayOfMonth;
  }
}

function periodOf({ every }: ByDay, day: Day): string {
  if (every === "week") return weekOf(addDays(day, -7));
  if (every === "month") return previousMonth(monthOf(day));
  return day;
}
