import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { CsvError, parse } from "csv-parse/sync";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { openCsvFile, type UnreadableFile } from "./csv-file.ts";

/** A small CSV file as text, column by column; every column has `rows` values. */
export type TextTable = {
  readonly rows: number;
  /** In the file's order. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
};

export type TableRefusal = { readonly kind: "refused"; readonly reason: Phrase };

/**
 * Reads a whole table, plain or gzipped. Meant for evaluation tables: unlike an import, one bad line refuses the file,
 * since metrics over part of a table would be compared with figures over all of it.
 */
export async function readTable(path: string): Promise<TextTable | TableRefusal> {
  const file = await openCsvFile(path);
  if ("because" in file) return { kind: "refused", reason: phrase(UNREADABLE[file.because], { path }) };
  const stored = await readFile(path);
  try {
    const bytes = file.gzipped ? gunzipSync(stored) : stored;
    if (!isUtf8(bytes)) return badBytes(path, bytes);
    return tableFrom(path, recordsOf(bytes));
  } catch (error) {
    const cause = error instanceof CsvError || error instanceof Error ? error.message : String(error);
    return { kind: "refused", reason: phrase("table.unreadable", { path, cause }) };
  }
}

const DELIMITERS = [",", ";", "\t", "|"];
/** Enough to see which mark cuts every line into as many fields. */
const LINES_TRIED = 50;

/** Cut by the mark that makes most fields, in every line as many; where none does, of the header. Lines end in LF, CRLF or CR. */
function recordsOf(bytes: Buffer): string[][] {
  const alike = DELIMITERS.map((delimiter) => fieldsOf(bytes, delimiter, LINES_TRIED));
  const fields =
    Math.max(...alike) > 1 ? alike : DELIMITERS.map((delimiter) => fieldsOf(bytes, delimiter, 1));
  return parse(bytes, { bom: true, delimiter: DELIMITERS[fields.indexOf(Math.max(...fields))] ?? "," });
}

/** Of each of the first lines; 0 where they differ. */
function fieldsOf(bytes: Buffer, delimiter: string, lines: number): number {
  try {
    const records: string[][] = parse(bytes, { bom: true, delimiter, to: lines });
    return records[0]?.length ?? 0;
  } catch {
    return 0;
  }
}

function badBytes(path: string, bytes: Buffer): TableRefusal {
  const line = bytes
    .toString("latin1")
    .split("\n")
    .findIndex((text) => !isUtf8(Buffer.from(text, "latin1")));
  return { kind: "refused", reason: phrase("table.bad-bytes", { path, line: line + 1 }) };
}

const UNREADABLE: Readonly<Record<UnreadableFile["because"], string>> = {
  not_a_file: "table.not-a-file",
  not_csv: "table.not-csv",
  empty: "table.empty-file",
};

function tableFrom(path: string, [header = [], ...lines]: string[][]): TextTable | TableRefusal {
  const names = header.map((name) => name.trim());
  const repeated = names.find((name, place) => names.indexOf(name) !== place);
  if (repeated !== undefined)
    return { kind: "refused", reason: phrase("table.repeated-column", { path, column: repeated }) };
  if (lines.length === 0) return { kind: "refused", reason: phrase("table.empty", { path }) };
  const columns = new Map(names.map((name, place) => [name, lines.map((line) => line[place] ?? "")]));
  return { rows: lines.length, columns };
}
