import type {
  ClassificationMetrics,
  Competitors,
  SplitEvaluation,
} from "../../../domain/risk/churn-model.ts";
import type { JudgedRun } from "../../../domain/risk/evaluation/evaluation-evidence.ts";
import { type ReliabilityBin, reliabilityBins } from "../../../domain/risk/evaluation/reliability.ts";
import type { LabelledSnapshot } from "../training/labelled-snapshot.ts";

export type SideBySide = Competitors<ClassificationMetrics>;
export type Reliability = Competitors<readonly ReliabilityBin[]>;

export type JudgeDeps = {
  judge(labels: ArrayLike<number>, probabilities: ArrayLike<number>): ClassificationMetrics;
};

/** Some customers of a test, what was said of them, and how good that was. */
export type JudgedPopulation = {
  readonly labels: Uint8Array;
  readonly run: JudgedRun;
  readonly reliability: Reliability;
};

/** Judges the given rows of a test alone, in the given order. */
export function judgePopulation(
  { judge }: JudgeDeps,
  testLabels: Uint8Array,
  { model, baseline, rule }: SplitEvaluation,
  rows: readonly number[],
): JudgedPopulation {
  const labels = Uint8Array.from(rows, (row) => testLabels[row] ?? 0);
  const among = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
  const said = {
    model: among(model.probabilities),
    baseline: among(baseline.probabilities),
    rule: among(rule.probabilities),
  };
  const each = <Value>(of: (probabilities: Float64Array) => Value): Competitors<Value> => ({
    model: of(said.model),
    baseline: of(said.baseline),
    rule: of(said.rule),
  });
  const bounds = model.low && model.high ? { low: among(model.low), high: among(model.high) } : {};
  return {
    labels,
    run: {
      model: { probabilities: said.model, ...bounds },
      baseline: said.baseline,
      ruleColumn: rule.column ?? "",
      metrics: each((probabilities) => judge(labels, probabilities)),
    },
    reliability: each((probabilities) => reliabilityBins(labels, probabilities)),
  };
}

/** Rows of customers who bought within so many days before the snapshot. */
export function rowsActiveWithin({ columns }: LabelledSnapshot, days: number): number[] {
  const lastPurchase = columns.find(({ name }) => name === "daysSinceLastPurchase");
  if (lastPurchase?.kind !== "number") return [];
  const { values } = lastPurchase;
  return [...values.keys()].filter((row) => (values[row] ?? Number.NaN) <= days);
}
