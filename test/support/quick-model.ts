import { startBackend } from "../../model/backend.ts";
import { evaluateSplit } from "../../model/evaluate.ts";
import { train } from "../../model/train.ts";
import { trainingSettings } from "../../model/training-settings.ts";
import type { ChurnModel, ModelEvaluator } from "../../src/domain/risk/churn-model.ts";

const QUICK = {
  ...trainingSettings,
  ...{ members: 2, maxEpochs: 6, hidden1: 8, hidden2: 4 },
  boosting: { ...trainingSettings.boosting, maxTrees: 10 },
};

/**
 * The model with a training of a second, in this thread: for tests about what is done with a model, not about how well
 * it learns. The artifact is a real one.
 */
export function quickToTrain<Model extends Pick<ChurnModel, "train">>(model: Model): Model {
  return {
    ...model,
    async train(request: Parameters<ChurnModel["train"]>[0]) {
      await startBackend();
      return train(request, undefined, QUICK);
    },
  };
}

/** The same for what judges by one training a seed. */
export function quickToEvaluate<Model extends Pick<ModelEvaluator, "evaluateSplit">>(model: Model): Model {
  return {
    ...model,
    async evaluateSplit(request: Parameters<ModelEvaluator["evaluateSplit"]>[0]) {
      await startBackend();
      return evaluateSplit(request, undefined, QUICK);
    },
  };
}
