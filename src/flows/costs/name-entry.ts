import { targetName } from "../../domain/costs/applies-to.ts";
import type { LedgerEntry } from "../../domain/costs/cost-entry.ts";
import { targetsOf } from "../../domain/costs/known-targets.ts";
import type { CostTargetStore } from "../../store/costs/cost-targets.ts";

export type NameEntryDeps = { readonly costTargets: Pick<CostTargetStore, "namesOf"> };

/** An entry, and what the customers it is for are called, by their numbers. */
export type NamedEntry = { readonly entry: LedgerEntry; readonly names: ReadonlyMap<string, string> };

/** A number says nothing to a reader: the name of each customer an entry is for. */
export async function nameEntry({ costTargets }: NameEntryDeps, entry: LedgerEntry): Promise<NamedEntry> {
  const ids = targetsOf(entry.appliesTo)
    .filter(({ kind }) => kind === "customer")
    .map(targetName);
  return { entry, names: ids.length === 0 ? new Map() : await costTargets.namesOf(ids) };
}
