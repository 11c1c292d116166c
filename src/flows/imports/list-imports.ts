import type { KeptImport } from "../../domain/imports/imports.ts";
import type { ImportsStore } from "../../store/imports/imports.ts";

export type ListImportsDeps = { readonly imports: Pick<ImportsStore, "list"> };

/** What was imported, the newest first. */
export function listImports(
  { imports }: ListImportsDeps,
  { limit }: { limit: number },
): Promise<KeptImport[]> {
  return imports.list(limit);
}
