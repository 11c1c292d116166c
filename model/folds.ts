import type {
  ClassificationMetrics,
  Competitors,
  FoldEvaluation,
  SplitEvaluation,
  TableEvaluation,
} from "../src/domain/risk/churn-model.ts";
import { type LabelledDataset, selectRows } from "../src/domain/risk/dataset.ts";
import { reliabilityBins } from "../src/domain/risk/reliability.ts";
import { classificationMetrics } from "./metrics.ts";

/** Fit on `training`, judge on `test`. */
export type SplitRequest = {
  readonly training: readonly LabelledDataset[];
  readonly test: LabelledDataset;
  readonly horizonDays?: number;
  readonly seed: number;
};

/** One request per fold, in ascending order of the folds: test on it, train on all other rows. */
export function splitByFold(
  table: LabelledDataset,
  folds: ArrayLike<number>,
  seed: number,
): readonly (SplitRequest & { readonly fold: number })[] {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const names = [...new Set(rows.map((row) => folds[row] ?? 0))].sort((a, b) => a - b);
  return names.map((fold) => {
    const test = selectRows(
      table,
      rows.filter((row) => folds[row] === fold),
    );
    const training = [
      selectRows(
        table,
        rows.filter((row) => folds[row] !== fold),
      ),
    ];
    return { fold, training, test, seed };
  });
}

/** Side by side per fold, and the means over the folds. */
export function summariseFolds(folds: readonly FoldEvaluation[]): Pick<TableEvaluation, "folds" | "mean"> {
  const mean = {
    model: meanMetrics(folds.map((fold) => fold.model)),
    baseline: meanMetrics(folds.map((fold) => fold.baseline)),
    rule: meanMetrics(folds.map((fold) => fold.rule)),
  };
  return { folds, mean };
}

/** The folds' predictions together, which is every row once. */
export function poolFolds(
  folds: ReadonlyArray<{ readonly labels: Uint8Array; readonly judged: SplitEvaluation }>,
): Pick<TableEvaluation, "pooled" | "reliability"> {
  const labels = Uint8Array.from(folds.flatMap((fold) => [...fold.labels]));
  const together = (name: keyof Competitors<unknown>) =>
    Float64Array.from(folds.flatMap(({ judged }) => [...judged[name].probabilities]));
  const each = <Judged>(judge: (probabilities: Float64Array) => Judged): Competitors<Judged> => ({
    model: judge(together("model")),
    baseline: judge(together("baseline")),
    rule: judge(together("rule")),
  });
  return {
    pooled: each((probabilities) => classificationMetrics(labels, probabilities)),
    reliability: each((probabilities) => reliabilityBins(labels, probabilities)),
  };
}

/** Means over the folds in which a metric is defined; `n` and `positives` are totals. */
function meanMetrics(folds: readonly ClassificationMetrics[]): ClassificationMetrics {
  const total = (pick: (fold: ClassificationMetrics) => number): number =>
    folds.reduce((sum, fold) => sum + pick(fold), 0);
  const meanDefined = (pick: (fold: ClassificationMetrics) => number | null): number | null => {
    const defined = folds.map(pick).filter((value) => value !== null);
    return defined.length === 0 ? null : defined.reduce((sum, value) => sum + value, 0) / defined.length;
  };
  const mean = (pick: (fold: ClassificationMetrics) => number): number =>
    total(pick) / Math.max(1, folds.length);
  return {
    n: total((fold) => fold.n),
    positives: total((fold) => fold.positives),
    rocAuc: meanDefined((fold) => fold.rocAuc),
    prAuc: meanDefined((fold) => fold.prAuc),
    logLoss: mean((fold) => fold.logLoss),
    brier: mean((fold) => fold.brier),
    ece: mean((fold) => fold.ece),
    topDecileLift: meanDefined((fold) => fold.topDecileLift),
  };
}
