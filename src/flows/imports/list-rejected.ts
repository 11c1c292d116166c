import type { KeptImport, RejectedRow } from "../../domain/imports/imports.ts";
import type { ImportsStore } from "../../store/imports/imports.ts";

export type ListRejectedDeps = { readonly imports: Pick<ImportsStore, "find" | "rejectedRows"> };

export type ListRejectedRequest = {
  /** Null: the newest one that rejected a line. */
  readonly importId: number | null;
  /** Null: all. */
  readonly limit: number | null;
};

export type ListedRejected =
  | { readonly kind: "rejected"; readonly of: KeptImport; readonly rows: readonly RejectedRow[] }
  /** There is no such import, or none has rejected a line. */
  | { readonly kind: "no-import" };

/** The lines of a file that could not be taken over, in its order, each with what to correct. */
export async function listRejected(
  { imports }: ListRejectedDeps,
  { importId, limit }: ListRejectedRequest,
): Promise<ListedRejected> {
  const of = await imports.find(importId);
  if (of === null) return { kind: "no-import" };
  return { kind: "rejected", of, rows: await imports.rejectedRows(of.id, limit ?? of.rejected) };
}
