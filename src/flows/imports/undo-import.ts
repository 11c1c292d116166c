import type { Clock } from "../../domain/clock.ts";
import type { KeptImport } from "../../domain/imports/imports.ts";
import type { Undo, UndoRefusal } from "../../domain/imports/undo.ts";
import type { ActivityRowsStore } from "../../store/imports/activity-rows.ts";
import type { UndoStore } from "../../store/imports/undo.ts";
import { type PlanUndoDeps, planUndo } from "./plan-undo.ts";

export type UndoImportDeps = PlanUndoDeps & {
  readonly undos: UndoStore;
  readonly activityRows: Pick<ActivityRowsStore, "tidy">;
  readonly clock: Clock;
};

export type UndoneImport =
  | { readonly kind: "undone"; readonly of: KeptImport; readonly undo: Undo }
  | UndoRefusal;

/**
 * Takes back what an import added, and gives back what its activities said before. What a later import or a person
 * changed stays, and so does a customer on whom others hang.
 */
export async function undoImport(
  deps: UndoImportDeps,
  { importId }: { importId: number },
): Promise<UndoneImport> {
  const planned = await planUndo(deps, { importId });
  if (planned.kind !== "planned") return planned;
  const { of } = planned;
  const undo = await deps.undos.undo({ importId, source: of.source, at: deps.clock() });
  await deps.activityRows.tidy();
  return { kind: "undone", of, undo };
}
