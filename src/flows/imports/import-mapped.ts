import type { ImportRefusal, ImportReport } from "../../domain/imports/imports.ts";
import { PRESET_OF_ROWS } from "../../sources/kinds.ts";
import { mappedPreset } from "../../sources/mapping/mapped-preset.ts";
import type { Mapping } from "../../sources/mapping/mapping.ts";
import { type ImportFileDeps, type ImportFileInput, importFile } from "./import-file.ts";

export type ImportMappedDeps = ImportFileDeps;

export type ImportMappedInput = Pick<ImportFileInput, "path" | "knownCustomersOnly" | "onProgress"> & {
  /** What the imports are called. */
  readonly name: string;
  readonly mapping: Mapping;
};

export type ImportMappedResult =
  | { readonly kind: "imported"; readonly reports: readonly KindReport[] }
  | ImportRefusal;

export type KindReport = ImportReport & { readonly rows: string };

/**
 * Imports every kind of rows that a mapping finds in a file, one pass for each in the mapping's order, so that customers
 * are there before what they did. Each is an import of its own.
 */
export async function importMapped(
  deps: ImportMappedDeps,
  { name, mapping, path, knownCustomersOnly = false, onProgress }: ImportMappedInput,
): Promise<ImportMappedResult> {
  const reports: KindReport[] = [];
  for (const [pass, kind] of mapping.kinds.entries()) {
    const preset = PRESET_OF_ROWS[kind.rows];
    if (preset === undefined) throw new Error(`There are no rows of the kind ${kind.rows}.`);
    const again = mapping.kinds.slice(0, pass).filter((other) => other.rows === kind.rows).length;
    const rows = kind.called ?? `${kind.rows}${again === 0 ? "" : ` ${again + 1}`}`;
    const called = `${name}: ${rows}`;
    const result = await importFile(deps, {
      path,
      preset: { name: called, preset: mappedPreset(preset, kind) },
      source: mapping.source,
      ...(mapping.file?.encoding !== undefined && { encoding: mapping.file.encoding }),
      knownCustomersOnly,
      ...(onProgress && { onProgress }),
    });
    if (result.kind === "refused") return result;
    reports.push({ ...result, rows });
  }
  return { kind: "imported", reports };
}
