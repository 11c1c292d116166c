import { daysBetween } from "../../calendar.ts";
import type { CostBudget } from "../../costs/budget.ts";
import type { Phrase } from "../../phrase.ts";
import type { Period } from "../metrics/metric.ts";
import { returnOnInvestment } from "../metrics/value.ts";
import { type ObservedReturn, observedReturn, type ServedOutcome } from "./what-if.ts";

/** A segment's cost to serve over a period against its budget and what it went along with; minor units of one currency. */
export type SegmentReturn = {
  readonly key: string;
  readonly name: Phrase;
  /** In the segment when the period began. */
  readonly customers: number;
  readonly costMinor: number;
  /** The part of budgets for this segment that falls on the period, by days; null where nobody set one. */
  readonly budgetMinor: number | null;
  /** Null without a budget. */
  readonly budgetUsedPercent: number | null;
  readonly marginRetainedMinor: number;
  /** (margin retained − cost) ÷ cost; null without costs. */
  readonly returnOnCost: number | null;
  readonly observed: ObservedReturn;
  /** Customers whose margin is not known and who are left out of margin and return. */
  readonly withoutMargin: number;
};

export type SegmentOutcomes = {
  readonly key: string;
  readonly name: Phrase;
  readonly outcomes: readonly ServedOutcome[];
};

/** One segment's return. @param budgetMinor see `SegmentReturn` */
export function segmentReturn(
  { key, name, outcomes }: SegmentOutcomes,
  currency: string,
  budgetMinor: number | null,
): SegmentReturn {
  const observed = observedReturn(outcomes);
  const costMinor = outcomes.reduce((sum, outcome) => sum + outcome.costMinor, 0);
  const money = (minor: number) => ({ minor, currency });
  const roi = returnOnInvestment(money(observed.marginRetainedMinor), money(observed.costMinor));
  return {
    key,
    name,
    customers: outcomes.length,
    costMinor,
    budgetMinor,
    budgetUsedPercent: budgetMinor ? (100 * costMinor) / budgetMinor : null,
    marginRetainedMinor: observed.marginRetainedMinor,
    returnOnCost: roi.kind === "ratio" ? roi.ratio : null,
    observed,
    withoutMargin: outcomes.length - observed.customers,
  };
}

/**
 * What of the budgets for a file's segment falls on a period, each by its days in it; null where there is none.
 * @param budgets all in the currency of the report
 */
export function segmentBudgetMinor(
  budgets: readonly CostBudget[],
  segment: string,
  { fromDay, toDay }: Period,
): number | null {
  const parts = budgets.flatMap((budget) => {
    if (budget.scope.kind !== "segment" || budget.scope.name !== segment) return [];
    const start = budget.fromDay > fromDay ? budget.fromDay : fromDay;
    const end = budget.toDay < toDay ? budget.toDay : toDay;
    if (start > end) return [];
    const share = (daysBetween(start, end) + 1) / (daysBetween(budget.fromDay, budget.toDay) + 1);
    return [Math.round(budget.amountMinor * share)];
  });
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
}
