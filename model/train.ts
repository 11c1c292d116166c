import {
  type ClassificationMetrics,
  type JudgedProbabilities,
  NotEnoughHistoryError,
  type ServingKind,
  type TrainedModel,
  type TrainingRequest,
} from "../src/domain/risk/churn-model.ts";
import type { LabelledDataset } from "../src/domain/risk/dataset.ts";
import { reliabilityBins } from "../src/domain/risk/reliability.ts";
import { writeArtifact } from "./artifact.ts";
import { fitBaseline } from "./baseline.ts";
import { type ChurnLevel, dayNumber, extendChurnLevel, fitChurnLevel, levelOfRows } from "./churn-level.ts";
import { fitDerivation, isDerived, unreadColumns, withDerivedColumns } from "./derived-columns.ts";
import { encodeRows, fitEncoding, linearInputs } from "./encoding.ts";
import { trainEnsemble } from "./ensemble.ts";
import type { FittedModel, Scorer } from "./fitted-model.ts";
import { classificationMetrics } from "./metrics.ts";
import { fitRule } from "./rule.ts";
import { logitsWithoutLevel, predictProbabilities } from "./score.ts";
import { type TrainingSettings, trainingSettings } from "./training-settings.ts";
import { requireJudgeable, requireTrainable, stackSnapshots } from "./training-table.ts";

type Progress = (done: number, total: number) => void;

/**
 * Fits network, baseline and rule on the training snapshots and lets the held-out one decide which of them serves.
 * The backend must have been started.
 * @throws NotEnoughHistoryError when a snapshot holds too few rows or one class only.
 */
export function train(
  request: TrainingRequest,
  onProgress?: Progress,
  settings: TrainingSettings = trainingSettings,
): TrainedModel {
  requireJudgeable(request.heldOut);
  const fitted = fitModels(request, onProgress, settings);
  const judged = judge(fitted, request.heldOut);
  const heldOut = ofEach((kind) => judged[kind].metrics);
  const serves = chooseServing(heldOut);
  const { horizonDays, seed } = request;
  const level = withHeldOutLevel({ ...fitted, serves }, request.heldOut);
  return {
    artifact: writeArtifact({ ...fitted, level, horizonDays, seed, serves, heldOut }),
    serves,
    heldOut,
    reliability: ofEach((kind) => reliabilityBins(request.heldOut.labels, judged[kind].probabilities)),
    heldOutProbabilities: judged[serves].probabilities,
  };
}

/**
 * The release rule, by the log loss on the held-out period: the network serves only where it beats both others, else
 * the better of those (the baseline where they are equal).
 */
export function chooseServing(heldOut: Readonly<Record<ServingKind, ClassificationMetrics>>): ServingKind {
  const { network, baseline, rule } = heldOut;
  if (network.logLoss < baseline.logLoss && network.logLoss < rule.logLoss) return "network";
  return rule.logLoss < baseline.logLoss ? "rule" : "baseline";
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
  { training, horizonDays, seed }: Omit<TrainingRequest, "heldOut">,
  onProgress?: Progress,
  settings: TrainingSettings = trainingSettings,
): FittedModel {
  requireTrainable(training);
  const derivation = fitDerivation(training, horizonDays);
  const derived = training.map((snapshot) => withDerivedColumns(derivation, snapshot));
  const table = stackSnapshots(derived, { maxRows: settings.maxRows, seed, horizonDays });
  const { rows, groups, snapshots, latestFrom } = table;
  const { labels } = rows;
  const encoding = fitEncoding(rows, { customers: new Set(groups).size, unread: unreadColumns(rows) });
  const inputs = encodeRows(encoding, rows);
  if (inputs.width === 0) throw new NotEnoughHistoryError(nothingVaries);
  const linear = linearInputs(encoding);
  const level = fitChurnLevel(inputs, labels, linear, snapshots);
  const offsets = levelOfRows(level, snapshots);
  const baseline = fitBaseline(inputs, labels, linear, { offsets });
  // A person's rule reads a figure that a person can look up.
  const columns = rows.columns.filter(({ name }) => !isDerived(name));
  const rule = fitRule({ rows: { ...rows, columns }, labels, offsets });
  const data = { inputs, labels, linear, offsets, groups, latestFrom };
  const network = trainEnsemble(data, settings, seed, onProgress);
  return { derivation, encoding, baseline, rule, network, level };
}

const nothingVaries =
  "There is nothing to tell customers apart by: every column has one value only. Import their activities, then train again.";

function judge(
  fitted: FittedModel,
  heldOut: LabelledDataset,
): Readonly<Record<ServingKind, JudgedProbabilities>> {
  return ofEach((serves) => {
    const probabilities = predictProbabilities({ ...fitted, serves }, heldOut);
    return { probabilities, metrics: classificationMetrics(heldOut.labels, probabilities) };
  });
}

function ofEach<Value>(make: (kind: ServingKind) => Value): Readonly<Record<ServingKind, Value>> {
  return { network: make("network"), baseline: make("baseline"), rule: make("rule") };
}
