import { addDays, localTime, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import { MissingRateError } from "../../domain/exchange-rates.ts";
import { contractsWithoutStartPhrase } from "../../domain/figures/contracts-without-start.ts";
import { converterTo } from "../../domain/figures/converted-revenue.ts";
import { daysBefore } from "../../domain/figures/monthly-at-close.ts";
import { type PeriodSoFar, periodSoFar } from "../../domain/figures/period-so-far.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { phraseList } from "../../domain/phrase-list.ts";
import { type ClvTotals, clvTotals } from "../../domain/value/metrics/clv-metric.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { type MetricReport, metricReport } from "../../domain/value/metrics/metric-report.ts";
import { type Known, periodTotals } from "../../domain/value/metrics/period-totals.ts";
import type { ContractsWithoutStartStore } from "../../store/figures/contracts-without-start.ts";
import type { MetricStore } from "../../store/value/metrics.ts";
import {
  type CostsByCustomer,
  EMPTY_FILE,
  type NoAnswer,
  orMissingRate,
  type ReadValuedCustomersDeps,
  type ValueQuestion,
  type Valuing,
  valuingFor,
} from "./read-valued-customers.ts";
import { type NotBegun, notBegun } from "./weigh-cost-to-serve.ts";

export type ReadMetricsDeps = ReadValuedCustomersDeps & {
  readonly metrics: MetricStore;
  readonly contractsWithoutStart: ContractsWithoutStartStore;
  readonly clock: Clock;
};

export type MetricsQuestion = ValueQuestion & { readonly period: Period };

export type MetricsAnswer =
  | {
      readonly kind: "report";
      readonly report: MetricReport;
      readonly dataUpTo: Date | null;
      readonly activityWindowDays: number;
    }
  | NoAnswer
  | NotBegun;

/** Every metric of a period. A missing rate leaves out the figures that need it, each with the way to add it. */
export async function readMetrics(deps: ReadMetricsDeps, question: MetricsQuestion): Promise<MetricsAnswer> {
  const now = deps.clock();
  const { timeZone, clv } = question;
  const period = periodSoFar(question.period, localTime(now, timeZone).day);
  if (period === null) return notBegun(question.period);
  const span = await deps.dataSpan.read();
  if (span.customers === 0) return EMPTY_FILE;
  const valuing = await valuingFor(deps, question);
  const sums = sumsOf(question, period, valuing);
  const days = { ...period, timeZone };
  const [costs, marginClv, tickets, answers] = await Promise.all([
    valuing.costsOver(period, { fromDay: daysBefore(period).fromDay, visit: sums.add }),
    clvAtEnd(deps, valuing, period, timeZone),
    deps.metrics.ticketTimes(days),
    deps.metrics.answers(days),
  ]);
  const report = metricReport({
    period,
    currency: valuing.currency,
    totals: sums.totals(costs.byCustomer),
    clv: marginClv,
    clvParameters: clv,
    tickets,
    answers: answers.counts,
    costMinor: knownCosts(costs),
    dataUpTo: {
      activities: span.lastActivityAt,
      tickets: tickets.dataUpTo,
      answers: answers.dataUpTo,
    },
  });
  return {
    kind: "report",
    report: {
      ...report,
      notes: [...unfinishedNotes(period), ...(await uncountedNotes(deps)), ...report.notes],
    },
    dataUpTo: span.lastActivityAt,
    activityWindowDays: ACTIVITY_WINDOW_DAYS,
  };
}

function sumsOf(
  { clv: { marginPercentIfUnknown } }: MetricsQuestion,
  { fromDay, toDay }: Period,
  { currency, rates }: Valuing,
) {
  const convert = converterTo(currency, toDay, rates);
  return periodTotals({ period: { fromDay, toDay }, convert, marginPercentIfUnknown });
}

/** The margin CLV of everybody who is a customer at the period's end. */
function clvAtEnd(
  deps: ReadMetricsDeps,
  valuing: Valuing,
  { toDay }: Period,
  timeZone: string,
): Promise<Known<ClvTotals>> {
  const end = startOfDay(addDays(toDay, 1), timeZone);
  const asOf = new Date(Math.min(end.getTime(), deps.clock().getTime()));
  return known(deps, async () => {
    const { customers, unrated } = await valuing.customersAt(asOf);
    const [first] = unrated;
    if (first) throw new MissingRateError(first.currency, valuing.currency, toDay);
    const totals = clvTotals();
    for (const { marginClv } of customers) totals.add(marginClv);
    return totals.totals();
  });
}

function unfinishedNotes({ toDay, unfinishedUntil }: PeriodSoFar): Phrase[] {
  if (unfinishedUntil === null) return [];
  return [phrase("metrics.note.so-far", { day: { day: toDay }, until: { day: unfinishedUntil } })];
}

async function uncountedNotes({ contractsWithoutStart }: ReadMetricsDeps): Promise<Phrase[]> {
  const uncounted = contractsWithoutStartPhrase(await contractsWithoutStart.read());
  return uncounted === null ? [] : [uncounted];
}

/** Figures per customer of costs that leave some out would be too low. */
function knownCosts({ totalMinor, leftOut }: CostsByCustomer): Known<number> {
  const missing = phraseList(leftOut, "sentence");
  return missing === null ? { value: totalMinor } : { missing };
}

async function known<Value>(deps: ReadMetricsDeps, work: () => Promise<Value>): Promise<Known<Value>> {
  const answer = await orMissingRate(deps, async () => ({ kind: "value" as const, value: await work() }));
  return answer.kind === "value" ? { value: answer.value } : { missing: answer.reason };
}
