import { phrase } from "../src/domain/phrase.ts";
import {
  type CompetitorKind,
  NotEnoughHistoryError,
  type TrainedModel,
  type TrainingRequest,
} from "../src/domain/risk/churn-model.ts";
import type { LabelledDataset } from "../src/domain/risk/dataset.ts";
import { reliabilityBins } from "../src/domain/risk/evaluation/reliability.ts";
import { writeArtifact } from "./artifact.ts";
import { fitBaseline } from "./baseline.ts";
import {
  type ChurnLevel,
  dayNumber,
  extendChurnLevel,
  fitChurnLevel,
  levelOfRows,
  NO_LEVEL,
} from "./churn-level.ts";
import { fitDerivation, isDerived, unreadColumns, withDerivedColumns } from "./derived-columns.ts";
import { encodeRows, fitEncoding, linearInputs } from "./encoding.ts";
import { constantEnsemble, trainEnsemble } from "./ensemble.ts";
import type { FailedFits, FittedModel, Scorer } from "./fitted-model.ts";
import { judge, ofEach } from "./judge.ts";
import { NotConvergedError } from "./not-converged.ts";
import { fitRule } from "./rule.ts";
import { logitsWithoutLevel } from "./score.ts";
import { type TrainingSettings, trainingSettings } from "./training-settings.ts";
import { requireJudgeable, requireTrainable, stackSnapshots } from "./training-table.ts";

type Progress = (done: number, total: number) => void;

/**
 * Fits network, baseline and rule on the training snapshots and lets the held-out one decide which of them serves, if any.
 * The backend must have been started.
 * @throws NotEnoughHistoryError when a snapshot holds too few rows or one class only.
 */
export function train(
  request: TrainingRequest,
  onProgress?: Progress,
  settings: TrainingSettings = trainingSettings,
): TrainedModel {
  requireJudgeable(request.heldOut);
  const { fitted, failed } = fitModels(request, onProgress, settings);
  const { judged, unfit, serves } = judge(fitted, failed, request.heldOut);
  const heldOut = ofEach((kind) => judged[kind].metrics);
  const { horizonDays, seed } = request;
  const level = withHeldOutLevel({ ...fitted, serves }, request.heldOut);
  return {
    artifact: writeArtifact({ ...fitted, level, horizonDays, seed, serves, heldOut }),
    serves,
    heldOut,
    unfit,
    ruleColumn: fitted.rule.column,
    reliability: ofEach((kind) => reliabilityBins(request.heldOut.labels, judged[kind].probabilities)),
    heldOutProbabilities: judged[serves].probabilities,
    // A copy: where the constant serves, one buffer cannot go to another thread twice.
    constantProbabilities: judged.constant.probabilities.slice(),
  };
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

export type Fits = { readonly fitted: FittedModel; readonly failed: FailedFits };

/** @throws NotEnoughHistoryError when the snapshots together hold too few rows or one class only. */
export function fitModels(
  { training, horizonDays, seed }: Omit<TrainingRequest, "heldOut">,
  onProgress?: Progress,
  settings: TrainingSettings = trainingSettings,
): Fits {
  requireTrainable(training);
  const derivation = fitDerivation(training, horizonDays);
  const derived = training.map((snapshot) => withDerivedColumns(derivation, snapshot));
  const table = stackSnapshots(derived, { maxRows: settings.maxRows, seed, horizonDays });
  const { rows, groups, snapshots, latestFrom } = table;
  const { labels } = rows;
  const encoding = fitEncoding(rows, { customers: new Set(groups).size, unread: unreadColumns(rows) });
  const inputs = encodeRows(encoding, rows);
  if (inputs.width === 0) throw new NotEnoughHistoryError(phrase("training.nothing-varies"));
  const linear = linearInputs(encoding);
  const failed: CompetitorKind[] = [];
  const orStandIn = standIns(failed);
  const fitLevel = () => fitChurnLevel(inputs, labels, linear, snapshots);
  const level = orStandIn(["baseline", "network"], fitLevel, NO_LEVEL);
  const offsets = levelOfRows(level, snapshots);
  const constant = fitBaseline(inputs, labels, [], { offsets });
  const fitLinear = () => fitBaseline(inputs, labels, linear, { offsets });
  const baseline = orStandIn(["baseline"], fitLinear, constant);
  // A person's rule reads a figure that a person can look up.
  const columns = rows.columns.filter(({ name }) => !isDerived(name));
  const rule = fitRule({ rows: { ...rows, columns }, labels, offsets });
  const data = { inputs, labels, linear, offsets, groups, latestFrom };
  const network = orStandIn(
    ["network"],
    () => trainEnsemble(data, settings, seed, onProgress),
    constantEnsemble(constant, inputs.width),
  );
  return { fitted: { derivation, encoding, constant, baseline, rule, network, level }, failed };
}

/** Where a fit does not converge, a stand-in takes its place; the competitors that rest on it are noted and never serve. */
function standIns(failed: CompetitorKind[]) {
  return <Part>(resting: readonly CompetitorKind[], make: () => Part, standIn: Part): Part => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof NotConvergedError)) throw error;
      failed.push(...resting);
      return standIn;
    }
  };
}
