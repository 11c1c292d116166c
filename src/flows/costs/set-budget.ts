import type { Clock } from "../../domain/clock.ts";
import type { CostBudget } from "../../domain/costs/budget.ts";
import { unknownTarget } from "../../domain/costs/known-targets.ts";
import type { Phrase } from "../../domain/phrase.ts";
import type { CostBudgetStore } from "../../store/costs/cost-budgets.ts";
import type { CostTargetStore } from "../../store/costs/cost-targets.ts";

export type SetBudgetDeps = {
  readonly costBudgets: Pick<CostBudgetStore, "set">;
  readonly costTargets: Pick<CostTargetStore, "known" | "playbooks">;
  readonly clock: Clock;
};

export type SetBudgetRequest = {
  readonly budget: CostBudget;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by: string;
};

export type SetBudgetResult =
  | { readonly kind: "set"; readonly budget: CostBudget }
  /** `problem` says what to do. */
  | { readonly kind: "refused"; readonly because: "unknown-segment"; readonly problem: Phrase };

/** Sets what may be spent, in place of a budget of the same scope and days; refused for a segment nobody is in. */
export async function setBudget(
  { costBudgets, costTargets, clock }: SetBudgetDeps,
  { budget, by }: SetBudgetRequest,
): Promise<SetBudgetResult> {
  if (budget.scope.kind === "segment") {
    const targets = [budget.scope];
    const known = { inFile: await costTargets.known(targets), playbooks: costTargets.playbooks };
    const unknown = unknownTarget(targets, known);
    if (unknown) return { kind: "refused", because: "unknown-segment", problem: unknown.problem };
  }
  await costBudgets.set(budget, { by, at: clock() });
  return { kind: "set", budget };
}
