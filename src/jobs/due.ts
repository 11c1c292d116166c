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
 * late. What becomes of a period that nothing ran for until then, a job says by its `CatchUp`.
 */
export type Schedule =
  /** At any time of it. */
  { readonly every: "hour" } | ByDay;

export type ByDay = { readonly hour: number; readonly openHours: number } & (
  | { readonly every: "day" | "weekday" }
  | { readonly every: "week" /** 1 is Monday. */; readonly weekday: number }
  | { readonly every: "month"; readonly dayOfMonth: number }
);

/** What becomes of a period that was missed: nothing ran for it while it was open. Noted it is in either case. */
export type CatchUp =
  /**
   * It is run as soon as it can be, up to so many whole days after it came due, unless the next one has come due: of
   * several only the newest runs.
   */
  | { readonly kind: "run"; readonly withinDays: number }
  /** It is not made up. The next run does its work as well, or it would be no news any more. */
  | { readonly kind: "skip" };

/** When a job is due, and what becomes of what it missed. */
export type Timetable = { readonly schedule: Schedule; readonly catchUp: CatchUp };

/** For how many hours a period may begin, from the hour it came due on; null: for its hour. */
export function openHoursOf({ schedule, catchUp }: Timetable): number | null {
  if (schedule.every === "hour") return null;
  return catchUp.kind === "skip" ? schedule.openHours : Math.max(schedule.openHours, 24 * catchUp.withinDays);
}

/** The period that may begin at an instant in a time zone, late ones that are caught up included; or null. */
export function dueOrCaughtUp(timetable: Timetable, instant: Date, timeZone: string): DuePeriod | null {
  const { schedule } = timetable;
  if (schedule.every === "hour") return due(schedule, instant, timeZone);
  return due({ ...schedule, openHours: openHoursOf(timetable) ?? schedule.openHours }, instant, timeZone);
}

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

export function fallsOn(schedule: ByDay, day: Day): boolean {
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

export function periodOf({ every }: ByDay, day: Day): string {
  if (every === "week") return weekOf(addDays(day, -7));
  if (every === "month") return previousMonth(monthOf(day));
  return day;
}
