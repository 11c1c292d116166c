import type { ClassificationMetrics, Competitors, JudgedProbabilities } from "../churn-model.ts";
import { calibrationNoise } from "./calibration-noise.ts";
import { type FigureIntervals, figureIntervals } from "./figure-bootstrap.ts";
import { groupCoverage } from "./group-coverage.ts";
import { suspectedLeak } from "./suspected-leak.ts";

/** What three competitors said of the same customers, trained once per seed, and what happened. */
export type JudgedCustomers = {
  readonly labels: Uint8Array;
  /** Left out for one test; otherwise each row's fold. */
  readonly folds?: ArrayLike<number>;
  /** One per seed, in the same order of rows. */
  readonly runs: readonly JudgedRun[];
};

export type JudgedRun = {
  readonly model: Pick<JudgedProbabilities, "probabilities" | "low" | "high">;
  readonly baseline: Float64Array;
  readonly ruleColumn: string;
  readonly metrics: Competitors<ClassificationMetrics>;
};

/** What tells how far the figures of one evaluation can be relied on. */
export type Evidence = {
  /** What chance alone makes of the network's calibration error (`calibrationNoise`), mean over the seeds. */
  readonly calibrationNoise: number;
  /** Groups whose rate lay within the network's bounds (`groupCoverage`), of how many; means over the seeds. */
  readonly coverage: { readonly covered: number; readonly groups: number } | null;
  /** Of the network against the logistic regression, over all seeds. */
  readonly intervals: FigureIntervals;
  /** The column that may know the outcome, by the first seed. */
  readonly suspectedLeak: string | null;
};

/** Draws labels and customers anew; chosen once, so that a page can be made again to the digit. */
const SEED = 1;

export function evidenceOf({ labels, folds, runs }: JudgedCustomers): Evidence {
  const noises = runs.map(({ model }) => calibrationNoise(model.probabilities, SEED));
  const model = runs.map((run) => run.model.probabilities);
  const baseline = runs.map((run) => run.baseline);
  return {
    calibrationNoise: meanOf(noises),
    coverage: meanCoverage(labels, runs),
    intervals: figureIntervals({ labels, model, baseline, ...(folds === undefined ? {} : { folds }) }, SEED),
    suspectedLeak: leakOf(runs[0]),
  };
}

function meanCoverage(labels: Uint8Array, runs: readonly JudgedRun[]): Evidence["coverage"] {
  const groups = runs.flatMap(({ model: { probabilities, low, high } }) =>
    low && high ? [groupCoverage({ labels, probabilities, low, high })] : [],
  );
  if (groups.length === 0) return null;
  return {
    covered: meanOf(groups.map((own) => own.filter(({ covered }) => covered).length)),
    groups: meanOf(groups.map((own) => own.length)),
  };
}

function leakOf(run: JudgedRun | undefined): string | null {
  if (run === undefined) return null;
  const { model, baseline, rule } = run.metrics;
  const bestAuc = Math.max(model.rocAuc ?? 0, baseline.rocAuc ?? 0);
  return suspectedLeak({ bestAuc, ruleAuc: rule.rocAuc, ruleColumn: run.ruleColumn });
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
