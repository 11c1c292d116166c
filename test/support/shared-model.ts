import { createWorkerModel, type WorkerModel } from "../../model/worker-model.ts";
import { quickToEvaluate } from "./quick-evaluator.ts";
import { quickToTrain } from "./quick-model.ts";

/** One for all files of a worker, whoever closes theirs: each thread of a model takes over a second of computing to start. */
export const sharedModel: WorkerModel = { ...createWorkerModel(), close: async () => {} };

/** The same with trainings of a second: for tests about what is done with a model. */
export const quickModel = quickToTrain(sharedModel);

/** The same for evaluations. */
export const quickEvaluator = quickToEvaluate(sharedModel);
