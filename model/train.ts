import {
  type ClassificationMetrics,
  NotEnoughHistoryError,
  type ServingKind,
  type TrainedModel,
  type TrainingRequest,
} from "../src/domain/risk/churn-model.ts";
import type { LabelledDataset } from "../src/domain/risk/dataset.ts";
import { writeArtifact } from "./artifact.ts";
import { fitBaseline } from "./baseline.ts";
import { type ChurnLevel, dayNumber, extendChurnLevel, fitChurnLevel, levelOfRows } from "./churn-level.ts";
import { encodeRows, fitEncoding, linearInputs } from "./encoding.ts";
import { trainEnsemble } from "./ensemble.ts";
import type { FittedModel, Scorer } from "./fitted-model.ts";
import { classificationMetrics } from "./metrics.ts";
import { logitsWithoutLevel, predictProbabilities } from "./score.ts";
import { type TrainingSettings, trainingSettings } from "./training-settings.ts";
import { requireJudgeable, requireTrainable, stackSnapshots } from "./training-table.ts";

type Progress = (done: number, total: number) => void;

/**
 * Fits network and baseline on the training snapshots and lets the held-out one decide which of them serves.
 * The backend must have been started.
 * @throws NotEnoughHistoryError when a snapshot holds too few rows or one class only.
 */
export function train(
  request: TrainingRequest,
  onProgress?: Progress,
  settings: TrainingSettings = trainingSettings,
): TrainedModel {
  requireJudgeable(request.heldOut);
  const fitted = fitModels(request.training, request.seed, onProgress, settings);
  const heldOut = judge(fitted, request.heldOut);
  const serves = chooseServing(heldOut);
  const { horizonDays, seed } = request;
  const level = withHeldOutLevel({ ...fitted, serves }, request.heldOut);
  return {
    artifact: writeArtifact({ ...fitted, level, horizonDays, seed, serves, heldOut }),
    serves,
    heldOut,
  };
}

/** The release rule: the network serves only where it beats the baseline's log loss on the held-out period. */
export function chooseServing(heldOut: Readonly<Record<ServingKind, ClassificationMetrics>>): ServingKind {
  return heldOut.network.logLoss < heldOut.baseline.logLoss ? "network" : "baseline";
}

/**
 * The held-out snapshot's level joins the series once it has been judged: forecasts then start a horizon later, as
 * they did when they were judged. Nothing else learns from it.
 */
function withHeldOutLevel(scorer: Scorer, heldOut: LabelledDataset): ChurnLevel {
  if (heldOut.asOf === undefined || scorer.level.days.length === 0) return scorer.level;
  return extendChurnLevel(
    scorer.level,
    dayNumber(heldOut.asOf),
    logitsWithoutLevel(scorer, heldOut),
    heldOut.labels,
  );
}

/** @throws NotEnoughHistoryError when the snapshots together hold too few rows or one class only. */
export function fitModels(
  snapshots: readonly LabelledDataset[],
  seed: number,
  onProgress?: Progress,
  settings: TrainingSettings = trainingSettings,
): FittedModel {
  requireTrainable(snapshots);
  const {
    rows,
    groups,
    snapshots: rowSnapshots,
    latestFrom,
  } = stackSnapshots(snapshots, settings.maxRows, seed);
  const { labels } = rows;
  const encoding = fitEncoding(rows);
  const inputs = encodeRows(encoding, rows);
  if (inputs.width === 0) throw new NotEnoughHistoryError(nothingVaries);
  const linear = linearInputs(encoding);
  const level = fitChurnLevel(inputs, labels, linear, rowSnapshots);
  const offsets = levelOfRows(level, rowSnapshots);
  const baseline = fitBaseline(inputs, labels, linear, { offsets });
  const data = { inputs, labels, linear, offsets, groups, latestFrom };
  const network = trainEnsemble(data, settings, seed, onProgress);
  return { encoding, baseline, network, level };
}

const nothingVaries =
  "There is nothing to tell customers apart by: every column has one value only. Import their activities, then train again.";

function judge(fitted: FittedModel, heldOut: LabelledDataset): TrainedModel["heldOut"] {
  const by = (serves: ServingKind): ClassificationMetrics =>
    classificationMetrics(heldOut.labels, predictProbabilities({ ...fitted, serves }, heldOut));
  return { network: by("network"), baseline: by("baseline") };
}
