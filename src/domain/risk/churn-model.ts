import { PhrasedError } from "../phrased-error.ts";
import type { Dataset, LabelledDataset } from "./dataset.ts";
import type { ReliabilityBin } from "./evaluation/reliability.ts";
import type { Unfit } from "./versions/release.ts";

/** Quality of probabilities against what happened. Churn (1) is the positive class; null where not defined. */
export type ClassificationMetrics = {
  readonly n: number;
  readonly positives: number;
  /** Area under the ROC curve, 0–1; null when only one class is present. */
  readonly rocAuc: number | null;
  /** Average precision, 0–1; null without positives. */
  readonly prAuc: number | null;
  /** Mean negative log likelihood, nats. */
  readonly logLoss: number;
  /** Mean squared error of the probability, 0–1. */
  readonly brier: number;
  /** Expected calibration error over 10 equal-width bins, 0–1. */
  readonly ece: number;
  /** Churn rate of the riskiest tenth over the overall churn rate; null without positives. */
  readonly topDecileLift: number | null;
};

/** What competes: the network, the baseline (a logistic regression) and the rule (one column, cut into bins with a churn rate each). */
export type CompetitorKind = "network" | "baseline" | "rule";

/**
 * What serves: the network, where it beat both others on the held-out snapshot, else the better of those. The constant,
 * one probability for everybody, where none of them is fit to serve: no signal was found in the history.
 */
export type ServingKind = CompetitorKind | "constant";

export type TrainingRequest = {
  /** Snapshots to learn from, oldest first; each labelled over its own horizon. */
  readonly training: readonly LabelledDataset[];
  /** A later snapshot nothing is fitted on; it decides what serves. */
  readonly heldOut: LabelledDataset;
  readonly horizonDays: number;
  /** Any integer; the same seed and data give the same artifact. */
  readonly seed: number;
};

export type TrainedModel = {
  /** Self-contained and versioned: feature names, normalisation, weights, baseline, horizon, metrics. */
  readonly artifact: Uint8Array;
  readonly serves: ServingKind;
  readonly heldOut: Readonly<Record<ServingKind, ClassificationMetrics>>;
  /** Which competitors were not fit to serve, and why. */
  readonly unfit: Readonly<Partial<Record<CompetitorKind, Unfit>>>;
  /** The column that the rule reads. */
  readonly ruleColumn: string;
  /** What each promised against what happened, on the held-out snapshot. */
  readonly reliability: Readonly<Record<ServingKind, readonly ReliabilityBin[]>>;
  /** What the serving one said of the held-out snapshot's rows, 0–1, in their order. */
  readonly heldOutProbabilities: Float64Array;
  /** What the constant said of the same rows. */
  readonly constantProbabilities: Float64Array;
};

/** How many numbers lay outside the range of the training rows, of all that were not missing. */
export type RangeCount = { readonly outside: number; readonly values: number };

export type ScoredDataset = {
  readonly serves: ServingKind;
  /** The artifact's columns, in the order of `contributions`; those that varied too little to matter get zeros. */
  readonly columns: readonly string[];
  /** P(churn within the horizon) per row, 0–1. */
  readonly probabilities: Float64Array;
  /**
   * Where each probability could as well lie, 0–1, low ≤ probability ≤ high: the central 80 % by how far the ensemble's
   * members disagree and how uncertain the forecast level of churn is.
   */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Purchase days to expect in the 365 days after the date (BG/NBD); NaN for customers who never bought. */
  readonly expectedPurchases12m: Float64Array;
  /** Mean revenue of a purchase day to expect (Gamma-Gamma), in the minor units of the table; NaN where not defined. */
  readonly expectedPurchaseMinor: Float64Array;
  /** Such numbers count as the nearest one seen in training. */
  readonly outOfRange: RangeCount;
  /**
   * Contribution of each column to each row's logit, against the average training customer; row-major,
   * rows × columns, in the order of `columns`. A row's contributions add up to its logit minus that customer's. Empty
   * where they were not asked for.
   */
  readonly contributions: Float32Array;
};

export type ScoringOptions = {
  /** Whether each row is explained, too (as it is unless told otherwise); most of the time goes there. */
  readonly contributions?: boolean;
  /** Somebody waits for the answer, e.g. in front of a card: it comes before the scoring of all customers. */
  readonly urgent?: boolean;
};

/** The model as flows see it. Both calls do their arithmetic in a worker thread. */
export interface ChurnModel {
  /** @throws NotEnoughHistoryError when a snapshot holds fewer rows or one class only. */
  train(request: TrainingRequest, onProgress?: (done: number, total: number) => void): Promise<TrainedModel>;
  /** @throws ArtifactError when the bytes are no artifact of this version or its columns are missing. */
  score(artifact: Uint8Array, dataset: Dataset, options?: ScoringOptions): Promise<ScoredDataset>;
  close(): Promise<void>;
}

/** Probabilities for one table, and how good they were. */
export type JudgedProbabilities = {
  readonly probabilities: Float64Array;
  readonly metrics: ClassificationMetrics;
  /** Of the network only: where each probability could as well lie, as in `ScoredDataset`. */
  readonly low?: Float64Array;
  readonly high?: Float64Array;
  /** Of the rule only: the column it looks at. */
  readonly column?: string;
};

/** One of something for each competitor; "model" is the network, also where the release rule would not have it serve. */
export type Competitors<Judged> = {
  readonly model: Judged;
  readonly baseline: Judged;
  readonly rule: Judged;
};

export type SplitEvaluation = Competitors<JudgedProbabilities> & {
  readonly constant: JudgedProbabilities;
  /** What the release rule would have serve, by these rows, and why others are not fit to. */
  readonly serves: ServingKind;
  readonly unfit: TrainedModel["unfit"];
};

export type FoldEvaluation = Competitors<ClassificationMetrics> & { readonly fold: number };

export type TableEvaluation = {
  readonly folds: readonly FoldEvaluation[];
  /** Means over the folds; `n` and `positives` are totals. */
  readonly mean: Competitors<ClassificationMetrics>;
  /** Over all rows at once, each with the probability of the model that had not seen it. */
  readonly pooled: Competitors<ClassificationMetrics>;
  /** The same probabilities, stated against observed. */
  readonly reliability: Competitors<readonly ReliabilityBin[]>;
  /** The same probabilities, row by row in the table's order. */
  readonly rows: TableProbabilities;
};

/** Every row's probabilities by the models that had not seen it. */
export type TableProbabilities = Competitors<Float64Array> & {
  /** Of the network, as in `JudgedProbabilities`; left out where a fold came without. */
  readonly bounds?: { readonly low: Float64Array; readonly high: Float64Array };
  /** Which column the rule looks at, in most folds; empty where it did not say. */
  readonly ruleColumn: string;
};

/** Measures network ("model"), baseline and rule side by side on rows none was fitted on. */
export interface ModelEvaluator {
  /** Fits on `training` alone and judges on `test`. @throws NotEnoughHistoryError as ChurnModel.train does. */
  evaluateSplit(
    request: {
      readonly training: readonly LabelledDataset[];
      readonly test: LabelledDataset;
      /** Days after which a snapshot's labels are known; snapshots without a date need none. */
      readonly horizonDays?: number;
      readonly seed: number;
    },
    onProgress?: (done: number, total: number) => void,
  ): Promise<SplitEvaluation>;
  /** Cross-validates over given folds: `folds[i]` is the fold in which row i is tested. */
  evaluateTable(
    request: { readonly table: LabelledDataset; readonly folds: ArrayLike<number>; readonly seed: number },
    onProgress?: (done: number, total: number) => void,
  ): Promise<TableEvaluation>;
}

/** Training cannot start; `reason` says what is missing. */
export class NotEnoughHistoryError extends PhrasedError {
  override readonly name = "NotEnoughHistoryError";
}

/** Stored model bytes are unreadable, of another version, or made for other columns; `reason` says which. */
export class ArtifactError extends PhrasedError {
  override readonly name = "ArtifactError";
}
