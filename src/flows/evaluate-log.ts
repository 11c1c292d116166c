import {
  type ClassificationMetrics,
  type Competitors,
  type ModelEvaluator,
  NotEnoughHistoryError,
  type SplitEvaluation,
} from "../domain/risk/churn-model.ts";
import { type ReliabilityBin, reliabilityBins } from "../domain/risk/reliability.ts";
import { labelKnownAt, trainingSnapshots } from "../domain/risk/snapshots.ts";
import type { FeatureStore } from "../store/features.ts";
import { type LabelledSnapshot, labelledSnapshot, type SnapshotDeps } from "./labelled-snapshot.ts";

/** The stores are those of a scratch database that holds nothing but the log. */
export type EvaluateLogDeps = SnapshotDeps & {
  readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "firstEventAt">;
  readonly evaluator: Pick<ModelEvaluator, "evaluateSplit">;
  judge(labels: ArrayLike<number>, probabilities: ArrayLike<number>): ClassificationMetrics;
};

export type EvaluateLogInput = {
  /** The newest training snapshot; earlier ones are added as far as the log reaches. */
  readonly trainAt: Date;
  readonly testAt: Date;
  readonly horizonDays: number;
  /** Also judge those who bought within this many days before the test. */
  readonly activeDays?: number;
  readonly seed: number;
  readonly onProgress?: (done: number, total: number) => void;
};

export type SideBySide = Competitors<ClassificationMetrics>;

export type Reliability = Competitors<readonly ReliabilityBin[]>;

export type EvaluateLogResult =
  | {
      readonly kind: "evaluated";
      readonly populations: { readonly all: SideBySide; readonly active?: SideBySide };
      /** The same probabilities, stated against observed. */
      readonly reliability: { readonly all: Reliability; readonly active?: Reliability };
      readonly trainingSnapshots: readonly Date[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/** Trains on the past of `trainAt` and judges at `testAt`; every training label was known before the test began. */
export async function evaluateLog(
  deps: EvaluateLogDeps,
  input: EvaluateLogInput,
): Promise<EvaluateLogResult> {
  const { trainAt, testAt, horizonDays, seed } = input;
  if (!labelKnownAt(trainAt, horizonDays, testAt)) return labelsTooLate(input);
  const snapshots = trainingSnapshots({ newest: trainAt, firstEventAt: await deps.features.firstEventAt() });
  if (snapshots.length === 0) return tooEarly(trainAt);
  const training: LabelledSnapshot[] = [];
  for (const snapshot of snapshots) training.push(await labelledSnapshot(deps, { snapshot, horizonDays }));
  const test = await labelledSnapshot(deps, { snapshot: testAt, horizonDays });
  try {
    const judged = await deps.evaluator.evaluateSplit(
      { training, test, horizonDays, seed },
      input.onProgress,
    );
    return {
      kind: "evaluated",
      populations: populations(deps, test, judged, input),
      reliability: reliabilities(test, judged, input),
      trainingSnapshots: snapshots,
    };
  } catch (error) {
    if (error instanceof NotEnoughHistoryError) return { kind: "refused", reason: error.message };
    throw error;
  }
}

function populations(
  { judge }: EvaluateLogDeps,
  test: LabelledSnapshot,
  judged: SplitEvaluation,
  { activeDays }: EvaluateLogInput,
): { all: SideBySide; active?: SideBySide } {
  const all = {
    model: judged.model.metrics,
    baseline: judged.baseline.metrics,
    rule: judged.rule.metrics,
  };
  if (activeDays === undefined) return { all };
  const active = rowsActiveWithin(test, activeDays);
  const judgeActive = (probabilities: Float64Array) =>
    judge(
      active.map((row) => test.labels[row] ?? 0),
      active.map((row) => probabilities[row] ?? 0),
    );
  return {
    all,
    active: {
      model: judgeActive(judged.model.probabilities),
      baseline: judgeActive(judged.baseline.probabilities),
      rule: judgeActive(judged.rule.probabilities),
    },
  };
}

function reliabilities(
  test: LabelledSnapshot,
  judged: SplitEvaluation,
  { activeDays }: EvaluateLogInput,
): { all: Reliability; active?: Reliability } {
  const among = (rows: readonly number[]): Reliability => {
    const labels = Uint8Array.from(rows, (row) => test.labels[row] ?? 0);
    const bins = ({ probabilities }: SplitEvaluation["model"]) =>
      reliabilityBins(
        labels,
        Float64Array.from(rows, (row) => probabilities[row] ?? 0),
      );
    return { model: bins(judged.model), baseline: bins(judged.baseline), rule: bins(judged.rule) };
  };
  const all = among([...test.labels.keys()]);
  return activeDays === undefined ? { all } : { all, active: among(rowsActiveWithin(test, activeDays)) };
}

function rowsActiveWithin({ columns }: LabelledSnapshot, days: number): number[] {
  const silence = columns.find(({ name }) => name === "daysSinceLastPurchase");
  if (silence?.kind !== "number") return [];
  return [...silence.values.keys()].filter((row) => (silence.values[row] ?? Number.NaN) <= days);
}

function labelsTooLate({ horizonDays }: EvaluateLogInput): EvaluateLogResult {
  const reason = `The labels at --train-at are known ${horizonDays} days later, which is after --test-at: the model would have seen the future. Choose dates at least ${horizonDays} days apart.`;
  return { kind: "refused", reason };
}

function tooEarly(trainAt: Date): EvaluateLogResult {
  const day = trainAt.toISOString().slice(0, 10);
  return {
    kind: "refused",
    reason: `The log reaches back less than 90 days before ${day}; choose a later --train-at.`,
  };
}
