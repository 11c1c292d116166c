import type { ClassificationMetrics } from "../churn-model.ts";

/** One figure over several seeds. */
export type Spread = { readonly mean: number; readonly lowest: number; readonly highest: number };

/** Figures that quality is told by; null where one is not defined for any seed. */
export type MetricSummary = Readonly<Record<MetricName, Spread | null>>;

export const METRIC_NAMES = ["rocAuc", "prAuc", "logLoss", "brier", "ece", "topDecileLift"] as const;
export type MetricName = (typeof METRIC_NAMES)[number];

/** Mean and range of each figure over runs that differ by their seed. */
export function summariseRuns(runs: readonly ClassificationMetrics[]): MetricSummary {
  const summary = {} as Record<MetricName, Spread | null>;
  for (const name of METRIC_NAMES) {
    const values = runs.map((run) => run[name]).filter((value) => value !== null);
    summary[name] =
      values.length === 0
        ? null
        : {
            mean: values.reduce((sum, value) => sum + value, 0) / values.length,
            lowest: Math.min(...values),
            highest: Math.max(...values),
          };
  }
  return summary;
}
