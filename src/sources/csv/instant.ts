import { type Day, startOfDay } from "../../domain/calendar.ts";

const ISO =
  /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)?\s?(?:Z|z|[+-]\d{2}(?::?\d{2})?)?$/;
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
  if (!ISO.test(text)) return null;
  // Read by place: the texts that groups of the pattern make would cost more than all the rest.
  const day = dayMs(text);
  const isTimed = isDigit(text, TIME_AT) && text[DAY_LENGTH] !== "+" && text[DAY_LENGTH] !== "-";
  if (!isTimed) return day === null || text.trimEnd().length > DAY_LENGTH ? null : new Date(day); // A zone says nothing about a plain day.
  const [time, offset] = [timeMs(text), offsetMinutes(text)];
  return day === null || time === null || offset === null ? null : new Date(day + time - offset * 60_000);
}

const TIME_AT = DAY_LENGTH + 1;
const SECONDS_AT = TIME_AT + "09:30:".length;
const FRACTION_AT = SECONDS_AT + "05.".length;

/** When the day begins in UTC; null where there is no such day. */
function dayMs(text: string): number | null {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  return day < 1 || day > daysIn(year, month) ? null : Date.UTC(year, month - 1, day);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Since the day began; null where there is no such time. */
function timeMs(text: string): number | null {
  const [hour, minute] = [twoDigits(text, TIME_AT), twoDigits(text, TIME_AT + "09:".length)];
  const second = text[SECONDS_AT - 1] === ":" ? twoDigits(text, SECONDS_AT) : 0;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = /[.,]/.test(text.charAt(FRACTION_AT - 1)) ? milliseconds(text) : 0;
  return hour * HOUR_MS + minute * 60_000 + second * 1_000 + fraction;
}

function milliseconds(text: string): number {
  let ms = 0;
  for (let at = FRACTION_AT, worth = 100; worth >= 1 && isDigit(text, at); at += 1, worth /= 10) {
    ms += (text.charCodeAt(at) - ZERO) * worth;
  }
  return ms;
}

/** "…+0530" → 330; null when no such zone is possible. */
function offsetMinutes(text: string): number | null {
  const at = Math.max(text.lastIndexOf("+"), text.lastIndexOf("-"));
  if (at < TIME_AT) return 0;
  const minutes = Number(text.slice(at + 3).replace(":", ""));
  const offset = twoDigits(text, at + 1) * 60 + minutes;
  if (offset > 14 * 60 || minutes > 59) return null;
  return text[at] === "-" ? -offset : offset;
}

const ZERO = 48;
const isDigit = (text: string, at: number) => text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= ZERO + 9;
const twoDigits = (text: string, at: number) =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

/** Reads a calendar day; of an instant the day as it is written. null like `parseInstant`. */
export function parseDay(text: string): string | null {
  return parseInstant(text) ? text.slice(0, 10) : null;
}
