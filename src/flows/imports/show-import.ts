import type { KeptImport, RejectedReason } from "../../domain/imports/imports.ts";
import type { ImportsStore } from "../../store/imports/imports.ts";

export type ShowImportDeps = { readonly imports: Pick<ImportsStore, "find" | "reasons"> };

export type ShownImport = { readonly of: KeptImport; readonly reasons: readonly RejectedReason[] };

/** One import with why its lines are rejected, the commonest reason first; null where there is none. */
export async function showImport(
  { imports }: ShowImportDeps,
  { importId }: { importId: number },
): Promise<ShownImport | null> {
  const of = await imports.find(importId);
  return of && { of, reasons: await imports.reasons(of.id) };
}
