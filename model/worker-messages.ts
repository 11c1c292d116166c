import {
  ArtifactError,
  NotEnoughHistoryError,
  type ScoredDataset,
  type ScoringOptions,
  type SplitEvaluation,
  type TrainedModel,
  type TrainingRequest,
} from "../src/domain/risk/churn-model.ts";
import type { Dataset } from "../src/domain/risk/dataset.ts";
import type { BackendName } from "./backend.ts";
import type { SplitRequest } from "./folds.ts";
import type { SharedArtifact } from "./shared-artifact.ts";

/** What a worker can be asked, by kind, and what it answers. */
export type WorkerJobs = {
  readonly train: { readonly input: TrainingRequest; readonly output: TrainedModel };
  readonly score: {
    readonly input: {
      readonly artifact: SharedArtifact;
      readonly dataset: Dataset;
      readonly options?: ScoringOptions | undefined;
    };
    readonly output: ScoredDataset;
  };
  readonly backend: { readonly input: null; readonly output: { readonly name: BackendName } };
  readonly evaluate: { readonly input: SplitRequest; readonly output: SplitEvaluation };
};
export type JobKind = keyof WorkerJobs;
export type WorkerJob = {
  readonly [Kind in JobKind]: { readonly kind: Kind; readonly input: WorkerJobs[Kind]["input"] };
}[JobKind];

export type WorkerReply =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly output: WorkerJobs[JobKind]["output"] }
  | { readonly kind: "failed"; readonly error: SentError };

/** An error's class does not survive the way between threads, so its name travels beside the message. */
export type SentError = { readonly name: string; readonly message: string; readonly stack: string };

export function describeError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), stack: "" };
  return { name: error.name, message: error.message, stack: error.stack ?? "" };
}

const namedErrors = { NotEnoughHistoryError, ArtifactError };

/** The same error on this side; the worker's stack is its cause. */
export function reviveError({ name, message, stack }: SentError): Error {
  const cause = { cause: stack };
  if (name === "NotEnoughHistoryError" || name === "ArtifactError")
    return new namedErrors[name](message, cause);
  return new Error(message, cause);
}
