import type { CorrectedLine, ImportedRow, ImportRefusal, ProfileColumns } from "../domain/imports/imports.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import { CORRECTED_COLUMNS, correctedLineOf, isOfRejected, withoutFields } from "./csv/corrected-lines.ts";
import { type CsvFile, openCsvFile, readLineBytes } from "./csv/csv-file.ts";
import { type CsvRecord, CsvRecordReader } from "./csv/csv-records.ts";
import { type BadHeader, type Header, neededNames, readHeader } from "./csv/header.ts";
import { cutLines, type Line, MAX_LINE_BYTES } from "./csv/lines.ts";
import { rejectedRow } from "./csv/rejected-row.ts";
import type { Preset, RowReader } from "./preset.ts";
import { PRESETS, type PresetName } from "./presets.ts";

/** Rows in the order of the file, and how many bytes of it (on the disk) are read so far. */
export type RowBlock = {
  readonly rows: readonly ImportedRow[];
  /** Records that are about something else. */
  readonly skipped: number;
  readonly bytesRead: number;
  /** Rejected lines of earlier imports that these rows tell anew. */
  readonly corrected: readonly CorrectedLine[];
};

export type ImportSource = {
  readonly kind: "open";
  readonly path: string;
  readonly bytes: number;
  readonly source: string;
  /** The line that names the columns, and what divides them. */
  readonly header: string;
  readonly delimiter: string;
  /** @throws SourceReadError when the file cannot be read to its end */
  rows(): AsyncGenerator<RowBlock>;
} & RowsToCome;

/** What the rows will be. For customers also which facts the file has columns for. */
type RowsToCome =
  | { readonly makes: "customers"; readonly columns: ProfileColumns }
  | { readonly makes: Exclude<Preset["makes"], "customers"> };

/** How a file's rows are read, and what that is called. */
export type WayIn = { readonly name: string; readonly preset: Preset };

const MAX_HEADER_LENGTH = 2_000;

/**
 * Opens a file for import: plain or gzipped CSV whose first line that is not blank names the columns.
 * @param by a preset's name, or a preset and what a refusal calls it
 * @param timeZone whose days the file's plain days are
 * @param source the system its rows belong to; the preset's own when left out
 */
export async function openImportSource(
  path: string,
  by: PresetName | WayIn,
  { timeZone, source }: { readonly timeZone: string; readonly source?: string | undefined },
): Promise<ImportSource | ImportRefusal> {
  const wayIn: WayIn = typeof by === "string" ? { name: by, preset: PRESETS[by] } : by;
  const { preset } = wayIn;
  const file = await openCsvFile(path);
  if (!("path" in file)) return { kind: "refused", ...file, missing: [], found: [] };
  const headerLine = await findHeader(file);
  if (!headerLine) {
    const missing = neededNames(preset.columns);
    return refuse(file, wayIn, { because: "empty", missing, found: [] });
  }
  const header = readHeader(headerLine, preset.columns);
  if ("because" in header) return refuse(file, wayIn, header);
  const rowSource = source ?? preset.source;
  return {
    kind: "open",
    path,
    bytes: file.bytes,
    source: rowSource,
    header: isOfRejected(header.names)
      ? withoutFields(headerLine.text, header.delimiter, CORRECTED_COLUMNS.length)
      : headerLine.text,
    delimiter: header.delimiter,
    ...rowsToCome(preset, header),
    rows: () =>
      readRows(file, header, headerLine.number, preset.reader(header, { source: rowSource, timeZone })),
  };
}

function rowsToCome({ makes, profileColumns }: Preset, header: Header): RowsToCome {
  return makes === "customers" ? { makes, columns: profileColumns(header) } : { makes };
}

async function findHeader(file: CsvFile): Promise<Line | null> {
  for await (const { lines } of readLines(file)) {
    const header = lines.find(({ text }) => text.trim() !== "" && !/^sep=.$/i.test(text));
    if (header) return header;
  }
  return null;
}

async function* readLines(file: CsvFile): AsyncGenerator<{ lines: readonly Line[]; bytesRead: number }> {
  let number = 1;
  for await (const { bytes, bytesRead } of readLineBytes(file, MAX_LINE_BYTES)) {
    const lines = cutLines(bytes, number);
    number += lines.length;
    yield { lines, bytesRead };
  }
}

async function* readRows(
  file: CsvFile,
  header: Header,
  headerLine: number,
  reader: RowReader,
): AsyncGenerator<RowBlock> {
  const records = new CsvRecordReader({
    delimiter: header.delimiter,
    columns: header.names.length,
    isRow: reader.isRow,
  });
  for await (const { lines, bytesRead } of readLines(file)) {
    const startsAbove = lines[0] !== undefined && lines[0].number <= headerLine;
    const below = startsAbove ? lines.filter((line) => line.number > headerLine) : lines;
    yield { ...blockOf(records.read(below, false), header, reader), bytesRead };
  }
  yield { ...blockOf(records.read([], true), header, reader), bytesRead: file.bytes };
}

function blockOf(
  records: readonly CsvRecord[],
  header: Header,
  reader: RowReader,
): Omit<RowBlock, "bytesRead"> {
  if (!isOfRejected(header.names)) return { ...rowsOf(records, reader), corrected: [] };
  const bare = (record: CsvRecord): CsvRecord => ({
    ...record,
    raw: withoutFields(record.raw, header.delimiter, CORRECTED_COLUMNS.length),
  });
  const corrected = records.flatMap((record) => correctedLineOf(record) ?? []);
  return { ...rowsOf(records.map(bare), reader), corrected };
}

function rowsOf(records: readonly CsvRecord[], reader: RowReader): Pick<RowBlock, "rows" | "skipped"> {
  const rows = records.flatMap(
    (record) => (record.fault ? rejectedRow(record, record.fault) : reader.read(record.fields, record)) ?? [],
  );
  return { rows, skipped: records.length - rows.length };
}

function refuse(file: CsvFile, { name }: WayIn, header: BadHeader): ImportRefusal {
  return { kind: "refused", ...header, problem: explain(file.path, name, header) };
}

function explain(path: string, preset: string, { because, missing, found }: BadHeader): Phrase {
  if (because === "empty") return phrase("import.no-header", { path });
  if (because === "repeated_columns") {
    return phrase("import.repeated-columns", { path, columns: found.join(", ").slice(0, MAX_HEADER_LENGTH) });
  }
  const facts = { path, preset, missing: missing.join(", ") };
  return phrase("import.missing-columns", { ...facts, found: found.join(", ").slice(0, MAX_HEADER_LENGTH) });
}
