import type {
  ClassificationMetrics,
  Competitors,
  FoldEvaluation,
  JudgedProbabilities,
  TableEvaluation,
  TableProbabilities,
} from "../src/domain/risk/churn-model.ts";
import { type LabelledDataset, selectRows } from "../src/domain/risk/dataset.ts";
import { reliabilityBins } from "../src/domain/risk/evaluation/reliability.ts";
import { classificationMetrics } from "./metrics.ts";

/** Fit on `training`, judge on `test`. */
export type SplitRequest = {
  readonly training: readonly LabelledDataset[];
  readonly test: LabelledDataset;
  readonly horizonDays?: number;
  readonly seed: number;
};

/** A fold that was judged, and where its rows stand in the table. */
export type TestedFold = {
  readonly fold: number;
  readonly rows: readonly number[];
  readonly labels: Uint8Array;
  readonly judged: Competitors<JudgedProbabilities>;
};

/** One request per fold, in ascending order of the folds: test on it, train on all other rows. */
export function splitByFold(
  table: LabelledDataset,
  folds: ArrayLike<number>,
  seed: number,
): readonly (SplitRequest & Pick<TestedFold, "fold" | "rows">)[] {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const names = [...new Set(rows.map((row) => folds[row] ?? 0))].sort((a, b) => a - b);
  return names.map((fold) => {
    const tested = rows.filter((row) => folds[row] === fold);
    const test = selectRows(table, tested);
    const training = [
      selectRows(
        table,
        rows.filter((row) => folds[row] !== fold),
      ),
    ];
    return { fold, rows: tested, training, test, seed };
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
  folds: readonly TestedFold[],
): Pick<TableEvaluation, "pooled" | "reliability" | "rows"> {
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
    rows: inTableOrder(folds),
  };
}

function inTableOrder(folds: readonly TestedFold[]): TableProbabilities {
  const rows = folds.reduce((sum, fold) => sum + fold.rows.length, 0);
  const together = (of: (judged: TestedFold["judged"]) => Float64Array | undefined) => {
    const values = new Float64Array(rows).fill(Number.NaN);
    for (const { rows: own, judged } of folds)
      for (const [place, row] of own.entries()) values[row] = of(judged)?.[place] ?? Number.NaN;
    return values;
  };
  const bounded = folds.every(({ judged: { model } }) => model.low && model.high);
  return {
    model: together(({ model }) => model.probabilities),
    baseline: together(({ baseline }) => baseline.probabilities),
    rule: together(({ rule }) => rule.probabilities),
    ...(bounded
      ? { bounds: { low: together(({ model }) => model.low), high: together(({ model }) => model.high) } }
      : {}),
    ruleColumn: mostOften(folds.map(({ judged }) => judged.rule.column ?? "")),
  };
}

/** The first of equals. */
function mostOften(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
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
