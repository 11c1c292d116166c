import { type Cohort, retentionOf } from "../../customers/cohort.ts";
import { phrase } from "../../phrase.ts";
import { type Metric, type MetricContext, percentMetric } from "./metric.ts";

/** Retention and churn of a cohort as metrics. */
export function retentionMetrics(context: MetricContext, cohort: Cohort): Metric[] {
  const { atStart, retained } = cohort;
  const rate = retentionOf(cohort);
  const formula = rate.kind === "rate" ? rate.formula : null;
  const shared = {
    whole: atStart,
    because: phrase("metric.none.customers-at-start"),
    denominator: { what: phrase("metric.of.customers-at-start"), count: atStart },
  };
  return [
    percentMetric(context, {
      ...shared,
      key: "retention-rate",
      name: phrase("metric.retention-rate.name"),
      formula: phrase("metric.retention-rate.formula"),
      part: retained,
      note: formula === null ? null : phrase("metric.retention-rate.note", { formula }),
    }),
    percentMetric(context, {
      ...shared,
      key: "churn-rate",
      name: phrase("metric.churn-rate.name"),
      formula: phrase("metric.churn-rate.formula"),
      part: atStart - retained,
    }),
  ];
}
