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
  const bytes = await readFile(path);
  if (/^(?:fffe|feff)/.test(bytes.toString("hex", 0, 2)))
    return { kind: "refused", reason: phrase(UNREADABLE.not_csv, { path }) };
  try {
    const records: string[][] = parse(file.gzipped ? gunzipSync(bytes) : bytes, { bom: true });
    return tableFrom(path, records);
  } catch (error) {
    const cause = error instanceof CsvError || error instanceof Error ? error.message : String(error);
    return { kind: "refused", reason: phrase("table.unreadable", { path, cause }) };
  }
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
