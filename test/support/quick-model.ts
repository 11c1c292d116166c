import { startBackend } from "../../model/backend.ts";
import { train } from "../../model/train.ts";
import { trainingSettings } from "../../model/training-settings.ts";
import type { ChurnModel } from "../../src/domain/risk/churn-model.ts";

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
