import type { CostBudget } from "../../domain/costs/budget.ts";
import { budgetForDays } from "../../domain/costs/budget-for-days.ts";
import { convertMoney, type ExchangeRate } from "../../domain/exchange-rates.ts";
import type { PeriodSoFar } from "../../domain/figures/period-so-far.ts";
import { stoppedPhrases } from "../../domain/risk/scores/stopped-data.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { fileSegment } from "../../domain/value/segments/file-segment.ts";
import { type SegmentReturn, segmentReturn } from "../../domain/value/segments/segment-returns.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import { type SpendingAdvice, spendingAdvice } from "../../domain/value/segments/where-to-spend.ts";
import type { Unrated } from "../../domain/value/stake.ts";
import { unratedNotes } from "../../domain/value/value-at-risk.ts";
import type { CostBudgetStore } from "../../store/costs/cost-budgets.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";
import { type NoAnswer, nobodyValued, orMissingRate, valuingFor } from "./read-valued-customers.ts";
import {
  type CostToServeQuestion,
  type NotBegun,
  type WeighCostToServeDeps,
  weighCostToServe,
} from "./weigh-cost-to-serve.ts";

export type AdviseSpendingDeps = WeighCostToServeDeps &
  FindRestingSourcesDeps & {
    readonly costBudgets: Pick<CostBudgetStore, "covering">;
  };

export type SpendingReport = SpendingAdvice & {
  readonly rule: Pick<SegmentRule, "key" | "name">;
  /** Of the returns: the days that have come. */
  readonly period: PeriodSoFar;
  readonly returns: readonly SegmentReturn[];
  /** Spent in the period, but on nobody. */
  readonly unallocatedMinor: number;
  /** The lists are as of this moment. */
  readonly asOf: Date;
};

export type SpendingQuestion = CostToServeQuestion & { readonly asOf: Date; readonly mostOnAList: number };

export type SpendingAnswer =
  | { readonly kind: "report"; readonly report: SpendingReport }
  | NoAnswer
  | NotBegun;

/** Each segment's cost to serve against budget and return over a period, and now: where to save, where to spend, whom to keep first. */
export function adviseSpending(
  deps: AdviseSpendingDeps,
  question: SpendingQuestion,
): Promise<SpendingAnswer> {
  return orMissingRate(deps, async () => {
    const { rule, asOf, timeZone } = question;
    const { currency, rates, customersWithCostsAt } = await valuingFor(deps, question);
    const [weighed, { customers, unrated, leftOut }] = await Promise.all([
      weighCostToServe(deps, question),
      customersWithCostsAt(asOf),
    ]);
    if (weighed.kind === "not-begun") return weighed;
    if (customers.length === 0)
      return nobodyValued(deps, { unrated }, currency, valuePeriod(asOf, timeZone).period.toDay);
    if (weighed.kind !== "weighed") return weighed;
    const { period, unallocatedMinor } = weighed;
    const budgets = await budgetsOf(deps, rule, period, currency, rates);
    const returns = weighed.segments.map((segment) =>
      segmentReturn(segment, budgetForDays(budgets.get(segment.key) ?? [], period)),
    );
    const advice = spendingAdvice(customers, currency, question.mostOnAList);
    const { stopped } = await findRestingSources(deps, asOf);
    const notes = [
      ...(stopped === null ? [] : stoppedPhrases(stopped)),
      ...advice.notes,
      ...unratedNotes(eachOnce([...unrated, ...weighed.unrated])),
      ...leftOut,
    ];
    const about = { rule: { key: rule.key, name: rule.name }, period, asOf };
    return { kind: "report", report: { ...advice, ...about, notes, returns, unallocatedMinor } };
  });
}

const eachOnce = (unrated: readonly Unrated[]): Unrated[] => [
  ...new Map(unrated.map((one) => [one.customerId, one])).values(),
];

/** By segment; in the currency of the report, at the period's last day. Budgets name the file's segments. */
async function budgetsOf(
  { costBudgets }: AdviseSpendingDeps,
  rule: SegmentRule,
  period: Period,
  currency: string,
  rates: readonly ExchangeRate[],
): Promise<ReadonlyMap<string, readonly CostBudget[]>> {
  const bySegment = new Map<string, CostBudget[]>();
  if (rule.key !== fileSegment.key) return bySegment;
  for (const budget of await costBudgets.covering(period.fromDay, period.toDay)) {
    if (budget.scope.kind !== "segment") continue;
    const amount = { minor: budget.amountMinor, currency: budget.currency };
    const amountMinor = convertMoney(amount, currency, period.toDay, rates).money.minor;
    const { name } = budget.scope;
    bySegment.set(name, [...(bySegment.get(name) ?? []), { ...budget, amountMinor, currency }]);
  }
  return bySegment;
}
