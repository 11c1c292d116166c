import { startBackend } from "../../model/backend.ts";
import { evaluateSplit } from "../../model/evaluate.ts";
import { evaluateFolds } from "../../model/worker-model.ts";
import type { ModelEvaluator } from "../../src/domain/risk/churn-model.ts";
import { once, QUICK } from "./quick-model.ts";

// Apart from quick-model.ts, which stands in for the model's threads in a test that replaces them: it cannot import them.

async function evaluateQuickly(request: Parameters<ModelEvaluator["evaluateSplit"]>[0]) {
  await startBackend();
  return evaluateSplit(request, undefined, QUICK);
}

/** The same for what judges by one training a seed, or by one a fold. */
export function quickToEvaluate<Model extends Pick<ModelEvaluator, "evaluateSplit" | "evaluateTable">>(
  model: Model,
): Model {
  const judge = (request: Parameters<ModelEvaluator["evaluateSplit"]>[0]) =>
    once("evaluate", request, () => evaluateQuickly(request));
  return {
    ...model,
    evaluateSplit: judge,
    evaluateTable: (...[request, onProgress]: Parameters<ModelEvaluator["evaluateTable"]>) =>
      evaluateFolds(judge, request, onProgress),
  };
}
