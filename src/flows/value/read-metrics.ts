import { addDays, startOfDay } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../domain/customers/cohort.ts";
import { convertMoney, MissingRateError } from "../../domain/exchange-rates.ts";
import type { Money } from "../../domain/money.ts";
import { phraseList } from "../../domain/phrase-list.ts";
import { clvTotals } from "../../domain/value/metrics/clv-metric.ts";
import type { Period } from "../../domain/value/metrics/metric.ts";
import { type Known, type MetricReport, metricReport } from "../../domain/value/metrics/metric-report.ts";
import { periodTotals } from "../../domain/value/metrics/period-totals.ts";
import { missingRate } from "../../domain/value/missing-rate.ts";
import { valuePeriod } from "../../domain/value/segments/value-period.ts";
import type { CohortPeriod, RetentionStore } from "../../store/customers/retention.ts";
import type { MetricStore } from "../../store/value/metrics.ts";
import {
  type CostsByCustomer,
  EMPTY_FILE,
  type NoAnswer,
  orMissingRate,
  type ReadValuedCustomersDeps,
  type ValueQuestion,
  valuingFor,
} from "./read-valued-customers.ts";

export type ReadMetricsDeps = ReadValuedCustomersDeps & {
  readonly metrics: MetricStore;
  readonly retention: Pick<RetentionStore, "cohort">;
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
  | NoAnswer;

/** Every metric of a period. A missing rate leaves out the figures that need it, each with the way to add it. */
export async function readMetrics(deps: ReadMetricsDeps, question: MetricsQuestion): Promise<MetricsAnswer> {
  const now = deps.clock();
  const { period, timeZone, clv } = question;
  const span = await deps.dataSpan.read();
  if (span.customers === 0) return EMPTY_FILE;
  const valuing = await valuingFor(deps, question);
  const { currency, rates } = valuing;
  const cohortPeriod = cohortPeriodOf(period, timeZone);
  const { startsAt, endsAt } = cohortPeriod;
  const sums = periodTotals(period, clv.marginPercentIfUnknown);
  await deps.metrics.customersOver({ ...cohortPeriod, timeZone }, (customer) => sums.add(customer));
  const tickets = await deps.metrics.ticketTimes(startsAt, endsAt);
  const answers = await deps.metrics.answers(startsAt, endsAt);
  const asOf = endsAt < now ? endsAt : now;
  const report = metricReport({
    period,
    currency,
    cohort: await deps.retention.cohort(cohortPeriod),
    totals: sums.totals(),
    clv: await known(deps, async () => {
      const { customers, unrated } = await valuing.customersAt(asOf);
      const [first] = unrated;
      if (first)
        throw new MissingRateError(first.currency, currency, valuePeriod(asOf, timeZone).period.toDay);
      const totals = clvTotals();
      for (const { marginClv } of customers) totals.add(marginClv);
      return totals.totals();
    }),
    clvParameters: clv,
    tickets,
    answers: answers.counts,
    costMinor: knownCosts(await valuing.costsOver(period)),
    dataUpTo: {
      activities: span.lastActivityAt,
      tickets: tickets.dataUpTo,
      answers: answers.dataUpTo,
    },
    inReport: (amounts) =>
      inReport(amounts, currency, (money) => convertMoney(money, currency, period.toDay, rates).money),
  });
  return {
    kind: "report",
    report,
    dataUpTo: span.lastActivityAt,
    activityWindowDays: ACTIVITY_WINDOW_DAYS,
  };
}

function cohortPeriodOf(period: Period, timeZone: string): CohortPeriod {
  return {
    ...period,
    startsAt: startOfDay(period.fromDay, timeZone),
    endsAt: startOfDay(addDays(period.toDay, 1), timeZone),
    activityWindowDays: ACTIVITY_WINDOW_DAYS,
  };
}

/** Each currency's total converted once, then added. */
function inReport(
  amounts: readonly Money[],
  currency: string,
  convert: (money: Money) => Money,
): Known<Money> {
  try {
    const minor = amounts.reduce((sum, amount) => sum + (amount.minor === 0 ? 0 : convert(amount).minor), 0);
    return { value: { minor, currency } };
  } catch (error) {
    if (error instanceof MissingRateError) return { missing: missingRate(error) };
    throw error;
  }
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
