import { CsvError, parse } from "csv-parse/sync";
import type { FilePlace } from "../../domain/imports/imports.ts";
import { phrase } from "../../domain/phrase.ts";
import { type Rejection, rejection } from "../../domain/rejection.ts";
import type { Line } from "./lines.ts";

/** One record of the file: its fields as text, or why it has none. */
export type CsvRecord = FilePlace &
  ({ readonly fields: readonly string[]; readonly fault: null } | { readonly fault: Rejection });

export type CsvShape = {
  readonly delimiter: string;
  readonly columns: number;
  /** Whether these fields would be a good row by themselves; must not remember anything. */
  isRow(fields: readonly string[]): boolean;
};

/** A quoted text may run over this many lines; nobody writes more into one cell. */
const MAX_LINES_OF_A_RECORD = 10_000;
/** And have this many characters, so that two cells of a megabyte fit; it bounds what waits in memory. */
const MAX_RECORD_LENGTH = 4_194_304;
/** So many lines of the header's width in a row are rows, if bad ones, not a text that happens to look so; chosen. */
const ROWS_IN_A_ROW = 20;
/** Lines of a text have one comma each more often than two. */
const FEWEST_COLUMNS_OF_A_ROW = 3;
/** Lines handed to the parser at once: a call costs as much as some 15 lines, a bad line costs its group again. */
const LINES_PER_PARSE = 64;

/**
 * Cuts lines into records by csv-parse, one bad record at a time: csv-parse itself gives up at a closing quote in the
 * wrong place, and takes the rest of the file for one field after a stray opening quote.
 *
 * The rule: a line whose quotes are complete is a record. A line that leaves a quote open runs on over the next lines
 * until they make a well-formed record of the header's width. It is a stray quote, and costs only this one line, when
 * a line it would swallow is a good row by itself, when twenty in a row have a row's width, when the quote closes in
 * the wrong place or at the wrong width, when 10,000 lines or 4 million characters do not close it, or at the end of the
 * file.
 *
 * Each line is looked at a fixed number of times: an open quote is followed to the next line with an odd number of
 * quotes, from which the next one starts, and goes on where it stopped when more lines arrive.
 */
export class CsvRecordReader {
  readonly #shape: CsvShape;
  #waiting: Line[] = [];
  /** The waiting lines, each read by itself. */
  #waitingAlone: Alone = [];
  #open: OpenText | null = null;

  constructor(shape: CsvShape) {
    this.#shape = shape;
  }

  /** The records that are complete now. A record may wait for lines to come. */
  read(lines: readonly Line[], isLast: boolean): CsvRecord[] {
    const arrived = parseAlone(lines, this.#shape.delimiter);
    const waits = this.#waiting.length > 0;
    const all = waits ? [...this.#waiting, ...lines] : lines;
    const alone = waits ? [...this.#waitingAlone, ...arrived] : arrived;
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < all.length) {
      const taken = this.#take(all, alone, at, isLast);
      if (taken === "wait") break;
      if (taken.record) records.push(taken.record);
      this.#open = null;
      at = taken.next;
    }
    this.#waiting = all.slice(at);
    this.#waitingAlone = alone.slice(at);
    return records;
  }

  #take(lines: readonly Line[], alone: Alone, at: number, isLast: boolean): Taken | "wait" {
    const line = lines[at];
    if (!line || isBlank(line.text, this.#shape.delimiter)) return { record: null, next: at + 1 };
    const fields = alone[at];
    if (line.fault) return { record: faulty(line, line.fault), next: at + 1 };
    if (fields) return { record: this.#recordOf(line.number, line.text, fields), next: at + 1 };
    return this.#takeOverLines(lines, alone, at, isLast);
  }

  #takeOverLines(lines: readonly Line[], alone: Alone, at: number, isLast: boolean): Taken | "wait" {
    const line = lines[at];
    if (!line) return "wait";
    const stray: Taken = { record: faulty(line, STRAY_QUOTE), next: at + 1 };
    if (!this.#open && parseRecord(line.text, this.#shape.delimiter) !== "open") return stray;
    this.#open ??= { lines: 1, length: line.text.length, quotes: countQuotes(line.text), rows: 0 };
    for (const open = this.#open; open.lines < MAX_LINES_OF_A_RECORD; ) {
      const to = at + open.lines;
      const next = lines[to];
      if (!next) return isLast ? stray : "wait";
      if (next.fault || this.#isRow(alone[to]) || this.#isBeyond(open, next, alone[to])) return stray;
      if (open.quotes % 2 === 1) continue; // Still open, whatever stands where.
      const text = textOf(lines, at, to);
      const parsed = parseRecord(text, this.#shape.delimiter);
      if (typeof parsed === "string" || parsed.length !== this.#shape.columns) return stray;
      return { record: this.#recordOf(line.number, text, parsed), next: to + 1 };
    }
    return stray;
  }

  /** Adds a line to an open text; whether that is too much for one. */
  #isBeyond(open: OpenText, { text }: Line, alone: readonly string[] | null | undefined): boolean {
    const { columns } = this.#shape;
    open.lines += 1;
    open.length += text.length + 1;
    open.quotes += countQuotes(text);
    open.rows = columns >= FEWEST_COLUMNS_OF_A_ROW && alone?.length === columns ? open.rows + 1 : 0;
    return open.length > MAX_RECORD_LENGTH || open.rows >= ROWS_IN_A_ROW;
  }

  #isRow(fields: readonly string[] | null | undefined): boolean {
    return fields?.length === this.#shape.columns && this.#shape.isRow(fields);
  }

  #recordOf(line: number, raw: string, fields: readonly string[]): CsvRecord {
    const { columns } = this.#shape;
    if (fields.length === columns) return { line, raw, fields, fault: null };
    const problem = phrase("rejected.column-count", { found: fields.length, needed: columns });
    return { line, raw, fault: rejection("wrong_column_count", problem) };
  }
}

/** A quoted text that has not ended: how far it was followed. `rows` counts its last lines of a row's width. */
type OpenText = { lines: number; length: number; quotes: number; rows: number };
type Taken = { readonly record: CsvRecord | null; readonly next: number };
/** The fields of each line read by itself; null where that does not work. */
type Alone = ReadonlyArray<readonly string[] | null>;

const STRAY_QUOTE: Rejection = rejection("stray_quote", phrase("rejected.stray-quote"));

function textOf(lines: readonly Line[], from: number, to: number): string {
  return lines
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join("\n");
}

function faulty(line: Line, fault: Rejection): CsvRecord {
  return { line: line.number, raw: line.text, fault };
}

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

/** Spreadsheets leave lines of nothing but delimiters below the last row. */
function isBlank(text: string, delimiter: string): boolean {
  const first = text[0];
  if (first !== undefined && first !== delimiter && first !== " " && first !== "\t") return false;
  return text.replaceAll(delimiter, "").trim() === "";
}

function parseAlone(lines: readonly Line[], delimiter: string): Alone {
  const quoted: number[] = [];
  const alone = lines.map((line, index) => {
    if (!line.text.includes('"')) return line.text.split(delimiter);
    if (!line.fault) quoted.push(index);
    return null;
  });
  for (let from = 0; from < quoted.length; from += LINES_PER_PARSE) {
    parseGroup(quoted.slice(from, from + LINES_PER_PARSE), lines, delimiter, alone);
  }
  return alone;
}

/** Halves a group until the lines that are no record by themselves stand alone. */
function parseGroup(
  group: readonly number[],
  lines: readonly Line[],
  delimiter: string,
  alone: Array<string[] | null>,
): void {
  const records = parseRecords(group.map((index) => lines[index]?.text ?? "").join("\n"), delimiter);
  // As many records as lines: no field ran over a line end, so each line is one record.
  if (typeof records !== "string" && records.length === group.length) {
    for (const [position, index] of group.entries()) alone[index] = records[position] ?? null;
  } else if (group.length > 1) {
    const half = group.length >> 1;
    parseGroup(group.slice(0, half), lines, delimiter, alone);
    parseGroup(group.slice(half), lines, delimiter, alone);
  }
}

/** "open": the text ends inside quotes. "broken": a quote stands where none may. */
export function parseRecord(text: string, delimiter: string): string[] | "open" | "broken" {
  const records = parseRecords(text, delimiter);
  if (typeof records === "string") return records;
  return records.length === 1 && records[0] ? records[0] : "broken";
}

function parseRecords(text: string, delimiter: string): string[][] | "open" | "broken" {
  try {
    return parse(text, { delimiter, record_delimiter: "\n", relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === "CSV_QUOTE_NOT_CLOSED" ? "open" : "broken";
  }
}
