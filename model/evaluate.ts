import type { SplitEvaluation } from "../src/domain/risk/churn-model.ts";
import type { SplitRequest } from "./folds.ts";
import { judge } from "./judge.ts";
import { fitModels } from "./train.ts";
import { type TrainingSettings, trainingSettings } from "./training-settings.ts";

/**
 * Fits on the training snapshots and judges all competitors on the test rows, which nothing has seen; "model" is always
 * the network, whatever the release rule would have serve.
 * @throws NotEnoughHistoryError when the training rows are too few or of one class only.
 */
export function evaluateSplit(
  request: SplitRequest,
  onProgress?: (done: number, total: number) => void,
  settings: TrainingSettings = trainingSettings,
): SplitEvaluation {
  const { training, horizonDays = 0, seed } = request;
  const { fitted, failed } = fitModels({ training, horizonDays, seed }, onProgress, settings);
  const { judged, unfit, serves } = judge(fitted, failed, request.test);
  const { network: model, baseline, rule, constant } = judged;
  return { model, baseline, rule: { ...rule, column: fitted.rule.column }, constant, serves, unfit };
}
