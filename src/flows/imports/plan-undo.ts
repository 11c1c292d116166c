import type { KeptImport } from "../../domain/imports/imports.ts";
import type { Undo, UndoRefusal } from "../../domain/imports/undo.ts";
import type { ImportsStore } from "../../store/imports/imports.ts";
import type { UndoStore } from "../../store/imports/undo.ts";

export type PlanUndoDeps = {
  readonly imports: Pick<ImportsStore, "find">;
  readonly undos: Pick<UndoStore, "inTheWay" | "plan">;
};

export type PlannedUndo =
  | { readonly kind: "planned"; readonly of: KeptImport; readonly undo: Undo }
  | UndoRefusal;

/** What taking an import back would do; closed books and the ledger refuse. Changes nothing. */
export async function planUndo(
  { imports, undos }: PlanUndoDeps,
  { importId }: { importId: number },
): Promise<PlannedUndo> {
  const of = await imports.find(importId);
  if (of === null) return { kind: "unknown" };
  if (of.status === "undone") return { kind: "undone-already" };
  const { costs, contracts, closed, through } = await undos.inTheWay(importId);
  if (costs > 0) return { kind: "costs", entries: costs };
  if (contracts) return { kind: "contracts" };
  if (closed > 0 && through !== null) return { kind: "closed", rows: closed, through };
  return { kind: "planned", of, undo: await undos.plan(importId) };
}
