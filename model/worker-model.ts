import { availableParallelism } from "node:os";
import type { ChurnModel, FoldEvaluation, ModelEvaluator } from "../src/domain/risk/churn-model.ts";
import type { BackendName } from "./backend.ts";
import { poolFolds, type SplitRequest, splitByFold, summariseFolds, type TestedFold } from "./folds.ts";
import { type OnProgress, progressOf } from "./progress.ts";
import { scoreInParts } from "./score-in-parts.ts";
import { shareArtifact } from "./shared-artifact.ts";
import { createTrainingThreads } from "./training-threads.ts";
import { createWorkerPool } from "./worker-pool.ts";

/** Two: each holds its own copy of the backend (about 100 MB), and what there is to share is little: five members, a few folds. */
const MOST_LEARNING_WORKERS = 2;

export type WorkerModel = ChurnModel &
  ModelEvaluator & {
    /** Starts the serving thread and says where its arithmetic runs. */
    backend(): Promise<BackendName>;
  };

/**
 * The churn model with all its arithmetic in worker threads, so that the event loop stays free. One thread scores, in
 * the order asked but for urgent calls, which come first; training, which takes a minute, has up to two others as long as it
 * takes; folds are measured on up to two more. Those that learn leave the processor to all others. Threads start with the first call.
 */
export function createWorkerModel(): WorkerModel {
  const serving = createWorkerPool(1);
  const learners = Math.min(MOST_LEARNING_WORKERS, availableParallelism());
  const training = createTrainingThreads(learners);
  const evaluating = createWorkerPool(learners, { isLowered: true });
  return {
    train: training.train,
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

type JudgeSplit = (split: SplitRequest, onProgress: OnProgress) => Promise<TestedFold["judged"]>;

/** Judges every fold of a table by a training on all others, side by side. @param judge trains and judges one */
export const evaluateFolds = async (
  judge: JudgeSplit,
  request: Parameters<ModelEvaluator["evaluateTable"]>[0],
  onProgress?: OnProgress,
): ReturnType<ModelEvaluator["evaluateTable"]> => {
  const splits = splitByFold(request.table, request.folds, request.seed);
  const progress = progressOf(splits.length, onProgress);
  const tested = await Promise.all(
    splits.map(async ({ fold, rows, ...split }, place) => {
      const judged = await judge(split, progress(place));
      return { fold, rows, labels: split.test.labels, judged };
    }),
  );
  const folds = tested.map(({ fold, judged: { model, baseline, rule } }): FoldEvaluation => {
    return { fold, model: model.metrics, baseline: baseline.metrics, rule: rule.metrics };
  });
  return { ...summariseFolds(folds), ...poolFolds(tested) };
};
