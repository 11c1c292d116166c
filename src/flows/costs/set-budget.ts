import type { Clock } from "../../domain/clock.ts";
import type { CostBudget } from "../../domain/costs/budget.ts";
import type { CostBudgetStore } from "../../store/costs/cost-budgets.ts";

export type SetBudgetDeps = { readonly costBudgets: Pick<CostBudgetStore, "set">; readonly clock: Clock };

export type SetBudgetRequest = {
  readonly budget: CostBudget;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by: string;
};

/** Sets what may be spent, in place of a budget of the same scope and days. */
export function setBudget(
  { costBudgets, clock }: SetBudgetDeps,
  { budget, by }: SetBudgetRequest,
): Promise<void> {
  return costBudgets.set(budget, { by, at: clock() });
}
