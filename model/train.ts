import type { TrainedModel, TrainingRequest } from "../src/domain/risk/churn-model.ts";
import type { LabelledDataset } from "../src/domain/risk/dataset.ts";
import { reliabilityBins } from "../src/domain/risk/evaluation/reliability.ts";
import { writeArtifact } from "./artifact.ts";
import type { Baseline } from "./baseline.ts";
import { type ChurnLevel, dayNumber, extendChurnLevel } from "./churn-level.ts";
import { constantEnsemble } from "./ensemble.ts";
import { joinMembers, shapeFor } from "./fit-members.ts";
import type { FailedFits, FittedModel, Scorer } from "./fitted-model.ts";
import { judge, ofEach } from "./judge.ts";
import type { GrownMembers } from "./member-tasks.ts";
import { membersOneByOne } from "./members-one-by-one.ts";
import { fitLinear, fitRuleOn, type Prepared, prepare } from "./prepare.ts";
import type { OnProgress } from "./progress.ts";
import type { Rule } from "./rule.ts";
import { logitsWithoutLevel } from "./score.ts";
import { type TrainingSettings, trainingSettings } from "./training-settings.ts";
import { requireJudgeable } from "./training-table.ts";

/**
 * Fits network, baseline and rule on the training snapshots and lets the held-out one decide which of them serves, if any; all
 * in this thread. The backend must have been started.
 * @throws NotEnoughHistoryError when a snapshot holds too few rows or one class only.
 */
export function train(
  request: TrainingRequest,
  onProgress?: OnProgress,
  settings: TrainingSettings = trainingSettings,
): TrainedModel {
  requireJudgeable(request.heldOut);
  return decide(fitModels(request, onProgress, settings), request);
}

/** Who of those fitted serves, by the held-out snapshot, and all that is kept of them. */
export function decide(
  { fitted, failed }: Fits,
  { heldOut: unseen, horizonDays, seed }: Omit<TrainingRequest, "training">,
): TrainedModel {
  const { judged, unfit, serves } = judge(fitted, failed, unseen);
  const heldOut = ofEach((kind) => judged[kind].metrics);
  const level = withHeldOutLevel({ ...fitted, serves }, unseen);
  return {
    artifact: writeArtifact({ ...fitted, level, horizonDays, seed, serves, heldOut }),
    serves,
    heldOut,
    unfit,
    ruleColumn: fitted.rule.column,
    reliability: ofEach((kind) => reliabilityBins(unseen.labels, judged[kind].probabilities)),
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
  request: Omit<TrainingRequest, "heldOut">,
  onProgress?: OnProgress,
  settings: TrainingSettings = trainingSettings,
): Fits {
  const prepared = prepare(request, settings);
  const ensemble = { data: prepared.data, settings, seed: request.seed };
  const others = {
    rule: fitRuleOn(request, settings, prepared.data),
    baseline: fitLinear(prepared.data),
    members: membersOneByOne(ensemble, onProgress),
  };
  return withOthers(prepared, others, settings);
}

/** What is fitted on what was prepared; null did not converge: the constant stands in, and it never serves. */
export type OtherFits = {
  readonly rule: Rule;
  readonly baseline: Baseline | null;
  readonly members: GrownMembers | null;
};

export function withOthers(
  { fitted, failed, data }: Prepared,
  { rule, baseline, members }: OtherFits,
  settings: TrainingSettings,
): Fits {
  const network = members && joinMembers(members, shapeFor(data, settings));
  return {
    fitted: {
      ...fitted,
      rule,
      baseline: baseline ?? fitted.constant,
      network: network ?? constantEnsemble(fitted.constant, data.inputs.width),
    },
    failed: [
      ...failed,
      ...(baseline === null ? (["baseline"] as const) : []),
      ...(network === null ? (["network"] as const) : []),
    ],
  };
}
