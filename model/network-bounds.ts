import type { Dataset } from "../src/domain/risk/dataset.ts";
import { boundsOf, jackknifeVariances } from "./bounds.ts";
import { withDerivedColumns } from "./derived-columns.ts";
import { meanLogits, memberLogits } from "./ensemble-logits.ts";
import type { FittedModel } from "./fitted-model.ts";
import { sigmoid } from "./probability.ts";
import { encodedChunks, levelAt } from "./score.ts";

/** The network's probabilities and their bounds, as `score` tells them, all 0–1. */
export type BoundedProbabilities = {
  readonly probabilities: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
};

/** As `predictProbabilities` and `score` in one pass over the members. The backend must have been started. */
export function networkBounds(fitted: FittedModel, dataset: Dataset): BoundedProbabilities {
  const probabilities = new Float64Array(dataset.rows);
  const low = new Float64Array(dataset.rows);
  const high = new Float64Array(dataset.rows);
  const { level, variance } = levelAt({ ...fitted, serves: "network" }, dataset);
  const table = withDerivedColumns(fitted.derivation, dataset);
  for (const { range, inputs } of encodedChunks(fitted, table)) {
    const members = memberLogits(fitted.network, inputs);
    const logits = meanLogits(members).map((logit) => logit + level);
    const bounds = boundsOf(logits, jackknifeVariances(members), variance);
    probabilities.set(logits.map(sigmoid), range.from);
    low.set(bounds.low, range.from);
    high.set(bounds.high, range.from);
  }
  return { probabilities, low, high };
}
