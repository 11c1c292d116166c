import type { LedgerEntry } from "../../domain/costs/cost-entry.ts";
import type { CostLedgerStore } from "../../store/costs/cost-ledger.ts";

export type FindCostEntryDeps = { readonly costLedger: Pick<CostLedgerStore, "find"> };

/** An entry by its number; null where there is none. */
export function findCostEntry({ costLedger }: FindCostEntryDeps, id: number): Promise<LedgerEntry | null> {
  return costLedger.find(id);
}
