import { monthNamed } from "./month-names.ts";
import { plainCharacters } from "./plain-characters.ts";
import { readTimeOfDay, type TimeOfDay } from "./time-of-day.ts";

/** A day, and where the file says one, a time of it. */
export type WrittenDate = { readonly day: string; readonly time: TimeOfDay | null };

/** Customers and their days; what lies outside is a number of something else. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** A year of two digits: 70 and above is of the last century, as in POSIX. */
const CENTURY_TURNS_AT = 70;
const TIME = String.raw`(?:(?:[T ]|, ?|\s(?:um|at|à|a las)\s)\s*(?<time>\S.*))?$`;
const WEEKDAY = String.raw`(?:\p{L}+\.?,?\s+)?`;
const DAY = String.raw`(?<day>\d{1,2})`;
const MONTH = String.raw`(?<month>\d{1,2})`;
const NAMED = String.raw`(?<named>\p{L}{3,12})\.?`;
const YEAR = String.raw`(?<year>\d{4})`;
const SHORT_YEAR = String.raw`(?<year>\d{4}|\d{2})`;

const dated = (...parts: readonly string[]) => new RegExp(`^${parts.join("")}${TIME}`, "iu");

/** In the order in which they are preferred where two read a column alike: see `readingOf`. */
const PATTERNS = {
  "yyyy-mm-dd": dated(YEAR, "-", MONTH, "-", DAY),
  "yyyy/mm/dd": dated(YEAR, "/", MONTH, "/", DAY),
  "yyyy.mm.dd": dated(YEAR, "\\.", MONTH, "\\.", DAY),
  "dd.mm.yyyy": dated(DAY, "\\.\\s?", MONTH, "\\.\\s?", SHORT_YEAR),
  "mm/dd/yyyy": dated(MONTH, "/", DAY, "/", SHORT_YEAR),
  "dd/mm/yyyy": dated(DAY, "/", MONTH, "/", SHORT_YEAR),
  "dd-mm-yyyy": dated(DAY, "-", MONTH, "-", SHORT_YEAR),
  "mm-dd-yyyy": dated(MONTH, "-", DAY, "-", SHORT_YEAR),
  "d month yyyy": dated(
    WEEKDAY,
    DAY,
    String.raw`(?:st|nd|rd|th|er|º|\.)?[ -]?(?:de )?`,
    NAMED,
    ",?[ -]?(?:de )?",
    SHORT_YEAR,
  ),
  "month d, yyyy": dated(WEEKDAY, NAMED, "[ -]", DAY, "(?:st|nd|rd|th)?,?[ -]", YEAR),
  "yyyy-month-dd": dated(YEAR, "[- /]", NAMED, "[- /]", DAY),
  yyyy年m月d日: dated(YEAR, "\\s?[年년]\\s?", MONTH, "\\s?[月월]\\s?", DAY, "\\s?[日일号號]?"),
  yyyymmdd: dated(YEAR, "(?<month>\\d{2})", "(?<day>\\d{2})"),
} as const;

/** Counts since a moment. They are numbers to whoever does not know that the column holds dates. */
const COUNTS = {
  "epoch seconds": (count: number) => count * 1000,
  "epoch milliseconds": (count: number) => count,
  // Day 25,569 of a spreadsheet is 1 January 1970; its fractions are times, to the second.
  "spreadsheet days": (count: number) => Math.round((count - 25_569) * 86_400) * 1000,
} as const;

type Pattern = keyof typeof PATTERNS;
type Count = keyof typeof COUNTS;
export type DateFormat = Pattern | Count;

export const WRITTEN_DATE_FORMATS = Object.keys(PATTERNS) as readonly Pattern[];
export const COUNTED_DATE_FORMATS = Object.keys(COUNTS) as readonly Count[];
export const DATE_FORMATS: readonly DateFormat[] = [...WRITTEN_DATE_FORMATS, ...COUNTED_DATE_FORMATS];

/** Reads a date in the given format; null where it is none, or no such day is (30 February). */
export function readDate(text: string, format: DateFormat): WrittenDate | null {
  const characters = plainCharacters(text);
  if (isCount(format)) return readCount(characters, format);
  const parts = PATTERNS[format].exec(characters)?.groups;
  if (!parts) return null;
  const month = parts.named === undefined ? Number(parts.month) : monthNamed(parts.named);
  const day = month === null ? null : dayOf(yearOf(parts.year ?? ""), month, Number(parts.day));
  const time = parts.time === undefined ? null : readTimeOfDay(parts.time);
  if (day === null || (time === null && parts.time !== undefined)) return null;
  return { day, time };
}

const isCount = (format: DateFormat): format is Count => format in COUNTS;

/** "4e10" is no count of seconds: only digits are, and days of a spreadsheet have fractions. */
function readCount(text: string, format: Count): WrittenDate | null {
  if (!/^\d{5,13}(?:\.\d+)?$/.test(text)) return null;
  const at = new Date(COUNTS[format](Number(text)));
  const year = at.getUTCFullYear();
  // Counts begin where customer files do: 1990. Before it every small number would be a day.
  if (!(year >= 1990 && year <= LAST_YEAR)) return null;
  const [day = "", time = ""] = at.toISOString().slice(0, -1).split("T");
  // A spreadsheet counts days of the wall clock, an epoch moments.
  const zone = format === "spreadsheet days" ? "" : "Z";
  return { day, time: { time, midnight: /^[0:.]+$/.test(time), zone } };
}

function yearOf(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year >= CENTURY_TURNS_AT ? 1900 : 2000);
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
