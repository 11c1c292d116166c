import { askedDays } from "../../domain/asking/asked-days.ts";
import type { AskedPeriod } from "../../domain/asking/intent.ts";
import { localTime, monthOf, previousMonth } from "../../domain/calendar.ts";
import type { Member } from "../../domain/customer.ts";
import { ALL_CUSTOMERS } from "../../domain/customers/money-read.ts";
import { type JoinedIn, MONTHS_SHOWN, monthsUpTo } from "../../domain/figures/retention-triangle.ts";
import type { ClvParameters } from "../../domain/value/metrics/margin-clv.ts";
import type { Metric } from "../../domain/value/metrics/metric.ts";
import type { MetricReport } from "../../domain/value/metrics/metric-report.ts";
import type { CohortStore } from "../../store/figures/cohort.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../customers/note-money-read.ts";
import { type MetricsAnswer, type ReadMetricsDeps, readMetrics } from "./read-metrics.ts";

export type ReportRetentionDeps = ReadMetricsDeps &
  NoteMoneyReadDeps & {
    readonly clv: ClvParameters;
    readonly cohorts: Pick<CohortStore, "triangle">;
    /** Of the days. */
    readonly timeZone: string;
  };

/** What is told of retention, in this order. */
export const RETENTION_FIGURES: readonly string[] = [
  "retention-rate",
  "churn-rate",
  "gross-revenue-retention-contracts",
  "net-revenue-retention-contracts",
  "gross-revenue-retention-buyers",
  "net-revenue-retention-buyers",
];

export type ReportedRetention =
  | {
      readonly kind: "report";
      readonly report: Pick<MetricReport, "period" | "notes"> & { readonly metrics: readonly Metric[] };
      /** Who joined in each of the last full months, and stayed. */
      readonly triangle: readonly JoinedIn[];
      readonly now: Date;
    }
  | Exclude<MetricsAnswer, { kind: "report" }>;

/** Retention and churn of customers and of revenue in a period, out of the report that holds all figures of it. */
export async function reportRetention(
  deps: ReportRetentionDeps,
  { period, reader }: { readonly period: AskedPeriod; readonly reader: Pick<Member, "slackUserId"> },
): Promise<ReportedRetention> {
  const { clv, timeZone } = deps;
  const now = deps.clock();
  // What a rate is divided by is an amount.
  await noteMoneyRead(deps, { reader, surface: "retention", customerIds: [ALL_CUSTOMERS], at: now });
  const days = askedDays(period, localTime(now, timeZone).day);
  const answer = await readMetrics(deps, { period: days, timeZone, clv, currency: null });
  if (answer.kind !== "report") return answer;
  const { report } = answer;
  const metrics = RETENTION_FIGURES.flatMap((key) => report.metrics.find((one) => one.key === key) ?? []);
  const lastFull = previousMonth(monthOf(localTime(now, timeZone).day));
  const triangle = await deps.cohorts.triangle(monthsUpTo(lastFull, MONTHS_SHOWN), timeZone);
  return { kind: "report", report: { period: report.period, notes: report.notes, metrics }, triangle, now };
}
