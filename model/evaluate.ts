import type { JudgedProbabilities, ServingKind, SplitEvaluation } from "../src/domain/risk/churn-model.ts";
import type { SplitRequest } from "./folds.ts";
import { classificationMetrics } from "./metrics.ts";
import { networkBounds } from "./network-bounds.ts";
import { predictProbabilities } from "./score.ts";
import { fitModels } from "./train.ts";
import { type TrainingSettings, trainingSettings } from "./training-settings.ts";

/**
 * Fits on the training snapshots and judges all three on the test rows, which nothing has seen; "model" is always
 * the network, also where the release rule would have the baseline serve.
 * @throws NotEnoughHistoryError when the training rows are too few or of one class only.
 */
export function evaluateSplit(
  request: SplitRequest,
  onProgress?: (done: number, total: number) => void,
  settings: TrainingSettings = trainingSettings,
): SplitEvaluation {
  const { training, horizonDays = 0, seed } = request;
  const fitted = fitModels({ training, horizonDays, seed }, onProgress, settings);
  const metricsOf = (probabilities: Float64Array) =>
    classificationMetrics(request.test.labels, probabilities);
  const judged = (serves: ServingKind): JudgedProbabilities => {
    const probabilities = predictProbabilities({ ...fitted, serves }, request.test);
    return { probabilities, metrics: metricsOf(probabilities) };
  };
  const network = networkBounds(fitted, request.test);
  return {
    model: { ...network, metrics: metricsOf(network.probabilities) },
    baseline: judged("baseline"),
    rule: { ...judged("rule"), column: fitted.rule.column },
  };
}
