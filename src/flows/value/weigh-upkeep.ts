import { addDays, startOfDay } from "../../domain/calendar.ts";
import type { CostBudget } from "../../domain/costs/budget.ts";
import { convertMoney, type ExchangeRate } from "../../domain/costs/exchange-rates.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import { formatMoney } from "../../domain/money.ts";
import type { CustomerPeriod } from "../../domain/value/metrics/customer-period.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { revenueOf } from "../../domain/value/metrics/period-totals.ts";
import { fileSegment } from "../../domain/value/segments/file-segment.ts";
import {
  type SegmentOutcomes,
  type SegmentReturn,
  segmentBudgetMinor,
  segmentReturn,
} from "../../domain/value/segments/segment-returns.ts";
import type { SegmentRule } from "../../domain/value/segments/segment-rule.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { ValuedCustomer } from "../../domain/value/segments/valued-customer.ts";
import { type WhatIf, whatIf } from "../../domain/value/segments/what-if.ts";
import { type SpendingAdvice, spendingAdvice } from "../../domain/value/segments/where-to-spend.ts";
import type { CostBudgetStore } from "../../store/costs/cost-budgets.ts";
import type { CurrencyStore } from "../../store/costs/currencies.ts";
import type { MetricStore } from "../../store/value/metrics.ts";
import {
  EMPTY_FILE,
  type NoAnswer,
  orMissingRate,
  type ReadValuedCustomersDeps,
  readCostsByCustomer,
  readValuedCustomers,
  reportCurrency,
  type ValueQuestion,
} from "./read-valued-customers.ts";

export type WeighUpkeepDeps = ReadValuedCustomersDeps & {
  readonly currencies: CurrencyStore;
  readonly metrics: Pick<MetricStore, "customersOver">;
  readonly costBudgets: Pick<CostBudgetStore, "covering">;
};

/** Upkeep of a period; customers count for the segment they were in when it began. */
export type UpkeepQuestion = ValueQuestion & { readonly rule: SegmentRule; readonly period: Period };

export type WhatIfQuestion = UpkeepQuestion & {
  /** In the report's currency. */
  readonly amountMinor: (currency: string) => number;
  readonly fromSegment: string;
  readonly toSegment: string;
};

export type WhatIfAnswer =
  | { readonly kind: "what-if"; readonly whatIf: WhatIf }
  | { readonly kind: "unknown-segment"; readonly reason: string }
  | NoAnswer;

/** What moving an amount from one segment's upkeep to another's would change. */
export function askWhatIf(deps: WeighUpkeepDeps, question: WhatIfQuestion): Promise<WhatIfAnswer> {
  return orMissingRate(deps, async () => {
    const weighed = await weigh(deps, question);
    if (weighed === null) return EMPTY_FILE;
    const { currency, segments } = weighed;
    const find = (asked: string) =>
      segments.find(({ key, name }) =>
        [key, name].some((known) => known.toLowerCase() === asked.toLowerCase()),
      );
    const from = find(question.fromSegment);
    const to = find(question.toSegment);
    if (!from || !to)
      return unknownSegment(from ? question.toSegment : question.fromSegment, segments, question.rule);
    const say = (minor: number) => formatMoney({ minor, currency });
    const amountMinor = question.amountMinor(currency);
    return {
      kind: "what-if",
      whatIf: whatIf({ amountMinor, currency, period: question.period, from, to, say }),
    };
  });
}

export type SpendingReport = SpendingAdvice & {
  readonly rule: { readonly key: string; readonly name: string };
  /** Of the returns. */
  readonly period: Period;
  readonly returns: readonly SegmentReturn[];
  /** The lists are as of this moment. */
  readonly asOf: Date;
};

export type SpendingQuestion = UpkeepQuestion & { readonly asOf: Date; readonly mostOnAList: number };

export type SpendingAnswer = { readonly kind: "report"; readonly report: SpendingReport } | NoAnswer;

/** Each segment's upkeep against budget and return over a period, and now: where to save, where to spend, whom to keep first. */
export function adviseSpending(deps: WeighUpkeepDeps, question: SpendingQuestion): Promise<SpendingAnswer> {
  return orMissingRate(deps, async () => {
    const { rule, period, asOf, timeZone, clv } = question;
    const currency = await reportCurrency(deps, question.currency);
    const rates = await deps.exchangeRates.all();
    const { byCustomer: costs } = await readCostsByCustomer(deps, {
      ...valuePeriod(asOf).period,
      timeZone,
      currency,
    });
    const customers = await readValuedCustomers(deps, asOf, { currency, rates, clv, costs });
    if (customers.length === 0) return EMPTY_FILE;
    const weighed = await weigh(deps, { ...question, currency });
    const budgets = await budgetsOf(deps, rule, period, currency, rates);
    const returns = (weighed?.segments ?? []).map((segment) =>
      segmentReturn(segment, currency, segmentBudgetMinor(budgets, segment.key, period)),
    );
    const advice = spendingAdvice(customers, currency, question.mostOnAList);
    return {
      kind: "report",
      report: { ...advice, rule: { key: rule.key, name: rule.name }, period, returns, asOf },
    };
  });
}

type Weighed = { readonly currency: string; readonly segments: readonly SegmentOutcomes[] };

/** Every segment as the period began, with each customer's cost and retained margin; null without customers. */
async function weigh(deps: WeighUpkeepDeps, question: UpkeepQuestion): Promise<Weighed | null> {
  const { rule, period, timeZone, clv } = question;
  const currency = await reportCurrency(deps, question.currency);
  const rates = await deps.exchangeRates.all();
  const startsAt = startOfDay(period.fromDay, timeZone);
  const customers = await readValuedCustomers(deps, startsAt, { currency, rates, clv, costs: null });
  if (customers.length === 0) return null;
  const { byCustomer: costs } = await readCostsByCustomer(deps, { ...period, timeZone, currency });
  const retained = await readRetainedRevenue(deps, period, { timeZone, currency, rates, startsAt });
  const { segments, assigned } = rule.assign(customers);
  const outcomes = new Map<string, SegmentOutcomes["outcomes"][number][]>();
  customers.forEach((customer, index) => {
    const key = assigned[index] ?? "";
    const outcome = {
      costMinor: costs.get(customer.customerId) ?? 0,
      marginRetainedMinor: marginOf(
        customer,
        retained.get(customer.customerId) ?? 0,
        clv.marginPercentIfUnknown,
      ),
    };
    const known = outcomes.get(key);
    if (known) known.push(outcome);
    else outcomes.set(key, [outcome]);
  });
  const filled = segments.filter(({ key }) => outcomes.has(key));
  return {
    currency,
    segments: filled.map(({ key, name }) => ({ key, name, outcomes: outcomes.get(key) ?? [] })),
  };
}

function marginOf(
  { marginPercent }: ValuedCustomer,
  revenueMinor: number,
  ifUnknown: number | null,
): number | null {
  const percent = marginPercent ?? ifUnknown;
  return percent === null ? null : Math.round((revenueMinor * percent) / 100);
}

/** The period's revenue of those who were still customers at its end. */
async function readRetainedRevenue(
  { metrics }: WeighUpkeepDeps,
  period: Period,
  given: {
    readonly timeZone: string;
    readonly currency: string;
    readonly rates: readonly ExchangeRate[];
    readonly startsAt: Date;
  },
): Promise<Map<number, number>> {
  const { timeZone, currency, rates, startsAt } = given;
  const revenue = new Map<number, number>();
  const endsAt = startOfDay(addDays(period.toDay, 1), timeZone);
  const cohortPeriod = { ...period, startsAt, endsAt, activityWindowDays: ACTIVITY_WINDOW_DAYS, timeZone };
  await metrics.customersOver(cohortPeriod, (customer: CustomerPeriod) => {
    if (!customer.atEnd) return;
    const minor = revenueOf(customer, period).reduce(
      (sum, amount) => sum + convertMoney(amount, currency, period.toDay, rates).money.minor,
      0,
    );
    revenue.set(customer.customerId, minor);
  });
  return revenue;
}

/** Budgets name the file's segments; in the currency of the report, at the period's last day. */
async function budgetsOf(
  { costBudgets }: WeighUpkeepDeps,
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

function unknownSegment(
  asked: string,
  segments: readonly SegmentOutcomes[],
  rule: SegmentRule,
): WhatIfAnswer {
  const known = segments.map(({ key }) => key).join(", ");
  const reason = `No customer was in a segment “${asked}” by ${rule.name.toLowerCase()} when the period began; there were: ${known}.`;
  return { kind: "unknown-segment", reason };
}
