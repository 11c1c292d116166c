import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportedRow, ImportRefusal } from "../../../src/domain/imports/imports.ts";
import { openImportSource } from "../../../src/sources/import-source.ts";
import type { PresetName } from "../../../src/sources/presets.ts";
import { commandLineText } from "../../../src/words/command-line.ts";

/** Does something with a file of this content, which is gone afterwards. */
export async function fileWith<T>(content: string | Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-source-"));
  try {
    const path = join(folder, "file.csv");
    writeFileSync(path, content);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads a file of this content as an import would; every row of it, or the refusal. */
export function readText(
  content: string | Buffer,
  preset: PresetName,
  timeZone = "UTC",
): Promise<ImportedRow[] | ImportRefusal> {
  return fileWith(content, async (path) => {
    const source = await openImportSource(path, preset, { timeZone });
    if (source.kind === "refused") return source;
    const rows: ImportedRow[] = [];
    for await (const block of source.rows()) rows.push(...block.rows);
    return rows;
  });
}

/** The rows of a file that is not refused. */
export async function rowsOf(
  content: string | Buffer,
  preset: PresetName,
  timeZone = "UTC",
): Promise<ImportedRow[]> {
  const rows = await readText(content, preset, timeZone);
  if (!Array.isArray(rows)) throw new Error(commandLineText(rows.problem));
  return rows;
}

/** [line, reason] of a bad row, [line, external id] of a good one. */
export function outline(rows: ImportedRow[] | ImportRefusal): Array<[number, string]> {
  if (!Array.isArray(rows)) throw new Error(commandLineText(rows.problem));
  return rows.map((row) => {
    if (row.kind === "rejected") return [row.line, row.reason];
    if (row.kind === "cost") return [row.line, row.entry.externalId];
    if (row.kind === "contract") return [row.line, row.told.contract];
    if (row.kind === "record") return [row.line, row.record.externalId];
    return [row.line, row.kind === "activity" ? row.activity.externalId : row.profile.externalId];
  });
}

/** What a rejected row says to whoever corrects the file. */
export function toCorrect(row: ImportedRow | undefined): string {
  if (row?.kind !== "rejected") throw new Error("The row was not rejected.");
  return row.problems.map(commandLineText).join(" ");
}
