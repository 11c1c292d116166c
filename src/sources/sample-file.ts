import type { SkippedLine } from "../domain/imports/imports.ts";
import { type Phrase, phrase } from "../domain/phrase.ts";
import type { CsvRecord } from "./csv/csv-records.ts";
import { namesIn } from "./csv/header.ts";
import { type DelimitedFile, type NamedFile, openRecordFile, type RecordBlock } from "./record-file.ts";
import type { TextEncoding } from "./text/detect-encoding.ts";

/** The beginning of a file as an import would read it. */
export type FileSample = {
  readonly kind: "sample";
  readonly encoding: TextEncoding;
  /** Null for JSON, whose columns are named in each record. */
  readonly delimiter: string | null;
  readonly names: readonly string[];
  /** The header's first line; 0 for JSON. */
  readonly headerLine: number;
  /** In the file's order, with those that cannot be cut and why. */
  readonly records: readonly CsvRecord[];
  /** Among them and above: headers that stand again and totals. */
  readonly skipped: readonly SkippedLine[];
  /** Whether the file has no more records. */
  readonly isAll: boolean;
};

export type NoSample = { readonly kind: "refused"; readonly problem: Phrase };

export type SampleRequest = { readonly encoding?: string | undefined /** At most. */; readonly rows: number };

/** @throws SourceReadError when the file cannot be read as far as that */
export async function sampleFile(
  path: string,
  { encoding, rows }: SampleRequest,
): Promise<FileSample | NoSample> {
  const file = await openRecordFile(path, encoding);
  if ("because" in file) return { kind: "refused", problem: file.problem };
  const header = headerOf(file);
  if (!header) return { kind: "refused", problem: phrase("import.no-header", { path }) };
  const { blocks, ...told } = header;
  return { kind: "sample", encoding: file.encoding, ...told, ...(await firstRecords(blocks, rows)) };
}

type SampledHeader = Pick<FileSample, "delimiter" | "names" | "headerLine"> & {
  readonly blocks: AsyncGenerator<RecordBlock>;
};

function headerOf(file: DelimitedFile | NamedFile): SampledHeader | null {
  if (file.kind === "named")
    return { delimiter: null, names: file.names, headerLine: 0, blocks: file.records() };
  const { header, delimiter } = file;
  if (!header || header.fault) return null;
  const names = namesIn(header.text, delimiter);
  const shape = { delimiter, names, isRow: () => false };
  return { delimiter, names, headerLine: header.number, blocks: file.records(shape) };
}

async function firstRecords(
  blocks: AsyncGenerator<RecordBlock>,
  rows: number,
): Promise<Pick<FileSample, "records" | "skipped" | "isAll">> {
  const records: CsvRecord[] = [];
  const skipped: SkippedLine[] = [];
  for await (const block of blocks) {
    records.push(...block.records);
    skipped.push(...block.skipped);
    if (records.length > rows) break;
  }
  const end = records[rows]?.line ?? Number.POSITIVE_INFINITY;
  return {
    records: records.slice(0, rows),
    skipped: skipped.filter(({ line }) => line < end),
    isAll: records.length <= rows,
  };
}
