import type { SkippedLine } from "../domain/imports/imports.ts";
import { openTextFile, type TextFile, type UnknownEncoding, type UnreadableFile } from "./csv/csv-file.ts";
import { type CsvRecord, CsvRecordReader } from "./csv/csv-records.ts";
import { ExtraRows } from "./csv/extra-rows.ts";
import type { Line } from "./csv/lines.ts";
import { readLines } from "./csv/read-lines.ts";
import { type JsonFile, jsonKindOf, openJson, type UnreadableJson } from "./json/json-file.ts";
import { detectDelimiter, fieldsIn, statedDelimiter } from "./text/detect-delimiter.ts";
import type { TextEncoding } from "./text/detect-encoding.ts";

/** Records of a file in its order, what in it is no record, and how many bytes of it (on the disk) are read so far. */
export type RecordBlock = {
  readonly records: readonly CsvRecord[];
  readonly skipped: readonly SkippedLine[];
  readonly bytesRead: number;
};

/** How the lines below a header are cut. */
export type RecordShape = {
  readonly delimiter: string;
  readonly names: readonly string[];
  /** Whether these fields would be a good row by themselves; must not remember anything. */
  isRow(fields: readonly string[]): boolean;
};

type OpenFile = { readonly path: string; readonly bytes: number; readonly encoding: TextEncoding };

/** Columns cut by a delimiter below a header; which one cuts is for whoever knows the columns to confirm. */
export type DelimitedFile = OpenFile & {
  readonly kind: "delimited";
  /** The first line that is not blank, with those its quoted names run over; null where there is none. */
  readonly header: Line | null;
  /** As the content tells, or a line "sep=;" above the header. */
  readonly delimiter: string;
  /** @throws SourceReadError when the file cannot be read to its end */
  records(shape: RecordShape): AsyncGenerator<RecordBlock>;
};

/** Records with names of their own. */
export type NamedFile = OpenFile & {
  readonly kind: "named";
  readonly names: readonly string[];
  records(): AsyncGenerator<RecordBlock>;
};

/** Opens any file of records: delimited text or JSON, plain or gzipped, in any encoding. */
export async function openRecordFile(
  path: string,
  encoding?: string,
): Promise<DelimitedFile | NamedFile | UnreadableFile | UnknownEncoding | UnreadableJson> {
  const file = await openTextFile(path, encoding);
  if ("because" in file) return file;
  const start = await startOf(file);
  const opened = { path, bytes: file.bytes, encoding: file.encoding };
  const kind = jsonKindOf(start.lines);
  if (kind === null) return { ...opened, ...delimited(file, start) };
  const json = await openJson(file, kind);
  return "because" in json ? json : { ...opened, ...named(json) };
}

/** Lines of the header and below, up to so many; and what a line above said of the delimiter. */
type FileStart = { readonly lines: readonly Line[]; readonly stated: string | null };

/** Enough to see delimiter and second header by. */
const LINES_LOOKED_AT = 200;

async function startOf(file: TextFile): Promise<FileStart> {
  const found: Line[] = [];
  let stated: string | null = null;
  try {
    for await (const { lines } of readLines(file)) {
      for (const line of lines) {
        const told = found.length === 0 ? statedDelimiter(line.text) : null;
        stated ??= told;
        if (told === null && (found.length > 0 || line.text.trim() !== "")) found.push(line);
        if (found.length > LINES_LOOKED_AT) return { lines: found, stated };
      }
    }
  } catch (error) {
    // Where it breaks off below the header, the rows above the break are still read.
    if (found.length === 0) throw error;
  }
  return { lines: found, stated };
}

function delimited(file: TextFile, { lines, stated }: FileStart): Omit<DelimitedFile, keyof OpenFile> {
  const header = headerOf(lines);
  const lastLine = header ? header.number + header.text.split("\n").length - 1 : 0;
  const below = lines.filter(({ number }) => number > lastLine);
  const texts = header ? [header, ...below].map(({ text }) => text) : [];
  const statedFits = stated !== null && header !== null && fieldsIn(header.text, stated) > 1;
  return {
    kind: "delimited",
    header,
    delimiter: statedFits ? stated : detectDelimiter(texts),
    records: (shape) => readRecords(file, lastLine, below, shape),
  };
}

/** Column names that run over more lines than this are a stray quote. */
const MOST_LINES_OF_A_HEADER = 20;

function headerOf([first, ...more]: readonly Line[]): Line | null {
  if (!first || first.fault || isComplete(first.text)) return first ?? null;
  let text = first.text;
  for (const line of more.slice(0, MOST_LINES_OF_A_HEADER)) {
    if (line.fault) break;
    text += `\n${line.text}`;
    if (isComplete(text)) return { ...first, text };
  }
  return first;
}

const isComplete = (text: string) => text.split('"').length % 2 === 1;

async function* readRecords(
  file: TextFile,
  headerLine: number,
  first: readonly Line[],
  { names, ...cut }: RecordShape,
): AsyncGenerator<RecordBlock> {
  const shape = { ...cut, columns: names.length };
  const extra = new ExtraRows(names, cut.delimiter, new CsvRecordReader(shape).read(first, true));
  const reader = new CsvRecordReader(shape);
  for await (const { lines, bytesRead } of readLines(file)) {
    const startsAbove = lines[0] !== undefined && lines[0].number <= headerLine;
    const below = startsAbove ? lines.filter((line) => line.number > headerLine) : lines;
    yield { ...sorted(reader.read(below, false), extra), bytesRead };
  }
  yield { ...sorted(reader.read([], true), extra), bytesRead: file.bytes };
}

function sorted(all: readonly CsvRecord[], extra: ExtraRows): Omit<RecordBlock, "bytesRead"> {
  const records: CsvRecord[] = [];
  const skipped: SkippedLine[] = [];
  for (const record of all) {
    const as = extra.whatIs(record);
    if (as === null) records.push(record);
    else skipped.push({ line: record.line, as, raw: record.raw });
  }
  return { records, skipped };
}

function named({ names, records }: JsonFile): Omit<NamedFile, keyof OpenFile> {
  return {
    kind: "named",
    names,
    async *records() {
      for await (const block of records()) yield { ...block, skipped: [] };
    },
  };
}
