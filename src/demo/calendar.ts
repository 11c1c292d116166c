import type { Day } from "../domain/calendar.ts";
import { MS_PER_DAY } from "../domain/clock.ts";

const MINUTE_MS = 60_000;

/** Dates counted back from one moment, in UTC. "Days ago" may be fractional where a time of day is wanted. */
export type Calendar = {
  readonly asOf: Date;
  /** That many days before `asOf`, to the minute; negative lies ahead. */
  moment(daysAgo: number): Date;
  /** The same, but in office hours of a working day: the day asked for or, at a weekend, the Friday before. */
  workingMoment(daysAgo: number): Date;
  day(daysAgo: number): Day;
  /** First day of the month that many months before the month of `asOf`. */
  monthStart(monthsAgo: number): Day;
  /** Last day of that month. */
  monthEnd(monthsAgo: number): Day;
  daysAgo(moment: Date): number;
};

/** @param weekends where a weekend's `workingMoment` goes: to the Friday before unless it may not lie before its cause */
export function calendarOf(asOf: Date, weekends: "friday" | "monday" = "friday"): Calendar {
  const moment = (daysAgo: number) =>
    new Date(Math.floor((asOf.getTime() - daysAgo * MS_PER_DAY) / MINUTE_MS) * MINUTE_MS);
  const month = (monthsAgo: number, day: number) =>
    toDay(new Date(Date.UTC(asOf.getUTCFullYear(), asOf.getUTCMonth() - monthsAgo, day)));
  return {
    asOf,
    moment,
    workingMoment: (daysAgo) => inOfficeHours(moment(daysAgo), weekends),
    day: (daysAgo) => toDay(moment(daysAgo)),
    monthStart: (monthsAgo) => month(monthsAgo, 1),
    monthEnd: (monthsAgo) => month(monthsAgo - 1, 0),
    daysAgo: (past) => (asOf.getTime() - past.getTime()) / MS_PER_DAY,
  };
}

/** `years` before a day. The day of month is at most 28, so that every year has it. */
export function yearsBefore(day: Day, years: number): Day {
  const [year = "", ...rest] = day.split("-");
  return [String(Number(year) - years).padStart(4, "0"), ...rest].join("-");
}

/** The same day, or the 28th where the month goes further: an anniversary that exists in every year. */
export function anniversarySafe(day: Day): Day {
  return Number(day.slice(8)) > 28 ? `${day.slice(0, 8)}28` : day;
}

function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** Spreads a moment over 08:00–17:59 of its day, or of the working day before or after a weekend. */
function inOfficeHours(moment: Date, weekends: "friday" | "monday"): Date {
  const minutes = moment.getUTCHours() * 60 + moment.getUTCMinutes();
  const midnight = moment.getTime() - (moment.getTime() % MS_PER_DAY);
  const days = daysToWork(moment.getUTCDay(), weekends);
  return new Date(midnight + days * MS_PER_DAY + (480 + Math.floor((minutes * 600) / 1440)) * MINUTE_MS);
}

/** @param weekday 0 is Sunday */
function daysToWork(weekday: number, weekends: "friday" | "monday"): number {
  if (weekday === 0) return weekends === "friday" ? -2 : 1;
  if (weekday === 6) return weekends === "friday" ? -1 : 2;
  return 0;
}
