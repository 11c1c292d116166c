import { type Phrase, phrase } from "../../phrase.ts";
import { type ClvTotals, clvMetric, clvTotals } from "./clv-metric.ts";
import { costToServeMetrics } from "./cost-to-serve.ts";
import { lifetimeMetrics } from "./lifetime.ts";
import type { ClvParameters } from "./margin-clv.ts";
import { type Metric, type MetricContext, noMetric, type Period } from "./metric.ts";
import type { Known, PeriodTotals } from "./period-totals.ts";
import { purchaseMetrics } from "./purchases.ts";
import { retentionMetrics } from "./retention.ts";
import { returnOnCostToServe } from "./return-on-cost-to-serve.ts";
import { NO_MOVEMENT, revenueRetentionMetrics } from "./revenue-retention.ts";
import { type AnswerCount, satisfactionMetrics } from "./satisfaction.ts";
import { serviceTimeMetrics, type TicketTimes } from "./service-times.ts";

/** Every metric of a period, and the currency its amounts are in. */
export type MetricReport = {
  readonly currency: string;
  readonly period: Period;
  readonly metrics: readonly Metric[];
  readonly notes: readonly Phrase[];
};

export type MetricReportInput = {
  readonly period: Period;
  readonly currency: string;
  readonly totals: PeriodTotals;
  /** At the period's end; missing where currencies meet without a rate. */
  readonly clv: Known<ClvTotals>;
  readonly clvParameters: ClvParameters;
  readonly tickets: TicketTimes;
  readonly answers: readonly AnswerCount[];
  /** Costs of the period in the report's currency; missing where there is no way to tell them. */
  readonly costMinor: Known<number>;
  /** The newest row behind each kind of figure. */
  readonly dataUpTo: {
    readonly activities: Date | null;
    readonly tickets: Date | null;
    readonly answers: Date | null;
  };
};

/** All metrics, in the order they are read. */
export function metricReport(input: MetricReportInput): MetricReport {
  const { period, currency, dataUpTo } = input;
  const context: MetricContext = { period, dataUpTo: dataUpTo.activities };
  return {
    currency,
    period,
    metrics: [
      ...retentionMetrics(context, input.totals.cohort),
      ...movementMetrics(context, input),
      ...orderMetrics(context, input),
      clvOrMissing(context, input),
      ...costToServeOrMissing(context, input),
      ...satisfactionMetrics({ period, dataUpTo: dataUpTo.answers }, input.answers),
      ...serviceTimeMetrics({ period, dataUpTo: dataUpTo.tickets }, input.tickets),
    ],
    notes: freshnessNotes(input),
  };
}

function movementMetrics(context: MetricContext, input: MetricReportInput): Metric[] {
  const { contracts, buyersWithoutContract, contractsLeftOut } = input.totals;
  const left =
    contractsLeftOut === 0 ? null : phrase("metric.note.contracts-left-out", { contracts: contractsLeftOut });
  const kinds = [
    { kind: "contracts", movement: contracts, note: left },
    { kind: "buyers", movement: buyersWithoutContract, note: null },
  ] as const;
  return kinds.flatMap(({ kind, movement, note }) => {
    const value = "value" in movement ? movement.value : NO_MOVEMENT;
    const metrics = revenueRetentionMetrics(context, kind, value, input.currency, note);
    return "value" in movement ? metrics : metrics.map((one) => without(context, one, movement.missing));
  });
}

function orderMetrics(context: MetricContext, input: MetricReportInput): Metric[] {
  const { orders, buyers, repeatBuyers, orderedMinor, cohort } = input.totals;
  const missing = "missing" in orderedMinor ? orderedMinor.missing : null;
  const ordered = "value" in orderedMinor ? { minor: orderedMinor.value, currency: input.currency } : null;
  const totals = { orders, buyers, repeatBuyers, ordered };
  return [...purchaseMetrics(context, totals, missing), ...lifetimeMetrics(context, cohort, totals, missing)];
}

function clvOrMissing(context: MetricContext, input: MetricReportInput): Metric {
  const { clv, clvParameters, currency } = input;
  const totals = "value" in clv ? clv.value : clvTotals().totals();
  const described = clvMetric(context, totals, clvParameters, currency);
  return "value" in clv ? described : without(context, described, clv.missing);
}

function costToServeOrMissing(
  context: MetricContext,
  { totals, costMinor, currency }: MetricReportInput,
): Metric[] {
  const { cohort, revenue, acquisition, returnOnCost } = totals;
  const metrics = costToServeMetrics(context, {
    currency,
    costMinor: valueOr(costMinor, 0),
    served: cohort.served,
    retained: cohort.retained,
    revenue: valueOr(revenue, { netMinor: 0, adjustmentsMinor: 0, ordersNotCountedMinor: 0 }),
    acquisition: { ...acquisition, costMinor: valueOr(acquisition.costMinor, 0) },
    returnOnCost: valueOr(returnOnCost, returnOnCostToServe([])),
  });
  const needs: Readonly<Record<string, readonly Known<unknown>[]>> = {
    cac: [acquisition.costMinor],
    profitability: [costMinor, revenue, acquisition.costMinor],
    "return-on-cost-to-serve": [costMinor, returnOnCost],
  };
  return metrics.map((one) => {
    const lacking = (needs[one.key] ?? [costMinor]).find((need) => "missing" in need);
    return lacking === undefined || !("missing" in lacking) ? one : without(context, one, lacking.missing);
  });
}

const valueOr = <Value>(known: Known<Value>, otherwise: Value) =>
  "value" in known ? known.value : otherwise;

/** The same metric without its value. */
function without(context: MetricContext, described: Metric, because: Phrase): Metric {
  const { key, name, unit, formula, denominator } = described;
  return noMetric(context, { key, name, unit, formula, denominator, because });
}

function freshnessNotes({ dataUpTo, period }: MetricReportInput): Phrase[] {
  const newest = dataUpTo.activities?.toISOString().slice(0, 10) ?? null;
  if (newest === null) return [phrase("metrics.note.no-activity")];
  if (newest >= period.toDay) return [];
  return [phrase("metrics.note.old-data", { newest: { day: newest } })];
}
