import type { ImportedRow, ImportRefusal, ProfileColumns, SkippedLine } from "../domain/imports/imports.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import type { CsvRecord } from "./csv/csv-records.ts";
import { type BadHeader, type Header, headerOfNames, neededNames, readHeader } from "./csv/header.ts";
import { rejectedRow } from "./csv/rejected-row.ts";
import { profileColumns } from "./customer-profile.ts";
import type { Preset, RowReader } from "./preset.ts";
import { PRESETS, type PresetName } from "./presets.ts";
import { type DelimitedFile, type NamedFile, openRecordFile, type RecordBlock } from "./record-file.ts";
import type { TextEncoding } from "./text/detect-encoding.ts";

/** Rows in the order of the file, what in it is no row, and how many bytes of it (on the disk) are read so far. */
export type RowBlock = {
  readonly rows: readonly ImportedRow[];
  readonly skipped: readonly SkippedLine[];
  readonly bytesRead: number;
};

export type ImportSource = {
  readonly kind: "open";
  readonly path: string;
  readonly bytes: number;
  readonly encoding: TextEncoding;
  /** Null for JSON. */
  readonly delimiter: string | null;
  readonly source: string;
  /** @throws SourceReadError when the file cannot be read to its end */
  rows(): AsyncGenerator<RowBlock>;
} & RowsToCome;

/** What the rows will be. For customers also which facts the file has columns for. */
type RowsToCome =
  | { readonly makes: "customers"; readonly columns: ProfileColumns }
  | { readonly makes: Exclude<Preset["makes"], "customers"> };

const MAX_HEADER_LENGTH = 2_000;

export type SourceRequest = {
  /** Whose days the file's plain days are. */
  readonly timeZone: string;
  /** The system its rows belong to; the preset's own when left out. */
  readonly source?: string | undefined;
  /** The file's encoding where it is known; told by its content when left out. */
  readonly encoding?: string | undefined;
};

/** Opens a file for import: delimited text whose first line that is not blank names the columns, or JSON; both may be gzipped. */
export async function openImportSource(
  path: string,
  presetName: PresetName,
  { timeZone, source, encoding }: SourceRequest,
): Promise<ImportSource | ImportRefusal> {
  const preset: Preset = PRESETS[presetName];
  const file = await openRecordFile(path, encoding);
  if ("because" in file) return { kind: "refused", ...file, missing: [], found: [] };
  const header = headerOf(file, preset);
  if ("because" in header) return refuse(path, presetName, header);
  const rowSource = source ?? preset.source;
  return {
    kind: "open",
    path,
    bytes: file.bytes,
    encoding: file.encoding,
    delimiter: file.kind === "named" ? null : header.delimiter,
    source: rowSource,
    ...rowsToCome(preset, header),
    rows: () => readRows(file, header, preset.reader(header, { source: rowSource, timeZone })),
  };
}

function headerOf(file: DelimitedFile | NamedFile, { columns }: Preset): Header | BadHeader {
  if (file.kind === "named" && file.names.length > 0) return headerOfNames(file.names, columns);
  if (file.kind === "named" || !file.header)
    return { because: "empty", missing: neededNames(columns), found: [] };
  return readHeader(file.header, columns, file.delimiter);
}

function rowsToCome({ makes, columns }: Preset, header: Header): RowsToCome {
  return makes === "customers" ? { makes, columns: profileColumns(columns, header) } : { makes };
}

async function* readRows(
  file: DelimitedFile | NamedFile,
  header: Header,
  reader: RowReader,
): AsyncGenerator<RowBlock> {
  for await (const { records, ...block } of recordsOf(file, header, reader)) {
    yield { ...block, rows: rowsOf(records, reader) };
  }
}

function recordsOf(
  file: DelimitedFile | NamedFile,
  { delimiter, names }: Header,
  { isRow }: RowReader,
): AsyncGenerator<RecordBlock> {
  return file.kind === "named" ? file.records() : file.records({ delimiter, names, isRow });
}

function rowsOf(records: readonly CsvRecord[], reader: RowReader): ImportedRow[] {
  return records.map((record) =>
    record.fault ? rejectedRow(record, record.fault) : reader.read(record.fields, record),
  );
}

function refuse(path: string, preset: PresetName, header: BadHeader): ImportRefusal {
  return { kind: "refused", ...header, problem: explain(path, preset, header) };
}

function explain(path: string, preset: PresetName, { because, missing, found }: BadHeader): Phrase {
  if (because === "empty") return phrase("import.no-header", { path });
  if (because === "repeated_columns") {
    return phrase("import.repeated-columns", { path, columns: found.join(", ").slice(0, MAX_HEADER_LENGTH) });
  }
  const facts = { path, preset, missing: missing.join(", ") };
  return phrase("import.missing-columns", { ...facts, found: found.join(", ").slice(0, MAX_HEADER_LENGTH) });
}
