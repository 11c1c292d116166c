import { MS_PER_DAY, MS_PER_MINUTE } from "./clock.ts";
/** A calendar month as `YYYY-MM`. */
export type Month = string;
/** An ISO 8601 week as `YYYY-Www`; weeks begin on Monday. */
export type Week = string;
/** What a clock on the wall shows. `hour` is 0–23. */
export type LocalTime = { readonly day: Day; readonly hour: number; readonly minute: number };

/** Whether a text names a day there is: no 31 February. */
export function isDay(text: string): text is Day {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? instantOf(text) : Number.NaN;
  return !Number.isNaN(instant) && dayOf(instant) === text;
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOf(instantOf(day) + count * MS_PER_DAY);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (instantOf(to) - instantOf(from)) / MS_PER_DAY;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: Day): number {
  return new Date(instantOf(day)).getUTCDay() || 7;
}

export function weekOf(day: Day): Week {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const week = 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, "0")}`;
}

/** The Monday of an ISO week. */
export function firstDayOfWeek(week: Week): Day {
  const fourthOfJanuary = `${week.slice(0, 4)}-01-04`;
  const firstMonday = addDays(fourthOfJanuary, 1 - weekdayOf(fourthOfJanuary));
  return addDays(firstMonday, 7 * (Number(week.slice(6)) - 1));
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function previousMonth(month: Month): Month {
  return monthOf(addDays(firstDayOfMonth(month), -1));
}

export function firstDayOfMonth(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOfMonth(month: Month): Day {
  return addDays(`${monthOf(addDays(firstDayOfMonth(month), 31))}-01`, -1);
}

/** The first moment of the quarter that it is in a time zone. */
export const quarterBegan = (now: Date, timeZone: string): Date =>
  startOfDay(firstDayOfQuarter(localTime(now, timeZone).day), timeZone);

/** The first day of the quarter of a day. */
export const firstDayOfQuarter = (day: Day): Day =>
  `${day.slice(0, 4)}-${String(3 * Math.ceil(Number(day.slice(5, 7)) / 3) - 2).padStart(2, "0")}-01`;

/** The last day of the quarter of a day. */
export const lastDayOfQuarter = (day: Day): Day =>
  addDays(firstDayOfQuarter(addDays(firstDayOfQuarter(day), 100)), -1);

/** The quarter of a day, as 2026-Q4. */
export const quarterOf = (day: Day): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The day and time of day at an instant in an IANA time zone. */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return {
    day: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    hour: Number(part("hour")),
    minute: Number(part("minute")),
  };
}

/** The first minute of a day in a time zone; not always midnight, since some zones skip it once a year. */
export function startOfDay(day: Day, timeZone: string): Date {
  let before = instantOf(day) / MS_PER_MINUTE - 16 * 60;
  let reached = instantOf(day) / MS_PER_MINUTE + 16 * 60;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (localTime(new Date(middle * MS_PER_MINUTE), timeZone).day >= day) reached = middle;
    else before = middle;
  }
  return new Date(reached * MS_PER_MINUTE);
}

const instantOf = remembered((day: Day) => Date.parse(`${day}T00:00:00Z`));

const dayOf = remembered((ms: number): Day => new Date(ms).toISOString().slice(0, 10));

/** Some fifty years; a report asks for the same few hundred days of every customer. */
const MOST_REMEMBERED = 20_000;

function remembered<From, To>(work: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const result = work(from);
    known.set(from, result);
    return result;
  };
}

/** Taken apart here, never shown: any language with 0 to 9 and the Gregorian calendar would do. */
const READ_BY_CODE = "en";
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat(READ_BY_CODE, {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  FORMATTERS.set(timeZone, format);
  return format;
}

/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export type Day = string;

/** Whether a name is a time zone that this machine knows. Every other function here throws RangeError for one it does not. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}
