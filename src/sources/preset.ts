import type { FilePlace, ImportedRow, ProfileColumns } from "../domain/imports/imports.ts";
import type { ColumnNames, Header } from "./csv/header.ts";

/** Turns fields into rows. One reader serves one pass over one file: it may count what it has seen. */
export type RowReader = {
  /** Whether the fields are a good row; remembers nothing. */
  isRow(fields: readonly string[]): boolean;
  read(fields: readonly string[], place: FilePlace): ImportedRow;
};

/** A way in for one kind of CSV file: one file in this folder, one line in `presets.ts`. */
export type Preset = {
  /** The source its rows belong to when none is named. */
  readonly source: string;
  readonly columns: ColumnNames;
  readonly makes: "activities" | "customers" | "costs";
  reader(header: Header, source: string): RowReader;
  /** For customers: which facts the file has columns for. */
  profileColumns?(header: Header): ProfileColumns;
};

/** A function that gives a column's text, empty where the file lacks the column. */
export function columnAt(header: Header, column: string): (fields: readonly string[]) => string {
  const position = header.positions.get(column);
  return position === undefined ? () => "" : (fields) => fields[position] ?? "";
}
