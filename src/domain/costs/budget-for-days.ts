import { addDays, type Day, daysBetween } from "../calendar.ts";
import { shareOfDays } from "../figures/share-of-days.ts";
import type { CostBudget } from "./budget.ts";
import type { CostPeriod } from "./cost-report.ts";

/** What may be spent on some days, and of which budgets it is. */
export type BudgetForDays = {
  readonly amountMinor: number;
  /** Days in a row on which one budget is the narrowest, with its part for them, in the order of the days. */
  readonly parts: readonly (CostPeriod & { readonly budget: CostBudget; readonly amountMinor: number })[];
  /** Some day has more than one budget: those for more days hold only where no narrower one does. */
  readonly overlap: boolean;
};

/**
 * A quarter's budget is part of the year's, so budgets of one scope never add up: on each day the one for the fewest days
 * holds, by its part of that day; of equally narrow ones the one that begins later.
 * @param budgets of one scope and one currency
 * @returns null where none covers any of the days
 */
export function budgetForDays(
  budgets: readonly CostBudget[],
  { fromDay, toDay }: CostPeriod,
): BudgetForDays | null {
  const covering = budgets
    .filter((budget) => budget.fromDay <= toDay && budget.toDay >= fromDay)
    .sort((a, b) => daysOf(a) - daysOf(b) || (a.fromDay > b.fromDay ? -1 : 1));
  const starts = new Set([fromDay, ...covering.flatMap((one) => [one.fromDay, addDays(one.toDay, 1)])]);
  const firsts = [...starts].filter((day) => day >= fromDay && day <= toDay).sort();
  const stretches = firsts.map((first, place) => {
    const next = firsts[place + 1];
    return { fromDay: first, toDay: next === undefined ? toDay : addDays(next, -1) };
  });
  const parts = stretches.flatMap((days) => {
    const budget = covering.find((one) => covers(one, days.fromDay));
    return budget === undefined ? [] : [{ ...days, budget, amountMinor: partOf(budget, days) }];
  });
  if (parts.length === 0) return null;
  return {
    amountMinor: parts.reduce((sum, part) => sum + part.amountMinor, 0),
    parts,
    overlap: stretches.some((days) => covering.filter((one) => covers(one, days.fromDay)).length > 1),
  };
}

const daysOf = ({ fromDay, toDay }: CostPeriod) => daysBetween(fromDay, toDay) + 1;
const covers = ({ fromDay, toDay }: CostPeriod, day: Day) => fromDay <= day && toDay >= day;
const partOf = (budget: CostBudget, { fromDay, toDay }: CostPeriod) => shareOfDays(budget, fromDay, toDay);
