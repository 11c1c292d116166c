import {
  COUNTED_DATE_FORMATS,
  DATE_FORMATS,
  type DateFormat,
  readDate,
  WRITTEN_DATE_FORMATS,
} from "./readings/date-format.ts";
import { isMissingFigure, isMissingWord } from "./readings/missing-words.ts";
import { NUMBER_FORMATS, type NumberFormat, readNumber } from "./readings/number-format.ts";

/** As somebody would write it in a mapping: "1.234,50", "dd.mm.yyyy". */
export type ColumnFormat = NumberFormat | DateFormat;
export const COLUMN_FORMATS: readonly ColumnFormat[] = [...NUMBER_FORMATS, ...DATE_FORMATS];

/** A text of the column and where it stands; `row` is the first that has it, from 1, without the header. */
export type Occurrence = { readonly text: string; readonly row: number; readonly rows: number };

/** How a whole column is read: every field in the same format, or not at all. */
export type ColumnReading = {
  readonly kind: "number" | "day" | "moment" | "text";
  /** null for text. */
  readonly format: ColumnFormat | null;
  /** Formats that read as many fields, some of them differently; `example` is such a field. None where it is sure. */
  readonly ambiguous: readonly ColumnFormat[];
  /** Whether some field can be read in this format alone: evidence for the other columns of the file. */
  readonly decided: boolean;
  readonly example: string | null;
  /** Words that count as missing, most frequent first; blank fields are not among them. */
  readonly missing: readonly Occurrence[];
  /**
   * Fields of a column of numbers or dates that are neither, in the order of their rows. They count as missing. Of a text
   * column: what kept it from being one of numbers or dates, where most of its fields are; otherwise empty.
   */
  readonly strays: readonly Occurrence[];
  /** Of text: what most of its fields would be. */
  readonly mostly: "number" | "date" | null;
  /** Signs and codes of currencies beside the numbers, in the order of their rows. */
  readonly currencies: readonly string[];
  /** Of moments: whether they say their zone. Those that do not are of the wall clock where they were written. */
  readonly zones: "all" | "some" | "none";
};

export type ReadingRequest = {
  /** What the column is known to hold. Counts (epoch seconds, days of a spreadsheet) are dates only where told so. */
  readonly as?: "number" | "date";
  /** Decides between formats that read the column equally well, such as by the other columns of the file. */
  readonly prefer?: readonly ColumnFormat[];
};

/**
 * One field in twenty may be a stray: with more the column means something by it ("3+" beside 0, 1 and 2), with fewer it
 * is a slip of one who typed. In a column of ten fields or more a single one is always a slip.
 */
const MOST_STRAYS = 1 / 20;
const FEWEST_FIELDS_FOR_A_STRAY = 10;
/** From half on a column is worth a word about what it would be without its strays. */
const MOSTLY = 1 / 2;

/**
 * Decides how a column is read, from all of its fields. A lone "1.234" or "1,234" can be meant either way: it is read as in
 * English (1.234 and 1234) and `ambiguous` says so; so is 3/4/2024 (4 March) where no day is above 12.
 */
export function readingOf(
  values: readonly string[],
  { as, prefer = [] }: ReadingRequest = {},
): ColumnReading {
  const fields = distinct(values);
  const told = fields.filter(({ text }) => !isMissingFigure(text));
  const filled = rowsOf(told);
  const [best, ...others] = trialsOf(told, candidates(as), prefer);
  if (best === undefined || best.rows === 0) return textReading(fields);
  const strays = told.filter((field) => best.read.get(field.text) === undefined);
  const strayRows = filled - best.rows;
  const few = strayRows <= filled * MOST_STRAYS || (strayRows === 1 && filled >= FEWEST_FIELDS_FOR_A_STRAY);
  if (!few) {
    const mostly = best.rows >= filled * MOSTLY ? (isNumberFormat(best.format) ? "number" : "date") : null;
    return { ...textReading(fields), mostly, strays: mostly === null ? [] : strays };
  }
  const akin = others.filter(({ format }) => isNumberFormat(format) === isNumberFormat(best.format));
  const rivals = prefer.includes(best.format) ? [] : akin.filter((other) => isRival(best, other));
  return {
    ...factsOf(best),
    format: best.format,
    ambiguous: rivals.map(({ format }) => format),
    decided: akin.every(({ rows }) => rows < best.rows),
    example: rivals[0] === undefined ? null : (differing(best, rivals[0]) ?? null),
    missing: byFrequency(fields.filter(({ text }) => text.trim() !== "" && isMissingFigure(text))),
    strays,
    mostly: null,
  };
}

/**
 * A field in the one form that presets read: a plain decimal, an ISO day, or an ISO moment, which has a zone only where the
 * field has one. null where the field says nothing in this format.
 */
export function plainIn(format: ColumnFormat, text: string): string | null {
  if (isNumberFormat(format)) return readNumber(text, format)?.plain ?? null;
  const date = readDate(text, format);
  if (date === null) return null;
  return date.time === null ? date.day : `${date.day}T${date.time.time}${date.time.zone}`;
}

/** How each field of a column is written for presets, by how the column is read; null for what counts as missing. */
export function plainBy({
  kind,
  format,
}: Pick<ColumnReading, "kind" | "format">): (text: string) => string | null {
  if (format === null) return (text) => (isMissingWord(text) ? null : text.trim());
  if (kind !== "day") return (text) => plainIn(format, text);
  return (text) => plainIn(format, text)?.slice(0, DAY_LENGTH) ?? null;
}

const DAY_LENGTH = "2026-03-31".length;

/** A field as a number; null where it is none. */
export function numberIn(format: NumberFormat, text: string): number | null {
  const plain = plainIn(format, text);
  return plain === null ? null : Number(plain);
}

/** A field as a moment: a day's first, and what names no zone, as if it were in UTC. null where it is none. */
export function dateIn(format: DateFormat, text: string): Date | null {
  const plain = plainIn(format, text);
  if (plain === null) return null;
  return new Date(/T[^Z+-]*$/.test(plain) ? `${plain}Z` : plain);
}

export const isNumberFormat = (format: ColumnFormat): format is NumberFormat =>
  (NUMBER_FORMATS as readonly string[]).includes(format);

function candidates(as: ReadingRequest["as"]): readonly ColumnFormat[] {
  if (as === "number") return NUMBER_FORMATS;
  if (as === "date") return [...WRITTEN_DATE_FORMATS, ...COUNTED_DATE_FORMATS];
  return [...WRITTEN_DATE_FORMATS, ...NUMBER_FORMATS];
}

/** What one format makes of a column. */
type Trial = {
  readonly format: ColumnFormat;
  /** By the field's text. */
  readonly read: ReadonlyMap<string, string>;
  readonly rows: number;
};

/** Most fields of most columns, and the formats that can read them: the others need not be tried. */
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const READ_PLAIN_NUMBERS: ReadonlySet<ColumnFormat> = new Set([
  ...NUMBER_FORMATS,
  ...COUNTED_DATE_FORMATS,
  "yyyymmdd",
]);

/** The one that reads most fields first, then the preferred, then in the order given. */
function trialsOf(
  fields: readonly Occurrence[],
  formats: readonly ColumnFormat[],
  prefer: readonly ColumnFormat[],
): readonly Trial[] {
  const digits = fields.filter(({ text }) => /\p{Nd}/u.test(text));
  const trials = formats.map((format): Trial => {
    const read = new Map<string, string>();
    let rows = 0;
    for (const { text, rows: own } of digits) {
      if (PLAIN_NUMBER.test(text) && !READ_PLAIN_NUMBERS.has(format)) continue;
      const plain = plainIn(format, text);
      if (plain === null) continue;
      read.set(text, plain);
      rows += own;
    }
    return { format, read, rows };
  });
  const rank = ({ format }: Trial) => (prefer.includes(format) ? 0 : 1);
  return trials.sort((a, b) => b.rows - a.rows || rank(a) - rank(b));
}

const isRival = (best: Trial, other: Trial) =>
  other.rows === best.rows && differing(best, other) !== undefined;

function differing(a: Trial, b: Trial): string | undefined {
  for (const [text, plain] of a.read) if (b.read.get(text) !== plain) return text;
  return undefined;
}

function factsOf({ format, read }: Trial): Pick<ColumnReading, "kind" | "currencies" | "zones"> {
  if (isNumberFormat(format)) {
    const units = [...read.keys()].flatMap((text) => readNumber(text, format)?.currency ?? []);
    return { kind: "number", currencies: [...new Set(units)], zones: "none" };
  }
  const times = [...read.keys()].flatMap((text) => readDate(text, format)?.time ?? []);
  const zoned = times.filter(({ zone }) => zone !== "").length;
  // Databases write days as midnights; where any has a time of its own, all are moments.
  const kind = zoned > 0 || times.some(({ midnight }) => !midnight) ? "moment" : "day";
  return { kind, currencies: [], zones: zoned === 0 ? "none" : zoned === read.size ? "all" : "some" };
}

function textReading(fields: readonly Occurrence[]): ColumnReading {
  return {
    kind: "text",
    format: null,
    ambiguous: [],
    decided: false,
    example: null,
    missing: byFrequency(fields.filter(({ text }) => text.trim() !== "" && isMissingWord(text))),
    strays: [],
    mostly: null,
    currencies: [],
    zones: "none",
  };
}

function distinct(values: readonly string[]): readonly Occurrence[] {
  const found = new Map<string, { text: string; row: number; rows: number }>();
  for (const [index, value] of values.entries()) {
    const text = value.trim();
    const known = found.get(text);
    if (known) known.rows += 1;
    else found.set(text, { text, row: index + 1, rows: 1 });
  }
  return [...found.values()];
}

const rowsOf = (fields: readonly Occurrence[]) => fields.reduce((sum, { rows }) => sum + rows, 0);

const byFrequency = (fields: readonly Occurrence[]) => [...fields].sort((a, b) => b.rows - a.rows);
