import type { CostBudget } from "../../domain/costs/budget.ts";
import { convertMoney, type ExchangeRate } from "../../domain/exchange-rates.ts";
import { stoppedPhrases } from "../../domain/risk/scores/stopped-data.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { fileSegment } from "../../domain/value/segments/file-segment.ts";
import {
  type SegmentReturn,
  segmentBudgetMinor,
  segmentReturn,
} from "../../domain/value/segments/segment-returns.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import { type SpendingAdvice, spendingAdvice } from "../../domain/value/segments/where-to-spend.ts";
import { unratedNotes } from "../../domain/value/value-at-risk.ts";
import type { CostBudgetStore } from "../../store/costs/cost-budgets.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";
import { type NoAnswer, nobodyValued, orMissingRate, valuingFor } from "./read-valued-customers.ts";
import {
  type CostToServeQuestion,
  type WeighCostToServeDeps,
  weighCostToServe,
} from "./weigh-cost-to-serve.ts";

export type AdviseSpendingDeps = WeighCostToServeDeps &
  FindRestingSourcesDeps & {
    readonly costBudgets: Pick<CostBudgetStore, "covering">;
  };

export type SpendingReport = SpendingAdvice & {
  readonly rule: Pick<SegmentRule, "key" | "name">;
  /** Of the returns. */
  readonly period: Period;
  readonly returns: readonly SegmentReturn[];
  /** The lists are as of this moment. */
  readonly asOf: Date;
};

export type SpendingQuestion = CostToServeQuestion & { readonly asOf: Date; readonly mostOnAList: number };

export type SpendingAnswer = { readonly kind: "report"; readonly report: SpendingReport } | NoAnswer;

/** Each segment's cost to serve against budget and return over a period, and now: where to save, where to spend, whom to keep first. */
export function adviseSpending(
  deps: AdviseSpendingDeps,
  question: SpendingQuestion,
): Promise<SpendingAnswer> {
  return orMissingRate(deps, async () => {
    const { rule, period, asOf } = question;
    const { currency, rates, customersWithCostsAt } = await valuingFor(deps, question);
    const { customers, unrated, leftOut } = await customersWithCostsAt(asOf);
    if (customers.length === 0)
      return nobodyValued(deps, { unrated }, currency, valuePeriod(asOf).period.toDay);
    const weighed = await weighCostToServe(deps, { ...question, currency });
    const budgets = await budgetsOf(deps, rule, period, currency, rates);
    const returns = (weighed?.segments ?? []).map((segment) =>
      segmentReturn(segment, currency, segmentBudgetMinor(budgets, segment.key, period)),
    );
    const advice = spendingAdvice(customers, currency, question.mostOnAList);
    const { stopped } = await findRestingSources(deps, asOf);
    const notes = [
      ...(stopped === null ? [] : stoppedPhrases(stopped)),
      ...advice.notes,
      ...unratedNotes(unrated),
      ...leftOut,
    ];
    return {
      kind: "report",
      report: { ...advice, notes, rule: { key: rule.key, name: rule.name }, period, returns, asOf },
    };
  });
}

/** Budgets name the file's segments; in the currency of the report, at the period's last day. */
async function budgetsOf(
  { costBudgets }: AdviseSpendingDeps,
  rule: SegmentRule,
  period: Period,
  currency: string,
  rates: readonly ExchangeRate[],
): Promise<CostBudget[]> {
  if (rule.key !== fileSegment.key) return [];
  const budgets = await costBudgets.covering(period.fromDay, period.toDay);
  return budgets.map((budget) => {
    const amount = { minor: budget.amountMinor, currency: budget.currency };
    const amountMinor = convertMoney(amount, currency, period.toDay, rates).money.minor;
    return { ...budget, amountMinor, currency };
  });
}
