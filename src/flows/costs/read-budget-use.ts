import { leavesOutCosts } from "../../domain/costs/allocation-notes.ts";
import type { CostBudget } from "../../domain/costs/budget.ts";
import { type BudgetUse, budgetUse } from "../../domain/costs/budget-use.ts";
import type { CostPeriod } from "../../domain/costs/cost-report.ts";
import { MissingRateError } from "../../domain/exchange-rates.ts";
import type { CostAllocationStore, CostScope } from "../../store/costs/cost-allocation.ts";
import type { CostBudgetStore } from "../../store/costs/cost-budgets.ts";

export type ReadBudgetUseDeps = {
  readonly costAllocation: Pick<CostAllocationStore, "totals" | "allocate">;
  readonly costBudgets: Pick<CostBudgetStore, "covering">;
};

/**
 * Every budget that covers a day of the period, with what it has come to by the period's end, in its own currency. One
 * whose costs lack a rate is left out: the report beside it says which rate.
 */
export async function readBudgetUse(
  deps: ReadBudgetUseDeps,
  { fromDay, toDay, timeZone }: CostPeriod & { readonly timeZone: string },
): Promise<BudgetUse[]> {
  const uses: BudgetUse[] = [];
  for (const budget of await deps.costBudgets.covering(fromDay, toDay)) {
    const lastDay = toDay < budget.toDay ? toDay : budget.toDay;
    const scope = { fromDay: budget.fromDay, toDay: lastDay, timeZone, currency: budget.currency };
    const used = await usedMinor(deps, budget, scope);
    if (used !== null) uses.push(budgetUse(budget, used, toDay));
  }
  return uses;
}

async function usedMinor(
  { costAllocation }: ReadBudgetUseDeps,
  { scope: of }: CostBudget,
  scope: CostScope,
): Promise<number | null> {
  try {
    if (of.kind === "segment") {
      const { rows, notes } = await costAllocation.allocate(scope, "segment");
      if (leavesOutCosts(notes)) return null;
      const row = rows.find(({ key }) => key === of.name);
      return row ? row.directMinor + row.indirectMinor : 0;
    }
    const totals = await costAllocation.totals(scope);
    return totals
      .filter(({ category }) => of.kind === "all" || category === of.category)
      .reduce((sum, { minor }) => sum + minor, 0);
  } catch (error) {
    if (error instanceof MissingRateError) return null;
    throw error;
  }
}
