/** Days as whole numbers, and amounts as whole units and fractions of them: nothing here is shared with the program. */

/** Days since 1970-01-01, by counting the days of whole years and months. */
export function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  let days = date - 1;
  for (let past = 1970; past < year; past += 1) days += isLeap(past) ? 366 : 365;
  for (let past = 1; past < month; past += 1) days += daysInMonth(year, past);
  return days;
}

/** The day as text. */
export function dayText(number: number): string {
  let year = 1970;
  let rest = number;
  while (rest >= (isLeap(year) ? 366 : 365)) {
    rest -= isLeap(year) ? 366 : 365;
    year += 1;
  }
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(rest + 1)}`;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInMonth = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The days of the month that a day is in: its first day and how many there are. */
export function monthAround(number: number): { readonly first: number; readonly days: number } {
  const [year = 0, month = 0, date = 0] = dayText(number).split("-").map(Number);
  return { first: number - date + 1, days: daysInMonth(year, month) };
}

/** The day on which an instant falls on the wall calendar of a zone. */
export function dayInZone(at: string, timeZone: string): number {
  return dayNumber(calendarOf(timeZone).format(new Date(at)));
}

const CALENDARS = new Map<string, Intl.DateTimeFormat>();
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = CALENDARS.get(timeZone);
  if (known) return known;
  const digits = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, ...digits });
  CALENDARS.set(timeZone, made);
  return made;
}

/** What of an amount spread over `days` days falls on the one with this place (0: the first). */
export function unitsOnDay(minor: number, days: number, place: number): number {
  const size = BigInt(Math.abs(minor));
  const count = BigInt(days);
  const units = Number(size / count + (BigInt(place) < size % count ? 1n : 0n));
  return minor < 0 ? -units : units;
}

/** Numerator ÷ denominator as a whole number, halves away from zero. */
export function roundedDivision(numerator: bigint, denominator: bigint): number {
  const below = denominator < 0n;
  const top = below ? -numerator : numerator;
  const bottom = below ? -denominator : denominator;
  const size = top < 0n ? -top : top;
  let whole = size / bottom;
  if (2n * (size % bottom) >= bottom) whole += 1n;
  return Number(top < 0n ? -whole : whole);
}

/** A plain decimal ("1.085") as a fraction of whole numbers. */
export function decimal(text: string): { readonly above: bigint; readonly below: bigint } {
  const [whole = "", digits = ""] = text.split(".");
  return { above: BigInt(whole + digits), below: 10n ** BigInt(digits.length) };
}

/**
 * An amount shared by weights: whole units of each exact part, and the units left over to the largest remainders, the
 * lower id first where they are equal. What is below zero is shared as its mirror image.
 */
export function sharedByWeight(
  minor: number,
  weights: ReadonlyMap<number, bigint>,
): ReadonlyMap<number, number> {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0n);
  const size = BigInt(Math.abs(minor));
  const parts = [...weights].map(([id, weight]) => ({
    id,
    units: (size * weight) / total,
    remainder: (size * weight) % total,
  }));
  let left = Number(size - parts.reduce((sum, { units }) => sum + units, 0n));
  parts.sort((a, b) => (a.remainder === b.remainder ? a.id - b.id : a.remainder > b.remainder ? -1 : 1));
  const shared = new Map<number, number>();
  for (const { id, units } of parts) {
    const part = Number(units) + (left > 0 ? 1 : 0);
    left -= 1;
    shared.set(id, minor < 0 && part !== 0 ? -part : part);
  }
  return shared;
}

/** The value that a share of the values does not exceed, between two of them on the straight line. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place % 1);
}
