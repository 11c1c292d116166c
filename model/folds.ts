import type {
  ClassificationMetrics,
  FoldEvaluation,
  TableEvaluation,
} from "../src/domain/risk/churn-model.ts";
import { type LabelledDataset, selectRows } from "../src/domain/risk/dataset.ts";

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
export function summariseFolds(folds: readonly FoldEvaluation[]): TableEvaluation {
  const mean = {
    model: meanMetrics(folds.map((fold) => fold.model)),
    baseline: meanMetrics(folds.map((fold) => fold.baseline)),
    rule: meanMetrics(folds.map((fold) => fold.rule)),
  };
  return { folds, mean };
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
