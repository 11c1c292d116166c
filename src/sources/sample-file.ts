import type { ImportRefusal } from "../domain/imports/imports.ts";
import { phrase } from "../domain/phrase.ts";
import { openCsvFile, readLineBytes } from "./csv/csv-file.ts";
import { CsvRecordReader, parseRecord } from "./csv/csv-records.ts";
import { cutLines, type Line, MAX_LINE_BYTES } from "./csv/lines.ts";

/** The first records of a file whose columns nobody has named yet. */
export type FileSample = {
  readonly kind: "sample";
  readonly delimiter: string;
  /** The columns, as the first line that is not blank names them. */
  readonly names: readonly string[];
  readonly records: readonly { readonly line: number; readonly fields: readonly string[] }[];
};

/** Reads at most so many records. */
export async function sampleFile(path: string, most: number): Promise<FileSample | ImportRefusal> {
  const file = await openCsvFile(path);
  if (!("path" in file)) return { kind: "refused", ...file, missing: [], found: [] };
  const lines = await firstLines(file, 2 * most + 1);
  const at = lines.findIndex(({ text }) => text.trim() !== "" && !/^sep=.$/i.test(text));
  const header = lines[at];
  if (header === undefined)
    return {
      kind: "refused",
      because: "empty",
      problem: phrase("import.no-header", { path }),
      missing: [],
      found: [],
    };
  const { delimiter, names } = namesIn(header.text);
  const reader = new CsvRecordReader({ delimiter, columns: names.length, isRow: () => false });
  const records = reader
    .read(lines.slice(at + 1), true)
    .flatMap((record) => (record.fault === null ? [{ line: record.line, fields: record.fields }] : []));
  return { kind: "sample", delimiter, names, records: records.slice(0, most) };
}

async function firstLines(file: Parameters<typeof readLineBytes>[0], most: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const { bytes } of readLineBytes(file, MAX_LINE_BYTES)) {
    lines.push(...cutLines(bytes, lines.length + 1));
    if (lines.length >= most) break;
  }
  return lines.slice(0, most);
}

const DELIMITERS = [",", ";", "\t", "|"];

function namesIn(text: string): Pick<FileSample, "delimiter" | "names"> {
  const readings = DELIMITERS.map((delimiter) => {
    const fields = parseRecord(text, delimiter);
    const names = typeof fields === "string" ? text.split(delimiter) : fields;
    return { delimiter, names: names.map((name) => name.trim()) };
  });
  return readings.reduce((best, one) => (one.names.length > best.names.length ? one : best));
}
