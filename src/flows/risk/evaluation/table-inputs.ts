import type { Column } from "../../../domain/risk/dataset.ts";
import {
  type ColumnReading,
  dateIn,
  isNumberFormat,
  numberIn,
  plainBy,
} from "../../../sources/csv/column-readings.ts";

/** What one column of a table becomes, and how it was read. */
export type ReadInput = {
  readonly name: string;
  readonly kind: "number" | "date" | "category";
  /** The column itself first; of dates also parts of the calendar. */
  readonly columns: readonly [Column, ...Column[]];
  readonly reading: ColumnReading;
};

const DAY_MS = 86_400_000;
/** With fewer rows a part the rate of each is uncertain by 18 points and more (95 %). */
const LEAST_ROWS_PER_PART = 30;
/** Over less time a month is one season, and the distance in days says it already. */
const LEAST_DAYS_FOR_MONTHS = 365;
const LEAST_DAYS_FOR_WEEKDAYS = 28;

/** Numbers as they are, dates as days before the newest one, words as categories; what is missing as such. */
export function readInput(name: string, texts: readonly string[], reading: ColumnReading): ReadInput {
  const { format } = reading;
  if (format === null) {
    const plain = plainBy(reading);
    const values = texts.map((text) => plain(text) ?? "");
    return { name, reading, kind: "category", columns: [{ kind: "category", name, values }] };
  }
  if (isNumberFormat(format)) {
    const values = Float64Array.from(
      texts,
      once((text) => numberIn(format, text) ?? Number.NaN),
    );
    return { name, reading, kind: "number", columns: [{ kind: "number", name, values }] };
  }
  const dayOf = once((text) => (dateIn(format, text)?.getTime() ?? Number.NaN) / DAY_MS);
  const days = Float64Array.from(texts, dayOf);
  return { name, reading, kind: "date", columns: dateColumns(name, days) };
}

/** A table has few different texts for its rows, so each is worked out once. */
function once(read: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const value = known.get(text) ?? read(text);
    known.set(text, value);
    return value;
  };
}

/** @param days since 1970, with their fractions; NaN where missing */
function dateColumns(name: string, days: Float64Array): readonly [Column, ...Column[]] {
  const known = days.filter((day) => !Number.isNaN(day)).sort();
  const newest = known.at(-1) ?? 0;
  const span = newest - (known[0] ?? 0);
  const before: Column = { kind: "number", name, values: days.map((day) => newest - day) };
  const part = (suffix: string, of: (date: Date) => number): Column => ({
    kind: "category",
    name: `${name} (${suffix})`,
    values: Array.from(days, (day) => (Number.isNaN(day) ? "" : String(of(new Date(day * DAY_MS))))),
  });
  const parts: Column[] = [];
  if (span >= LEAST_DAYS_FOR_MONTHS && known.length >= 12 * LEAST_ROWS_PER_PART)
    parts.push(part("month", (date) => date.getUTCMonth() + 1));
  if (span >= LEAST_DAYS_FOR_WEEKDAYS && known.length >= 7 * LEAST_ROWS_PER_PART)
    parts.push(part("weekday", (date) => date.getUTCDay()));
  return [before, ...parts];
}
