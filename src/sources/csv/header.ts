import { DELIMITERS } from "../text/detect-delimiter.ts";
import { type Columns, type NamedColumn, namedColumns } from "./columns.ts";
import { CORRECTED_COLUMNS, isOfRejected } from "./corrected-lines.ts";
import { parseRecord } from "./csv-records.ts";
import type { Line } from "./lines.ts";

/** Where each column of a preset stands in the file. */
export type Header = {
  /** Empty where the records name their columns themselves. */
  readonly delimiter: string;
  /** The file's own names, in its order. */
  readonly names: readonly string[];
  /** Position by the fact that the column fills; absent where the file lacks an optional one. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns that the preset does not know. */
  readonly further: ReadonlyArray<{ readonly name: string; readonly position: number }>;
};

export type BadHeader = {
  readonly because: "empty" | "missing_columns" | "repeated_columns";
  readonly missing: readonly string[];
  readonly found: readonly string[];
};

/**
 * Reads the header by the delimiter under which the most needed columns are found, so that a file of a European
 * spreadsheet (";") or a tab-separated one needs no setting. Names match without regard to case, blanks, "_" and "-".
 * @param likely the delimiter that the content tells, which is taken where several find as many
 */
export function readHeader(line: Line, columns: Columns, likely = ","): Header | BadHeader {
  if (line.fault) return { because: "missing_columns", missing: neededNames(columns), found: [] };
  const named = namedColumns(columns);
  const delimiters = [likely, ...DELIMITERS.filter((delimiter) => delimiter !== likely)];
  const readings = delimiters.map((delimiter) => readWith(namesIn(line.text, delimiter), delimiter, named));
  return checked(readings.reduce((a, b) => (b.missing.length < a.missing.length ? b : a)));
}

/** The header of a file whose records name their columns themselves. */
export function headerOfNames(names: readonly string[], columns: Columns): Header | BadHeader {
  return checked(readWith(names, "", namedColumns(columns)));
}

/** The names in a header line, cut at a delimiter; a line break in a quoted name is a blank. */
export function namesIn(text: string, delimiter: string): string[] {
  const fields = parseRecord(text, delimiter);
  return (typeof fields === "string" ? text.split(delimiter) : fields).map((name) =>
    name.trim().replace(/\s*\n\s*/g, " "),
  );
}

type Reading = { readonly header: Header; readonly missing: readonly string[] };

function checked(best: Reading): Header | BadHeader {
  const found = best.header.names;
  if (best.missing.length > 0) return { because: "missing_columns", missing: best.missing, found };
  const repeated = found.filter(
    (name, at) => name !== "" && found.findIndex((other) => same(other, name)) < at,
  );
  if (repeated.length > 0) return { because: "repeated_columns", missing: [], found: repeated };
  return best.header;
}

/** What a file must have, by its names for it. */
export function neededNames(columns: Columns): string[] {
  return namedColumns(columns).flatMap(([, { name, needed }]) => (needed ? [name] : []));
}

function readWith(names: readonly string[], delimiter: string, columns: readonly NamedColumn[]): Reading {
  const positions = new Map<string, number>();
  const missing: string[] = [];
  for (const [fact, column] of columns) {
    const position = names.findIndex((name) => same(name, column.name));
    if (position >= 0) positions.set(fact, position);
    else if (column.needed) missing.push(column.name);
  }
  const taken = new Set(positions.values());
  const ofRejected = isOfRejected(names);
  const told = CORRECTED_COLUMNS.length;
  const further = names
    .map((name, position) => ({ name, position }))
    .filter(({ name, position }) => name !== "" && !taken.has(position) && !(ofRejected && position < told));
  const header: Header = { delimiter, names, positions, further };
  return { header, missing };
}

function same(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
