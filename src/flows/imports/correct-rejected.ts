import type { RejectedRow } from "../../domain/imports/imports.ts";
import { rejectedLinesFile } from "../../sources/csv/corrected-lines.ts";
import { MAX_RAW_LENGTH } from "../../sources/csv/rejected-row.ts";
import type { ImportsStore } from "../../store/imports/imports.ts";

export type CorrectRejectedDeps = {
  readonly imports: Pick<ImportsStore, "find" | "headerOf" | "rejectedRows">;
};

export type CorrectRejectedRequest = {
  /** Null: the newest one that rejected a line. */
  readonly importId: number | null;
  /** What is wrong with a line, in the reader's language. */
  readonly explain: (row: RejectedRow) => string;
};

export type FileToCorrect =
  | {
      readonly kind: "file";
      readonly importId: number;
      readonly lines: number;
      /** Lines that are not in it: they were too long to be kept whole. */
      readonly cut: number;
      readonly text: string;
    }
  /** There is no such import, or none has rejected a line. */
  | { readonly kind: "no-import" }
  /** It was imported before the header of a file was kept. */
  | { readonly kind: "no-header"; readonly importId: number };

/** The rejected lines of an import as a file that can be corrected and imported: those lines then leave its list. */
export async function correctRejected(
  { imports }: CorrectRejectedDeps,
  { importId, explain }: CorrectRejectedRequest,
): Promise<FileToCorrect> {
  const of = await imports.find(importId);
  if (of === null) return { kind: "no-import" };
  const header = await imports.headerOf(of.id);
  if (header === null) return { kind: "no-header", importId: of.id };
  const all = await imports.rejectedRows(of.id, of.rejected);
  const rows = all.filter(({ raw }) => raw.length < MAX_RAW_LENGTH);
  const lines = rows.map((row) => ({ importId: of.id, line: row.line, raw: row.raw, text: explain(row) }));
  const cut = all.length - rows.length;
  return { kind: "file", importId: of.id, lines: rows.length, cut, text: rejectedLinesFile(header, lines) };
}
