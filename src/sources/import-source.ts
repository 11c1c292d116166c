import type {
  CorrectedLine,
  ImportedRow,
  ImportRefusal,
  ProfileColumns,
  RecordColumns,
  RecordKind,
  SkippedLine,
} from "../domain/imports/imports.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import { CORRECTED_COLUMNS, correctedLineOf, isOfRejected, withoutFields } from "./csv/corrected-lines.ts";
import type { CsvRecord } from "./csv/csv-records.ts";
import { type BadHeader, type Header, headerOfNames, neededNames, readHeader } from "./csv/header.ts";
import { rejectedRow } from "./csv/rejected-row.ts";
import type { Preset, RowReader } from "./preset.ts";
import { PRESETS, type PresetName } from "./presets.ts";
import { type DelimitedFile, type NamedFile, openRecordFile, type RecordBlock } from "./record-file.ts";
import type { TextEncoding } from "./text/detect-encoding.ts";

/** Rows in the order of the file, what in it is no row, and how many bytes of it (on the disk) are read so far. */
export type RowBlock = {
  readonly rows: readonly ImportedRow[];
  readonly skipped: readonly SkippedLine[];
  /** Records that are about something else. */
  readonly aboutElse: number;
  readonly bytesRead: number;
  /** Rejected lines of earlier imports that these rows tell anew. */
  readonly corrected: readonly CorrectedLine[];
};

export type ImportSource = {
  readonly kind: "open";
  readonly path: string;
  readonly bytes: number;
  readonly encoding: TextEncoding;
  /** Null for JSON. */
  readonly delimiter: string | null;
  readonly source: string;
  /** The line that names the columns; of JSON the names, with commas between. */
  readonly header: string;
  /** @throws SourceReadError when the file cannot be read to its end */
  rows(): AsyncGenerator<RowBlock>;
} & RowsToCome;

/** What the rows will be. For customers and records also which facts the file has columns for. */
export type RowsToCome =
  | { readonly makes: "customers"; readonly columns: ProfileColumns }
  | { readonly makes: RecordKind; readonly columns: RecordColumns }
  | { readonly makes: "activities" | "contracts" | "costs" };

/** How a file's rows are read, and what that is called. */
export type WayIn = { readonly name: string; readonly preset: Preset };

const MAX_HEADER_LENGTH = 2_000;

export type SourceRequest = {
  /** Whose days the file's plain days are. */
  readonly timeZone: string;
  /** The system its rows belong to; the preset's own when left out. */
  readonly source?: string | undefined;
  /** The file's encoding where it is known; told by its content when left out. */
  readonly encoding?: string | undefined;
};

/**
 * Opens a file for import: delimited text whose first line that is not blank names the columns, or JSON; both may be gzipped.
 * @param by a preset's name, or a preset and what a refusal calls it
 */
export async function openImportSource(
  path: string,
  by: PresetName | WayIn,
  { timeZone, source, encoding }: SourceRequest,
): Promise<ImportSource | ImportRefusal> {
  const wayIn: WayIn = typeof by === "string" ? { name: by, preset: PRESETS[by] } : by;
  const { preset } = wayIn;
  const file = await openRecordFile(path, encoding);
  if ("because" in file) return { kind: "refused", ...file, missing: [], found: [] };
  const header = headerOf(file, preset);
  if ("because" in header) return refuse(path, wayIn, header);
  const rowSource = source ?? preset.source;
  return {
    kind: "open",
    path,
    bytes: file.bytes,
    encoding: file.encoding,
    delimiter: file.kind === "named" ? null : header.delimiter,
    source: rowSource,
    header: headerText(file, header),
    ...rowsToCome(preset, header),
    rows: () => readRows(file, header, preset.reader(header, { source: rowSource, timeZone })),
  };
}

/** What names the columns of the rows themselves. */
function headerText(file: DelimitedFile | NamedFile, { names, delimiter }: Header): string {
  const text = file.kind === "named" ? names.join(",") : (file.header?.text ?? "");
  return isOfRejected(names) ? withoutFields(text, delimiter, CORRECTED_COLUMNS.length) : text;
}

function headerOf(file: DelimitedFile | NamedFile, { columns }: Preset): Header | BadHeader {
  if (file.kind === "named" && file.names.length > 0) return headerOfNames(file.names, columns);
  if (file.kind === "named" || !file.header)
    return { because: "empty", missing: neededNames(columns), found: [] };
  return readHeader(file.header, columns, file.delimiter);
}

export function rowsToCome({ makes, ...preset }: Preset, header: Header): RowsToCome {
  if (makes === "activities" || makes === "costs" || makes === "contracts") return { makes };
  if (makes === "customers") return { makes, columns: preset.profileColumns(header) };
  return { makes, columns: preset.recordColumns(header) };
}

async function* readRows(
  file: DelimitedFile | NamedFile,
  header: Header,
  reader: RowReader,
): AsyncGenerator<RowBlock> {
  for await (const { records, ...block } of recordsOf(file, header, reader)) {
    yield { ...block, ...blockOf(records, header, reader) };
  }
}

function recordsOf(
  file: DelimitedFile | NamedFile,
  { delimiter, names }: Header,
  { isRow }: RowReader,
): AsyncGenerator<RecordBlock> {
  return file.kind === "named" ? file.records() : file.records({ delimiter, names, isRow });
}

function blockOf(
  records: readonly CsvRecord[],
  header: Header,
  reader: RowReader,
): Pick<RowBlock, "rows" | "aboutElse" | "corrected"> {
  if (!isOfRejected(header.names)) return { ...rowsOf(records, reader), corrected: [] };
  const bare = (record: CsvRecord): CsvRecord => ({
    ...record,
    raw: withoutFields(record.raw, header.delimiter, CORRECTED_COLUMNS.length),
  });
  const corrected = records.flatMap((record) => correctedLineOf(record) ?? []);
  return { ...rowsOf(records.map(bare), reader), corrected };
}

function rowsOf(records: readonly CsvRecord[], reader: RowReader): Pick<RowBlock, "rows" | "aboutElse"> {
  const rows = records.flatMap(
    (record) => (record.fault ? rejectedRow(record, record.fault) : reader.read(record.fields, record)) ?? [],
  );
  return { rows, aboutElse: records.length - rows.length };
}

function refuse(path: string, { name }: WayIn, header: BadHeader): ImportRefusal {
  return { kind: "refused", ...header, problem: explain(path, name, header) };
}

function explain(path: string, preset: string, { because, missing, found }: BadHeader): Phrase {
  if (because === "empty") return phrase("import.no-header", { path });
  if (because === "repeated_columns") {
    return phrase("import.repeated-columns", { path, columns: found.join(", ").slice(0, MAX_HEADER_LENGTH) });
  }
  const facts = { path, preset, missing: missing.join(", ") };
  return phrase("import.missing-columns", { ...facts, found: found.join(", ").slice(0, MAX_HEADER_LENGTH) });
}
