import { type Day, startOfDay } from "../../domain/calendar.ts";

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** A moment as a file has it: an instant, or a plain day, which begins when it does where the team is. */
export type WrittenMoment =
  | { readonly kind: "instant"; readonly at: Date }
  | { readonly kind: "day"; readonly day: Day };

/** Reads an ISO 8601 instant (without a zone it is UTC) or a plain day. null like `parseInstant`. */
export function parseMoment(text: string): WrittenMoment | null {
  const at = parseInstant(text);
  if (at === null) return null;
  return text.length === DAY_LENGTH ? { kind: "day", day: text } : { kind: "instant", at };
}

const HOUR_MS = 3_600_000;
/** Of a plain day: when it begins in the zone farthest ahead, and when it ends in the one farthest behind. */
const earliestOf = (moment: WrittenMoment) =>
  moment.kind === "instant" ? moment.at.getTime() : Date.parse(moment.day) - 14 * HOUR_MS;
const latestOf = (moment: WrittenMoment) =>
  moment.kind === "instant" ? moment.at.getTime() : Date.parse(moment.day) + 36 * HOUR_MS;

/** Whether `a` was before `b` wherever the team is: an instant is not before the plain day on which it may be. */
export function isBefore(a: WrittenMoment, b: WrittenMoment): boolean {
  return a.kind === "day" && b.kind === "day" ? a.day < b.day : latestOf(a) < earliestOf(b);
}

const DAY_LENGTH = "2026-03-31".length;

/** When a moment of a file was: a plain day's first moment in the zone. A file has few days, so each is worked out once. */
export function momentsIn(timeZone: string): (moment: WrittenMoment) => Date {
  const starts = new Map<Day, Date>();
  return (moment) => {
    if (moment.kind === "instant") return moment.at;
    const start = starts.get(moment.day) ?? startOfDay(moment.day, timeZone);
    starts.set(moment.day, start);
    return start;
  };
}

/**
 * Reads an ISO 8601 instant or plain day (its midnight in UTC); without a zone it is UTC.
 * @returns null when it is none, does not exist (30 February), or lies outside 1990–2100
 */
export function parseInstant(text: string): Date | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year = "", month = "", day = "", hour = "0", minute = "0", second = "0", fraction = "", zone] =
    match;
  if (+year < FIRST_YEAR || +year > LAST_YEAR || +hour > 23 || +minute > 59 || +second > 59) return null;
  if (zone && hour === "0" && match[4] === undefined) return null; // A zone says nothing about a plain day.
  if (+month < 1 || +month > 12 || +day < 1 || +day > daysIn(+year, +month)) return null;
  const milliseconds = Number(fraction.padEnd(3, "0").slice(0, 3));
  const local = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second, milliseconds);
  const offset = offsetMinutes(zone);
  return offset === null ? null : new Date(local - offset * 60_000);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** "+0530" → 330; null when no such zone is possible. */
function offsetMinutes(zone: string | undefined): number | null {
  if (!zone || zone === "Z" || zone === "z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", ""));
  if (minutes > 14 * 60 || Number(zone.slice(3).replace(":", "")) > 59) return null;
  return zone[0] === "-" ? -minutes : minutes;
}

/** Reads a calendar day; of an instant the day as it is written. null like `parseInstant`. */
export function parseDay(text: string): string | null {
  return parseInstant(text) ? text.slice(0, 10) : null;
}
