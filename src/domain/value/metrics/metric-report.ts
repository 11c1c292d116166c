import type { Cohort } from "../../customers/cohort.ts";
import { formatMoney, type Money } from "../../money.ts";
import { type ClvTotals, clvMetric, clvTotals } from "./clv-metric.ts";
import { lifetimeMetrics } from "./lifetime.ts";
import type { ClvParameters } from "./margin-clv.ts";
import { type Metric, type MetricContext, noMetric, type Period } from "./metric.ts";
import type { CurrencyMovement, PeriodTotals } from "./period-totals.ts";
import { purchaseMetrics } from "./purchases.ts";
import { retentionMetrics } from "./retention.ts";
import { NO_MOVEMENT, type RevenueMovement, revenueRetentionMetrics } from "./revenue-retention.ts";
import { type AnswerCount, satisfactionMetrics } from "./satisfaction.ts";
import { serviceTimeMetrics, type TicketTimes } from "./service-times.ts";
import { upkeepMetrics } from "./upkeep.ts";

/** Every metric of a period, and the currency its amounts are in. */
export type MetricReport = {
  readonly currency: string;
  readonly period: Period;
  readonly metrics: readonly Metric[];
  readonly notes: readonly string[];
};

/** A figure, or why there is none. */
export type Known<Value> = { readonly value: Value } | { readonly missing: string };

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
  const say = (minor: number) => formatMoney({ minor, currency });
  return {
    currency,
    period,
    metrics: [
      ...retentionMetrics(context, cohort),
      ...movementMetrics(context, input, say),
      ...orderMetrics(context, input, say),
      clvOrMissing(context, input, say),
      ...upkeepOrMissing(context, input, say),
      ...satisfactionMetrics({ period, dataUpTo: dataUpTo.answers }, input.answers),
      ...serviceTimeMetrics({ period, dataUpTo: dataUpTo.tickets }, input.tickets),
    ],
    notes: freshnessNotes(input),
  };
}

type Say = (minor: number) => string;

function movementMetrics(context: MetricContext, input: MetricReportInput, say: Say): Metric[] {
  const { contracts, buyersWithoutContract, contractsLeftOut } = input.totals;
  const left =
    contractsLeftOut === 0 ? null : `${contractsLeftOut} contracts of unknown monthly revenue left out`;
  const kinds = [
    { kind: "contracts", movements: contracts, note: left },
    { kind: "buyers", movements: buyersWithoutContract, note: null },
  ] as const;
  return kinds.flatMap(({ kind, movements, note }) => {
    const movement = movementOf(movements, input);
    const value = "value" in movement ? movement.value : NO_MOVEMENT;
    const metrics = revenueRetentionMetrics(context, kind, value, say, note);
    return "value" in movement ? metrics : metrics.map((one) => without(context, one, movement.missing));
  });
}

function orderMetrics(context: MetricContext, input: MetricReportInput, say: Say): Metric[] {
  const { orders, buyers, repeatBuyers } = input.totals;
  const ordered = input.inReport(input.totals.ordered);
  const totals = { orders, buyers, repeatBuyers, ordered: "value" in ordered ? ordered.value : null };
  const missing = "missing" in ordered ? ordered.missing : null;
  return [
    ...purchaseMetrics(context, totals, { say, missing }),
    ...lifetimeMetrics(context, input.cohort, totals, { say: ({ minor }) => say(minor), missing }),
  ];
}

function clvOrMissing(context: MetricContext, input: MetricReportInput, say: Say): Metric {
  const { clv, clvParameters, currency } = input;
  const totals = "value" in clv ? clv.value : clvTotals().totals();
  const described = clvMetric(context, totals, clvParameters, { currency, say });
  return "value" in clv ? described : without(context, described, clv.missing);
}

function upkeepOrMissing(context: MetricContext, input: MetricReportInput, say: Say): Metric[] {
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
  const upkeep = {
    cost: cost ?? nothing,
    served: cohort.atStart + cohort.joined,
    retained: cohort.retained,
    revenue: revenue ?? nothing,
    acquisition: { ...totals.acquisition, cost: acquisition ?? nothing },
    marginRetained: { ...totals.marginRetained, money: margin ?? nothing },
  };
  const metrics = upkeepMetrics(context, upkeep, say);
  return missing === undefined ? metrics : metrics.map((one) => without(context, one, missing));
}

/** The same metric without its value. */
function without(context: MetricContext, described: Metric, because: string): Metric {
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

function freshnessNotes({ dataUpTo, period }: MetricReportInput): string[] {
  const newest = dataUpTo.activities?.toISOString().slice(0, 10) ?? null;
  if (newest === null) return ["No activity is on file: figures from purchases have nothing to go by."];
  if (newest >= period.toDay) return [];
  return [
    `The newest activity is of ${newest}, before the period ends: later days count as if nobody bought.`,
  ];
}
