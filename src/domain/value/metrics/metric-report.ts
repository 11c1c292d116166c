import type { Cohort } from "../../customers/cohort.ts";
import type { Money } from "../../money.ts";
import { type Phrase, phrase } from "../../phrase.ts";
import { type ClvTotals, clvMetric, clvTotals } from "./clv-metric.ts";
import { costToServeMetrics } from "./cost-to-serve.ts";
import { lifetimeMetrics } from "./lifetime.ts";
import type { ClvParameters } from "./margin-clv.ts";
import { type Metric, type MetricContext, noMetric, type Period } from "./metric.ts";
import type { CurrencyMovement, PeriodTotals } from "./period-totals.ts";
import { purchaseMetrics } from "./purchases.ts";
import { retentionMetrics } from "./retention.ts";
import { NO_MOVEMENT, type RevenueMovement, revenueRetentionMetrics } from "./revenue-retention.ts";
import { type AnswerCount, satisfactionMetrics } from "./satisfaction.ts";
import { serviceTimeMetrics, type TicketTimes } from "./service-times.ts";

/** Every metric of a period, and the currency its amounts are in. */
export type MetricReport = {
  readonly currency: string;
  readonly period: Period;
  readonly metrics: readonly Metric[];
  readonly notes: readonly Phrase[];
};

/** A figure, or why there is none. */
export type Known<Value> = { readonly value: Value } | { readonly missing: Phrase };

export type MetricReportInput = {
  readonly period: Period;
  readonly currency: string;
  readonly cohort: Cohort;
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
  /** Adds amounts up in the report's currency; missing where a rate is. */
  readonly inReport: (amounts: readonly Money[]) => Known<Money>;
};

/** All metrics, in the order they are read. */
export function metricReport(input: MetricReportInput): MetricReport {
  const { period, currency, cohort, dataUpTo } = input;
  const context: MetricContext = { period, dataUpTo: dataUpTo.activities };
  return {
    currency,
    period,
    metrics: [
      ...retentionMetrics(context, cohort),
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
    { kind: "contracts", movements: contracts, note: left },
    { kind: "buyers", movements: buyersWithoutContract, note: null },
  ] as const;
  return kinds.flatMap(({ kind, movements, note }) => {
    const movement = movementOf(movements, input);
    const value = "value" in movement ? movement.value : NO_MOVEMENT;
    const metrics = revenueRetentionMetrics(context, kind, value, input.currency, note);
    return "value" in movement ? metrics : metrics.map((one) => without(context, one, movement.missing));
  });
}

function orderMetrics(context: MetricContext, input: MetricReportInput): Metric[] {
  const { orders, buyers, repeatBuyers } = input.totals;
  const ordered = input.inReport(input.totals.ordered);
  const totals = { orders, buyers, repeatBuyers, ordered: "value" in ordered ? ordered.value : null };
  const missing = "missing" in ordered ? ordered.missing : null;
  return [
    ...purchaseMetrics(context, totals, missing),
    ...lifetimeMetrics(context, input.cohort, totals, missing),
  ];
}

function clvOrMissing(context: MetricContext, input: MetricReportInput): Metric {
  const { clv, clvParameters, currency } = input;
  const totals = "value" in clv ? clv.value : clvTotals().totals();
  const described = clvMetric(context, totals, clvParameters, currency);
  return "value" in clv ? described : without(context, described, clv.missing);
}

function costToServeOrMissing(context: MetricContext, input: MetricReportInput): Metric[] {
  const { totals, cohort, costMinor, currency } = input;
  const amounts = [
    "value" in costMinor ? { value: { minor: costMinor.value, currency } } : costMinor,
    input.inReport(totals.revenue),
    input.inReport(totals.acquisition.cost),
    input.inReport(totals.marginRetained.amounts),
  ];
  const missing = amounts.flatMap((amount) => ("missing" in amount ? [amount.missing] : []))[0];
  const [cost, revenue, acquisition, margin] = amounts.map((amount) =>
    "value" in amount ? amount.value : { minor: 0, currency },
  );
  const nothing = { minor: 0, currency };
  const costToServe = {
    cost: cost ?? nothing,
    served: cohort.atStart + cohort.joined,
    retained: cohort.retained,
    revenue: revenue ?? nothing,
    acquisition: { ...totals.acquisition, cost: acquisition ?? nothing },
    marginRetained: { ...totals.marginRetained, money: margin ?? nothing },
  };
  const metrics = costToServeMetrics(context, costToServe);
  return missing === undefined ? metrics : metrics.map((one) => without(context, one, missing));
}

/** The same metric without its value. */
function without(context: MetricContext, described: Metric, because: Phrase): Metric {
  const { key, name, unit, formula, denominator } = described;
  return noMetric(context, { key, name, unit, formula, denominator, because });
}

function movementOf(
  movements: readonly CurrencyMovement[],
  { inReport }: MetricReportInput,
): Known<RevenueMovement> {
  const total = (key: Exclude<keyof RevenueMovement, "customers">) =>
    inReport(movements.map(({ currency, movement }) => ({ currency, minor: movement[key] })));
  const before = total("beforeMinor");
  if ("missing" in before) return before;
  // The same currencies again, so their rates are known, too.
  const minor = (amount: Known<Money>) => ("value" in amount ? amount.value.minor : 0);
  return {
    value: {
      customers: movements.reduce((sum, { movement }) => sum + movement.customers, 0),
      beforeMinor: before.value.minor,
      expansionMinor: minor(total("expansionMinor")),
      contractionMinor: minor(total("contractionMinor")),
      lostMinor: minor(total("lostMinor")),
    },
  };
}

function freshnessNotes({ dataUpTo, period }: MetricReportInput): Phrase[] {
  const newest = dataUpTo.activities?.toISOString().slice(0, 10) ?? null;
  if (newest === null) return [phrase("metrics.note.no-activity")];
  if (newest >= period.toDay) return [];
  return [phrase("metrics.note.old-data", { newest: { day: newest } })];
}
