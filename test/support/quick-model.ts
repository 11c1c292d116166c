import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { startBackend } from "../../model/backend.ts";
import { train } from "../../model/train.ts";
import { trainingSettings } from "../../model/training-settings.ts";
import type { ChurnModel, TrainedModel, TrainingRequest } from "../../src/domain/risk/churn-model.ts";
import { keptForSources } from "./kept-for-sources.ts";

export const QUICK = {
  ...trainingSettings,
  ...{ members: 2, maxEpochs: 6, hidden1: 8, hidden2: 4 },
  boosting: { ...trainingSettings.boosting, maxTrees: 10 },
};

/** What decides what comes of a training; only then may one of an earlier run stand for another. */
const SOURCES = [
  "model",
  "src/domain",
  "test/support/quick-model.ts",
  "test/support/quick-evaluator.ts",
  "package-lock.json",
];

/** By what they were given; that the same request gives the same artifact is proven of the model itself. */
const results = new Map<string, Promise<unknown>>();

/** Computes once a request for all workers, and for all runs of the same code. */
export function once<Result>(
  kind: string,
  request: unknown,
  compute: () => Promise<Result>,
): Promise<Result> {
  const key = createHash("sha256")
    .update(`${kind} ${process.version}`)
    .update(serialize(request))
    .digest("hex");
  const known = (results.get(key) as Promise<Result> | undefined) ?? keptOrComputed(key, compute);
  results.set(key, known);
  return known;
}

async function keptOrComputed<Result>(key: string, compute: () => Promise<Result>): Promise<Result> {
  const file = join(await keptForSources("trainings", SOURCES, async () => {}), key);
  if (existsSync(file)) return deserialize(readFileSync(file));
  const result = await compute();
  writeFileSync(`${file}.${process.pid}`, serialize(result));
  renameSync(`${file}.${process.pid}`, file);
  return result;
}

/** A training of a second, in this thread. */
export async function trainQuickly(request: TrainingRequest): Promise<TrainedModel> {
  await startBackend();
  return train(request, undefined, QUICK);
}

/**
 * The model with such trainings, once a request: for tests about what is done with a model, not about how well it learns. The
 * artifact is a real one.
 */
export function quickToTrain<Model extends Pick<ChurnModel, "train">>(model: Model): Model {
  return {
    ...model,
    train: (request: TrainingRequest) => once("train", request, () => trainQuickly(request)),
  };
}
