import type { SkippedAs } from "../../domain/imports/imports.ts";
import { type CsvRecord, parseRecord } from "./csv-records.ts";

/**
 * Knows the records of a file that are no rows: the header once more, a second header below it (units, a translation,
 * types), and a row of totals. One serves one pass over one file.
 */
export class ExtraRows {
  readonly #names: readonly string[];
  readonly #delimiter: string;
  readonly #second: ReadonlyArray<readonly string[]>;
  readonly #ids: readonly number[];
  /** Only headers have come since the last row: a second header may follow. */
  #belowHeader = true;

  /** @param first the records right below the header, to see a second one by */
  constructor(names: readonly string[], delimiter: string, first: readonly CsvRecord[]) {
    this.#names = names;
    this.#delimiter = delimiter;
    this.#second = secondHeaders(
      names,
      first.flatMap((record) => (record.fault ? [] : [record.fields])),
    );
    this.#ids = names.flatMap((name, position) => (isIdName(name) ? [position] : []));
  }

  /** What the record is instead of a row; null for a row, good or bad. */
  whatIs(record: CsvRecord): SkippedAs | null {
    if (!this.#belowHeader && this.#isPlainlyRow(record)) return null;
    const fields = this.#fieldsOf(record);
    const what = fields && this.#whatIs(fields);
    this.#belowHeader = what === "header" || what === "second_header";
    return what;
  }

  #whatIs(fields: readonly string[]): SkippedAs | null {
    if (isSame(fields, this.#names)) return "header";
    if (this.#belowHeader && this.#second.some((header) => isSame(fields, header))) return "second_header";
    return isTotals(fields, this.#ids) ? "totals" : null;
  }

  /** Most rows begin with an id or a date: its last digit saves them the closer look. */
  #isPlainlyRow(record: CsvRecord): boolean {
    if (record.fault) return false;
    const first = record.fields[0] ?? "";
    const last = first.charCodeAt(first.length - 1);
    return last >= ZERO && last <= NINE && first !== this.#names[0];
  }

  /** A row of totals may be narrower than the others. */
  #fieldsOf(record: CsvRecord): readonly string[] | null {
    if (!record.fault) return record.fields;
    if (record.fault.reason !== "wrong_column_count") return null;
    const fields = parseRecord(record.raw, this.#delimiter);
    return typeof fields === "string" ? null : fields;
  }
}

const ZERO = 48;
const NINE = 57;

function isSame(fields: readonly string[], header: readonly string[]): boolean {
  return (
    fields[0]?.trim() === header[0]?.trim() &&
    fields.length === header.length &&
    fields.every((field, at) => field.trim() === header[at]?.trim())
  );
}

/** Header, units and translation are the most that exports were seen to have. */
const MOST_SECOND_HEADERS = 2;

function secondHeaders(
  names: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): ReadonlyArray<readonly string[]> {
  const found: Array<readonly string[]> = [];
  for (const row of rows.slice(0, MOST_SECOND_HEADERS)) {
    const below = rows
      .slice(found.length + 1)
      .filter((other) => !isSame(other, names) && !isSame(other, row));
    if (isSame(row, names) || !isSecondHeader(row, names, below)) break;
    found.push(row);
  }
  return found;
}

const DIGIT = /\p{Nd}/u;
/** Of a column's cells so many look like values where it holds numbers, dates or ids; chosen. */
const SHARE_OF_VALUES = 0.8;
/** Fewer rows are too few to tell a column by; chosen. */
const FEWEST_ROWS = 3;

/**
 * A line without any digit where the rows below have numbers, dates or ids, if that shows twice: in two columns, or in
 * one and by a cell that reads like a column's name or a unit. Once alone may be a customer whose id has no digits.
 */
function isSecondHeader(
  row: readonly string[],
  names: readonly string[],
  below: ReadonlyArray<readonly string[]>,
): boolean {
  if (row.some((cell) => isOfARow(cell.trim()))) return false;
  const instead = row.filter(
    (cell, at) => cell.trim() !== "" && areValues(below.map((fields) => fields[at] ?? "")),
  );
  const named = row.filter(
    (cell) => isUnit(cell.trim()) || isIdName(cell) || names.some((name) => isAlike(name, cell)),
  );
  if (instead.length === 0 || (named.length === 0 && below.length < FEWEST_ROWS)) return false;
  return instead.length + named.length >= 2;
}

/** Words for what is not known. */
const MISSING = /^(?:n\.?\/?a\.?|null|none|nil|unknown|unbekannt|-+|—|暂无|未知|無|无|#.*)$/i;
const ADDRESS = /@\w|\.[a-z]{2,}$/;

/** What no header has: a line with one is a row. */
const isOfARow = (cell: string) =>
  !isUnit(cell) && (DIGIT.test(cell) || MISSING.test(cell) || ADDRESS.test(cell));

function areValues(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.filter(isValue).length >= filled.length * SHARE_OF_VALUES;
}

/** A number, a date or an id has digits and no words: a currency or a month at most. */
const isValue = (cell: string) =>
  DIGIT.test(cell) && !(/\s/.test(cell.trim()) && /(?:\p{L}.*){5}/u.test(cell));

const isAlike = (name: string, cell: string) =>
  name !== "" && name.toLowerCase() === cell.trim().toLowerCase();

function isUnit(cell: string): boolean {
  const bare = cell.replace(/^[([（]|[)\]）]$/g, "");
  return (
    /^(?:[A-Z]{3}|\p{Sc}|%|k?g|pcs|stk|stück|h|min|text|string|number|integer|decimal|date|datetime|boolean|元|个|件|天)$/iu.test(
      bare,
    ) || /^[dmyhstjagDMYHSTJAGZ年月日:./ -]{4,}$/.test(bare)
  );
}

/** Whether a column of this name tells rows apart. */
function isIdName(name: string): boolean {
  const trimmed = name.trim();
  return (
    /(?:^|[\s_.-])(?:id|ids|no|nr|num|number|key|code|ref|reference|sku|uid|uuid|guid)\.?$/i.test(trimmed) ||
    /(?:[a-z]I[dD]|nummer|numéro|número|编号|编码|号码|编號|編號|號碼|号|號|番号|번호)$/.test(trimmed)
  );
}

/** The word stands in one of so many first columns. */
const FIRST_COLUMNS = 3;

/** A word for totals before all else, no id, and beside it only sums and blanks. */
function isTotals(fields: readonly string[], ids: readonly number[]): boolean {
  const at = fields.findIndex((field) => field.trim() !== "");
  const word = fields[at];
  if (word === undefined || at >= FIRST_COLUMNS || !isTotalsWord(word)) return false;
  if (ids.some((position) => position !== at && !isBlankOrWord(fields[position] ?? ""))) return false;
  return fields.every((field) => isBlankOrWord(field) || SUM.test(field.trim()));
}

const isBlankOrWord = (field: string) => field.trim() === "" || isTotalsWord(field);

/** A number, with a currency or a percent sign where one stands; never a date. */
const SUM =
  /^(?:\p{Sc}|[A-Z]{3})?\s?\(?[-+−]?\s?(?:\p{Sc}\s?)?\p{Nd}[\p{Nd}.,'’ {2}．，]*\)?\s?(?:\p{Sc}|%|[A-Z]{3}|元)?$/u;

const LONGEST_WORD = 24;
const TOTALS_WORDS = new Set(
  [
    ["total", "totals", "grand total", "sum", "sums", "subtotal", "sub-total", "sub total", "overall"],
    ["summe", "gesamt", "gesamtsumme", "gesamtbetrag", "zwischensumme", "insgesamt"],
    ["total général", "sous-total", "somme", "total general", "suma", "totale", "totaal", "razem"],
    ["合计", "总计", "小计", "总和", "合計", "總計", "小計", "総計", "합계", "총계", "소계"],
  ].flat(),
);

function isTotalsWord(field: string): boolean {
  if (field.length > LONGEST_WORD) return false;
  return TOTALS_WORDS.has(field.replace(/[\s*=:：.]+$|^[\s*=]+/g, "").toLowerCase());
}
