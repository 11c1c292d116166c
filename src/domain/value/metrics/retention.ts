import { type Cohort, retentionOf } from "../../customers/cohort.ts";
import { type Metric, type MetricContext, percentMetric } from "./metric.ts";

/** Retention and churn of a cohort as metrics. */
export function retentionMetrics(context: MetricContext, cohort: Cohort): Metric[] {
  const { atStart, retained } = cohort;
  const rate = retentionOf(cohort);
  const formula = rate.kind === "rate" ? rate.formula : null;
  const shared = {
    whole: atStart,
    because: "there were no customers at the start",
    denominator: { what: "customers at the start", count: atStart },
  };
  return [
    percentMetric(context, {
      ...shared,
      key: "retention-rate",
      name: "Retention rate",
      formula: "customers at the start who still were at the end ÷ customers at the start",
      part: retained,
      note: formula === null ? null : `(E − N) ÷ S says the same: ${formula}`,
    }),
    percentMetric(context, {
      ...shared,
      key: "churn-rate",
      name: "Churn rate",
      formula: "customers lost ÷ customers at the start = 100 − retention rate",
      part: atStart - retained,
    }),
  ];
}
