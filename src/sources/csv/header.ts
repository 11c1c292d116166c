import { parseRecord } from "./csv-records.ts";
import type { Line } from "./lines.ts";

/** Where each column of a preset stands in the file. */
export type Header = {
  readonly delimiter: string;
  /** The file's own names, in its order. */
  readonly names: readonly string[];
  /** Position by the preset's name for the column; absent where the file lacks an optional one. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns that the preset does not know. */
  readonly further: ReadonlyArray<{ readonly name: string; readonly position: number }>;
};

export type BadHeader = {
  readonly because: "empty" | "missing_columns" | "repeated_columns";
  readonly missing: readonly string[];
  readonly found: readonly string[];
};

export type ColumnNames = { readonly needed: readonly string[]; readonly optional: readonly string[] };

const DELIMITERS = [",", ";", "\t", "|"];

/**
 * Reads the header by the delimiter under which the most needed columns are found, so that a file of a European
 * spreadsheet (";") or a tab-separated one needs no setting. Names match without regard to case, blanks, "_" and "-".
 */
export function readHeader(line: Line, columns: ColumnNames): Header | BadHeader {
  if (line.fault) return { because: "missing_columns", missing: columns.needed, found: [] };
  const readings = DELIMITERS.map((delimiter) => readWith(line.text, delimiter, columns));
  const best = readings.reduce((a, b) => (b.missing.length < a.missing.length ? b : a));
  const found = best.header.names;
  if (best.missing.length > 0) return { because: "missing_columns", missing: best.missing, found };
  const repeated = found.filter(
    (name, at) => name !== "" && found.findIndex((other) => same(other, name)) < at,
  );
  if (repeated.length > 0) return { because: "repeated_columns", missing: [], found: repeated };
  return best.header;
}

function readWith(text: string, delimiter: string, columns: ColumnNames) {
  const fields = parseRecord(text, delimiter);
  const names = typeof fields === "string" ? text.split(delimiter) : fields;
  const trimmed = names.map((name) => name.trim());
  const known = [...columns.needed, ...columns.optional];
  const positions = new Map<string, number>();
  for (const column of known) {
    const position = trimmed.findIndex((name) => same(name, column));
    if (position >= 0) positions.set(column, position);
  }
  const taken = new Set(positions.values());
  const further = trimmed
    .map((name, position) => ({ name, position }))
    .filter(({ name, position }) => name !== "" && !taken.has(position));
  const header: Header = { delimiter, names: trimmed, positions, further };
  return { header, missing: columns.needed.filter((column) => !positions.has(column)) };
}

function same(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
