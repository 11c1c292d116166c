import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import { startBackend } from "../../model/backend.ts";
import { evaluateSplit } from "../../model/evaluate.ts";
import { train } from "../../model/train.ts";
import { trainingSettings } from "../../model/training-settings.ts";
import type {
  ChurnModel,
  ModelEvaluator,
  TrainedModel,
  TrainingRequest,
} from "../../src/domain/risk/churn-model.ts";

const QUICK = {
  ...trainingSettings,
  ...{ members: 2, maxEpochs: 6, hidden1: 8, hidden2: 4 },
  boosting: { ...trainingSettings.boosting, maxTrees: 10 },
};

/** By what they were given; that the same request gives the same artifact is proven of the model itself. */
const trainings = new Map<string, Promise<TrainedModel>>();

/**
 * The model with a training of a second, in this thread, and once a request: for tests about what is done with a model,
 * not about how well it learns. The artifact is a real one.
 */
export function quickToTrain<Model extends Pick<ChurnModel, "train">>(model: Model): Model {
  return {
    ...model,
    train(request: TrainingRequest) {
      const key = createHash("sha256").update(serialize(request)).digest("hex");
      const known = trainings.get(key) ?? trainQuickly(request);
      trainings.set(key, known);
      return known;
    },
  };
}

async function trainQuickly(request: TrainingRequest): Promise<TrainedModel> {
  await startBackend();
  return train(request, undefined, QUICK);
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
