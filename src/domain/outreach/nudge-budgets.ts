/** How many customers one member is told about. */
export type NudgeBudget = {
  /** On one day. */
  readonly dailyBudget: number;
  /** In one week from Monday on, by the member's own days. */
  readonly weeklyBudget: number;
};

/** Why somebody found no room. */
export type OverBudget = "budget" | "week-budget";

export type Budgets = {
  readonly budgetOf: (memberId: string) => NudgeBudget;
  /** Customers that each was told about this week so far. */
  readonly toldThisWeek: ReadonlyMap<string, number>;
};

/**
 * Spends each member's budgets in the order given. Taking the first that fit is the best there is under a budget that counts
 * customers: the sum of what the chosen are expected to bring is the greatest possible, if they come ordered by that.
 * @returns of each, in the same order, null where there is room, or why there is none
 */
export function spendBudgets(
  owners: readonly string[],
  { budgetOf, toldThisWeek }: Budgets,
): ReadonlyArray<OverBudget | null> {
  const today = new Map<string, number>();
  return owners.map((memberId) => {
    const { dailyBudget, weeklyBudget } = budgetOf(memberId);
    const used = today.get(memberId) ?? 0;
    if ((toldThisWeek.get(memberId) ?? 0) + used >= weeklyBudget) return "week-budget";
    if (used >= dailyBudget) return "budget";
    today.set(memberId, used + 1);
    return null;
  });
}
