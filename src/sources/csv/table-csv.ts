import { type Phrase, phrase } from "../../domain/phrase.ts";
import { type DelimitedFile, type NamedFile, openRecordFile, type RecordBlock } from "../record-file.ts";
import { SourceReadError } from "./csv-file.ts";
import type { CsvRecord } from "./csv-records.ts";
import { namesIn } from "./header.ts";

/** A small file as text, column by column; every column has `rows` values. */
export type TextTable = {
  readonly rows: number;
  /** In the file's order. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** What was judged by the file's content, and could be otherwise. */
  readonly notes: readonly Phrase[];
};

export type TableRefusal = { readonly kind: "refused"; readonly reason: Phrase };

/**
 * Reads a whole table, in whatever an import reads: any delimiter, encoding and line end, or JSON, plain or gzipped. Meant
 * for evaluation tables: unlike an import, one bad line refuses the file, since metrics over part of a table would be
 * compared with figures over all of it.
 * @param encoding its name where it is known; told by the content when left out
 */
export async function readTable(path: string, encoding?: string): Promise<TextTable | TableRefusal> {
  try {
    const file = await openRecordFile(path, encoding);
    if ("because" in file)
      return refused(
        file.because in UNREADABLE ? phrase(UNREADABLE[file.because] ?? "", { path }) : file.problem,
      );
    return await tableFrom(path, file);
  } catch (error) {
    if (!(error instanceof SourceReadError)) throw error;
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    return refused(phrase("table.unreadable", { path, cause }));
  }
}

/** Of other faults the file's own words say what to do. */
const UNREADABLE: Readonly<Record<string, string>> = {
  not_a_file: "table.not-a-file",
  not_csv: "table.not-csv",
  empty: "table.empty-file",
};

async function tableFrom(path: string, file: DelimitedFile | NamedFile): Promise<TextTable | TableRefusal> {
  const names = namesOf(file);
  const repeated = names.find((name, place) => names.indexOf(name) !== place);
  if (repeated !== undefined) return refused(phrase("table.repeated-column", { path, column: repeated }));
  const columns = names.map((): string[] => []);
  let [rows, skipped] = [0, 0];
  for await (const block of recordsOf(file, names)) {
    skipped += block.skipped.length;
    for (const record of block.records) {
      if (record.fault) return refused(badLine(path, record));
      for (const [place, texts] of columns.entries()) texts.push(record.fields[place] ?? "");
      rows += 1;
    }
  }
  if (rows === 0) return refused(phrase("table.empty", { path }));
  const columnsByName = new Map(names.map((name, place) => [name, columns[place] ?? []]));
  return { rows, columns: columnsByName, notes: [...encodingNotes(file), ...skippedNotes(skipped)] };
}

function namesOf(file: DelimitedFile | NamedFile): readonly string[] {
  if (file.kind === "named") return file.names;
  return file.header ? namesIn(file.header.text, file.delimiter) : [];
}

function recordsOf(file: DelimitedFile | NamedFile, names: readonly string[]): AsyncGenerator<RecordBlock> {
  return file.kind === "named"
    ? file.records()
    : file.records({ delimiter: file.delimiter, names, isRow: () => false });
}

function badLine(path: string, { line, fault }: CsvRecord & { readonly fault: object }): Phrase {
  return phrase("table.bad-line", { path, line, problem: fault.problems[0] });
}

/** UTF-8, and what the file's first bytes or its reader say, is sure. */
function encodingNotes({ encoding: { name, knownBy } }: DelimitedFile | NamedFile): readonly Phrase[] {
  return name === "utf-8" || knownBy !== "content" ? [] : [phrase("table.note.encoding", { encoding: name })];
}

function skippedNotes(lines: number): readonly Phrase[] {
  return lines === 0 ? [] : [phrase("table.note.skipped", { lines })];
}

function refused(reason: Phrase): TableRefusal {
  return { kind: "refused", reason };
}
