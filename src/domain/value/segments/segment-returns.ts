import type { BudgetForDays } from "../../costs/budget-for-days.ts";
import type { Phrase } from "../../phrase.ts";
import {
  marginOfRevenue,
  type ReturnOnCostToServe,
  returnOnCostToServe,
} from "../metrics/return-on-cost-to-serve.ts";
import { type ObservedReturn, observedReturn, type ServedOutcome } from "./what-if.ts";

/** One customer's part in a period; minor units of one currency. */
export type SegmentOutcome = {
  readonly costMinor: number;
  /** Net revenue of the period; null: a rate is missing. */
  readonly revenueMinor: number | null;
  /** Null: neither the file nor the settings say it. */
  readonly marginPercent: number | null;
  /** At the start and the end; at the start alone; or neither: joined since, or no customer who still costs. */
  readonly stayed: "kept" | "lost" | "not-at-start";
};

export type SegmentOutcomes = {
  readonly key: string;
  readonly name: Phrase;
  readonly outcomes: readonly SegmentOutcome[];
};

/** A segment's cost to serve over a period against its budget and what it went along with; minor units of one currency. */
export type SegmentReturn = {
  readonly key: string;
  readonly name: Phrase;
  /** On whom the cost fell, or who was a customer in the period. */
  readonly customers: number;
  /** All that was spent on them, on joiners and leavers too: what a budget is used by. */
  readonly costMinor: number;
  /** The part of the narrowest budgets for this segment that falls on the period's days; null where nobody set one. */
  readonly budgetMinor: number | null;
  readonly budget: BudgetForDays | null;
  /** Null without a budget. */
  readonly budgetUsedPercent: number | null;
  /** Of those kept; null where some were, but the margin of none is known. */
  readonly marginRetainedMinor: number | null;
  /** Over those kept whose margin is known; null without costs on them. */
  readonly returnOnCost: number | null;
  readonly returned: ReturnOnCostToServe;
  /** Customers who were not kept throughout, and their cost: in no return. */
  readonly notKept: { readonly customers: number; readonly costMinor: number };
};

/** One segment's return. @param budget see `SegmentReturn` */
export function segmentReturn(
  { key, name, outcomes }: SegmentOutcomes,
  budget: BudgetForDays | null,
): SegmentReturn {
  const kept = outcomes.filter(({ stayed }) => stayed === "kept");
  const returned = returnOnCostToServe(
    kept.map(({ revenueMinor, marginPercent, costMinor }) => ({
      costMinor,
      revenueMinor: revenueMinor ?? 0,
      marginPercent: revenueMinor === null ? null : marginPercent,
    })),
  );
  const costMinor = totalMinor(outcomes);
  const budgetMinor = budget?.amountMinor ?? null;
  return {
    key,
    name,
    customers: outcomes.length,
    costMinor,
    budgetMinor,
    budget,
    budgetUsedPercent: budgetMinor ? (100 * costMinor) / budgetMinor : null,
    marginRetainedMinor: returned.customers === 0 && kept.length > 0 ? null : returned.marginMinor,
    returnOnCost: returned.ratio,
    returned,
    notKept: { customers: outcomes.length - kept.length, costMinor: costMinor - totalMinor(kept) },
  };
}

const totalMinor = (outcomes: readonly SegmentOutcome[]) =>
  outcomes.reduce((sum, { costMinor }) => sum + costMinor, 0);

/** Of everybody there at the start, kept or not: what was spent on who left anyway brought nothing. */
export function observedAmong(outcomes: readonly SegmentOutcome[]): ObservedReturn {
  return observedReturn(outcomes.filter(({ stayed }) => stayed !== "not-at-start").map(servedOutcome));
}

function servedOutcome({ costMinor, revenueMinor, marginPercent, stayed }: SegmentOutcome): ServedOutcome {
  if (marginPercent === null || revenueMinor === null) return { costMinor, marginRetainedMinor: null };
  const marginRetainedMinor = stayed === "kept" ? marginOfRevenue({ revenueMinor, marginPercent }) : 0;
  return { costMinor, marginRetainedMinor };
}
