import { type Day, daysBetween } from "../calendar.ts";
import { type CostBudget, printBudgetScope } from "./budget.ts";

/** How much of a budget is gone by the end of a day. */
export type BudgetUse = {
  /** `all`, `segment:NAME` or `category:NAME`. */
  readonly scope: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly currency: string;
  readonly amountMinor: number;
  readonly usedMinor: number;
  /** Of the amount, and of the budget's days; a budget of nothing has no share. */
  readonly usedPercent: number | null;
  readonly elapsedPercent: number;
};

/** @param usedMinor what was spent under the budget from its first day to `throughDay`, in its currency */
export function budgetUse(budget: CostBudget, usedMinor: number, throughDay: Day): BudgetUse {
  const { amountMinor, currency, fromDay, toDay } = budget;
  const lastDay = throughDay < toDay ? throughDay : toDay;
  const days = daysBetween(fromDay, toDay) + 1;
  return {
    scope: printBudgetScope(budget.scope),
    ...{ fromDay, toDay, currency, amountMinor, usedMinor },
    usedPercent: amountMinor > 0 ? (100 * usedMinor) / amountMinor : null,
    elapsedPercent: (100 * (daysBetween(fromDay, lastDay) + 1)) / days,
  };
}
