/** Times as a person reads them. `timeZone` is an IANA name everywhere. The page itself speaks English. */
const LOCALE = "en-US";

/** To make one takes many times as long as to use it, and each message that is drawn asks for several. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

const format = (at: Date, timeZone: string, options: Intl.DateTimeFormatOptions, locale = LOCALE) =>
  formatter(locale, { ...options, timeZone })
    .format(at)
    .replaceAll(/[\u202f\u00a0]/g, " ");

/** `1795339800.000100` → the instant. */
export const instantOf = (ts: string): Date => new Date(Number.parseFloat(ts) * 1000);

/** `9:05 AM` */
export const timeOfDay = (at: Date, timeZone: string): string =>
  format(at, timeZone, { hour: "numeric", minute: "2-digit" });

export const timeWithSeconds = (at: Date, timeZone: string): string =>
  format(at, timeZone, { hour: "numeric", minute: "2-digit", second: "2-digit" });

/** `Mon, Nov 23, 9:05 AM` */
export const shortMoment = (at: Date, timeZone: string): string =>
  `${format(at, timeZone, { weekday: "short", month: "short", day: "numeric" })}, ${timeOfDay(at, timeZone)}`;

/** `2026-11-23`, the calendar day there. */
export function dayKey(at: Date, timeZone: string): string {
  const { year, month, day } = partsOf(at, timeZone);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `Today`, `Yesterday`, `Tomorrow`, or null. */
export function relativeDay(at: Date, now: Date, timeZone: string): string | null {
  const days = daysFrom(now, at, timeZone);
  if (days === 0) return "Today";
  if (days === -1) return "Yesterday";
  return days === 1 ? "Tomorrow" : null;
}

const daysFrom = (now: Date, at: Date, timeZone: string): number =>
  (Date.parse(dayKey(at, timeZone)) - Date.parse(dayKey(now, timeZone))) / 86_400_000;

/** `yesterday`, `明天`; null for days further away. */
const relativeDayIn = (locale: string, days: number): string | null =>
  Math.abs(days) > 1 ? null : new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");

/** `Today`, or `Monday, November 23`. */
export function dayName(at: Date, now: Date, timeZone: string): string {
  const relative = relativeDay(at, now, timeZone);
  return relative ?? format(at, timeZone, { weekday: "long", month: "long", day: "numeric" });
}

const TOKENS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { month: "long", day: "numeric", year: "numeric" },
  date_short: { month: "short", day: "numeric", year: "numeric" },
  date_long: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

/** Whose zone and language, as Slack writes it, a time is shown in. */
type Reader = { readonly timeZone: string; readonly locale: string };

/**
 * Slack's `<!date^…>` in the reader's language: `pattern` as `{date_short_pretty} at {time}`. Unknown tokens stay as
 * written.
 */
export function slackDate(
  epochSeconds: number,
  pattern: string,
  now: Date,
  { timeZone, locale }: Reader,
): string {
  const at = new Date(epochSeconds * 1000);
  return pattern.replace(/\{([a-z_]+)\}/g, (written, token: string) => {
    if (token === "ago") return ago(at, now, locale);
    if (token === "date_num") return dayKey(at, timeZone);
    const isPretty = token.endsWith("_pretty");
    const plain = isPretty ? token.slice(0, -"_pretty".length) : token;
    const options = TOKENS[plain];
    if (options === undefined) return written;
    const relative = isPretty ? relativeDayIn(locale, daysFrom(now, at, timeZone)) : null;
    return relative ?? format(at, timeZone, options, locale);
  });
}

function ago(at: Date, now: Date, locale: string): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const [unit, size] = AGO_UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale).format(Math.round(seconds / size), unit);
}

const AGO_UNITS: ReadonlyArray<readonly [Intl.RelativeTimeFormatUnit, number]> = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

type Parts = { year: number; month: number; day: number; hour: number; minute: number };

function partsOf(at: Date, timeZone: string): Parts {
  const parts = formatter(LOCALE, {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
  };
}

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** `2026-11-23T09:00` on the wall there, as `<input type="datetime-local">` holds it. */
export function wallClock(at: Date, timeZone: string): string {
  const { hour, minute } = partsOf(at, timeZone);
  return `${dayKey(at, timeZone)}T${twoDigits(hour)}:${twoDigits(minute)}`;
}

/**
 * The instant at which a wall there shows `wall`; null where `wall` is not a time. A time that the clocks skip means the
 * same distance after the change, one that comes twice the first.
 */
export function instantOnWall(wall: string, timeZone: string): Date | null {
  const asUtc = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  const dayBefore = asUtc - offsetMs(asUtc - 86_400_000, timeZone);
  const dayAfter = asUtc - offsetMs(asUtc + 86_400_000, timeZone);
  const candidates = [Math.min(dayBefore, dayAfter), Math.max(dayBefore, dayAfter)];
  const exact = candidates.find((each) => wallClock(new Date(each), timeZone) === wall);
  return new Date(exact ?? dayBefore);
}

/** How far the wall there is ahead of UTC. */
function offsetMs(epochMs: number, timeZone: string): number {
  const wholeMinute = Math.floor(epochMs / 60_000) * 60_000;
  return Date.parse(`${wallClock(new Date(wholeMinute), timeZone)}:00Z`) - wholeMinute;
}
