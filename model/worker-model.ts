import { availableParallelism } from "node:os";
import type { ChurnModel, FoldEvaluation, ModelEvaluator } from "../src/domain/risk/churn-model.ts";
import type { BackendName } from "./backend.ts";
import { poolFolds, type SplitRequest, splitByFold, summariseFolds, type TestedFold } from "./folds.ts";
import { scoreInParts } from "./score-in-parts.ts";
import { shareArtifact } from "./shared-artifact.ts";
import { createWorkerPool } from "./worker-pool.ts";

/** Two: each holds its own copy of the backend (about 100 MB), and the folds are few. */
const MOST_EVALUATION_WORKERS = 2;

export type WorkerModel = ChurnModel &
  ModelEvaluator & {
    /** Starts the serving thread and says where its arithmetic runs. */
    backend(): Promise<BackendName>;
  };

/**
 * The churn model with all its arithmetic in worker threads, so that the event loop stays free. One thread scores, in
 * the order asked but for urgent calls, which come first; training, which takes a minute, has another as long as it
 * takes; folds are measured on up to two more. Threads start with the first call.
 */
export function createWorkerModel(): WorkerModel {
  const serving = createWorkerPool(1);
  const training = createWorkerPool(1, { keepsIdle: false });
  const evaluating = createWorkerPool(Math.min(MOST_EVALUATION_WORKERS, availableParallelism()));
  return {
    train: (request, onProgress) => training.run("train", request, { onProgress }),
    score: (artifact, dataset, options = {}) => {
      const shared = shareArtifact(artifact);
      return scoreInParts(dataset, (part) =>
        serving.run("score", { artifact: shared, dataset: part, options }, { urgent: options.urgent }),
      );
    },
    evaluateSplit: (request, onProgress) => evaluating.run("evaluate", request, { onProgress }),
    evaluateTable: (request, onProgress) =>
      evaluateFolds(
        (split, onProgress) => evaluating.run("evaluate", split, { onProgress }),
        request,
        onProgress,
      ),
    backend: async () => (await serving.run("backend", null)).name,
    async close() {
      await Promise.all([serving.close(), training.close(), evaluating.close()]);
    },
  };
}

type OnProgress = (done: number, total: number) => void;
type JudgeSplit = (split: SplitRequest, onProgress: OnProgress) => Promise<TestedFold["judged"]>;

/** Judges every fold of a table by a training on all others, side by side. @param judge trains and judges one */
export const evaluateFolds = async (
  judge: JudgeSplit,
  request: Parameters<ModelEvaluator["evaluateTable"]>[0],
  onProgress?: OnProgress,
): ReturnType<ModelEvaluator["evaluateTable"]> => {
  const splits = splitByFold(request.table, request.folds, request.seed);
  const shares = new Map<number, number>();
  const report = (fold: number, share: number): void => {
    shares.set(fold, share);
    const done = [...shares.values()].reduce((sum, part) => sum + part, 0);
    onProgress?.(Math.round(done * 100), splits.length * 100);
  };
  const tested = await Promise.all(
    splits.map(async ({ fold, rows, ...split }) => {
      const onProgress = (done: number, total: number) => report(fold, done / total);
      const judged = await judge(split, onProgress);
      return { fold, rows, labels: split.test.labels, judged };
    }),
  );
  const folds = tested.map(({ fold, judged: { model, baseline, rule } }): FoldEvaluation => {
    return { fold, model: model.metrics, baseline: baseline.metrics, rule: rule.metrics };
  });
  return { ...summariseFolds(folds), ...poolFolds(tested) };
};
