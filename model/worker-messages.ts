import type { Phrase } from "../src/domain/phrase.ts";
import { PhrasedError } from "../src/domain/phrased-error.ts";
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
import type { Baseline } from "./baseline.ts";
import type { SplitRequest } from "./folds.ts";
import type { EnsembleData } from "./member-rows.ts";
import type { FittedNetwork, FittedTrees, MemberTask, RegrowingTask } from "./member-tasks.ts";
import { NotConvergedError } from "./not-converged.ts";
import type { Prepared } from "./prepare.ts";
import type { Rule } from "./rule.ts";
import type { SharedArtifact } from "./shared-artifact.ts";
import type { OtherFits } from "./train.ts";
import type { TrainingSettings } from "./training-settings.ts";
import type { BoostedTrees } from "./trees.ts";

/** What a worker can be asked, by kind, and what it answers. */
export type WorkerJobs = {
  /** The steps of a training (train-side-by-side.ts). */
  readonly prepare: { readonly input: TrainingToPrepare; readonly output: Prepared };
  readonly trees: { readonly input: MemberTask; readonly output: FittedTrees };
  readonly network: { readonly input: MemberTask; readonly output: FittedNetwork };
  readonly regrow: { readonly input: RegrowingTask; readonly output: BoostedTrees };
  readonly rule: { readonly input: RuleToFit; readonly output: { readonly fitted: Rule } };
  readonly baseline: { readonly input: EnsembleData; readonly output: { readonly fitted: Baseline | null } };
  readonly decide: { readonly input: TrainingToDecide; readonly output: TrainedModel };
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
export type TrainingToPrepare = { readonly request: TrainingRequest; readonly settings: TrainingSettings };
export type RuleToFit = {
  readonly request: Omit<TrainingRequest, "heldOut">;
  readonly settings: TrainingSettings;
  readonly data: Pick<EnsembleData, "labels" | "offsets">;
};
export type TrainingToDecide = {
  readonly request: Omit<TrainingRequest, "training">;
  readonly settings: TrainingSettings;
  readonly prepared: Prepared;
  readonly others: OtherFits;
};
export type JobKind = keyof WorkerJobs;
export type WorkerJob = {
  readonly [Kind in JobKind]: { readonly kind: Kind; readonly input: WorkerJobs[Kind]["input"] };
}[JobKind];

export type WorkerReply =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly output: WorkerJobs[JobKind]["output"] }
  | { readonly kind: "failed"; readonly error: SentError };

/** An error's class does not survive the way between threads, so its name and its reason travel beside the message. */
export type SentError = {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly reason?: Phrase;
};

export function describeError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), stack: "" };
  const { name, message, stack = "" } = error;
  return { name, message, stack, ...(error instanceof PhrasedError ? { reason: error.reason } : {}) };
}

const namedErrors = { NotEnoughHistoryError, ArtifactError };

/** The same error on this side; the worker's stack is its cause. */
export function reviveError({ name, message, stack, reason }: SentError): Error {
  const cause = { cause: stack };
  if (name === "NotConvergedError") return new NotConvergedError(message, cause);
  if (reason !== undefined && (name === "NotEnoughHistoryError" || name === "ArtifactError"))
    return new namedErrors[name](reason, cause);
  return new Error(message, cause);
}
