import * as tf from "@tensorflow/tfjs-core";
import { ArtifactError, type ScoredDataset, type ScoringOptions } from "../src/domain/risk/churn-model.ts";
import type { Dataset } from "../src/domain/risk/dataset.ts";
import { readArtifact } from "./artifact.ts";
import { baselineLogits } from "./baseline.ts";
import { dayNumber, forecastLevel, type LevelForecast } from "./churn-level.ts";
import type { InputMatrix } from "./column-encoding.ts";
import { baselineContributions, closeGaps, networkContributions } from "./contributions.ts";
import { columnSpans, type Encoding, encodeRows, MissingColumnsError } from "./encoding.ts";
import { ensembleLogits, meanLogits, memberLogits, startingLogit } from "./ensemble.ts";
import type { Scorer } from "./fitted-model.ts";
import { toTensors } from "./network.ts";
import { sigmoid } from "./probability.ts";
import { boundsOf, jackknifeVariances } from "./width.ts";

/** Rows encoded and explained at once: some 10 MB of inputs and activations, whatever the table's length. */
const ROWS_PER_CHUNK = 4096;

/**
 * Probabilities and contributions by the artifact's serving model. The backend must have been started.
 * @throws ArtifactError when the bytes are no artifact of this version or its columns are missing from the table.
 */
export function score(artifact: Uint8Array, dataset: Dataset, options: ScoringOptions = {}): ScoredDataset {
  const scorer = readArtifact(artifact);
  try {
    return scoreRows(scorer, dataset, options);
  } catch (error) {
    if (!(error instanceof MissingColumnsError)) throw error;
    const { message } = error;
    throw new ArtifactError(`The model was trained on other data: ${message}. Train again.`, {
      cause: error,
    });
  }
}

/** P(churn) per row, without contributions. */
export function predictProbabilities(scorer: Scorer, dataset: Dataset): Float64Array {
  const { level } = levelAt(scorer, dataset);
  return logitsWithoutLevel(scorer, dataset).map((logit) => sigmoid(logit + level));
}

/** Log odds per row, at the snapshots' mean level of churn. */
export function logitsWithoutLevel(scorer: Scorer, dataset: Dataset): Float64Array {
  const logits = new Float64Array(dataset.rows);
  for (const { from, inputs } of encodedChunks(scorer.encoding, dataset)) {
    logits.set(logitsOf(scorer, inputs), from);
  }
  return logits;
}

/** Rows without a date are taken for the newest snapshot's. */
function levelAt({ level }: Scorer, { asOf }: Dataset): LevelForecast {
  const day = asOf === undefined ? level.days.at(-1) : dayNumber(asOf);
  return day === undefined ? { level: 0, variance: 0 } : forecastLevel(level, day);
}

function scoreRows(
  scorer: Scorer,
  dataset: Dataset,
  { contributions: explained = true }: ScoringOptions,
): ScoredDataset {
  const columns = scorer.encoding.columns.map(({ name }) => name);
  const probabilities = new Float64Array(dataset.rows);
  const low = new Float64Array(dataset.rows);
  const high = new Float64Array(dataset.rows);
  const contributions = new Float32Array(explained ? dataset.rows * columns.length : 0);
  // The level is everybody's alike, so it is no reason of anyone's: contributions are without it.
  const { level, variance } = levelAt(scorer, dataset);
  const explainer = startExplainer(scorer);
  try {
    for (const { from, inputs } of encodedChunks(scorer.encoding, dataset)) {
      const members = memberLogits(scorer.network, inputs);
      const logits = scorer.serves === "network" ? meanLogits(members) : logitsOf(scorer, inputs);
      const withLevel = logits.map((logit) => logit + level);
      const bounds = boundsOf(withLevel, jackknifeVariances(members), variance);
      probabilities.set(withLevel.map(sigmoid), from);
      low.set(bounds.low, from);
      high.set(bounds.high, from);
      if (explained) contributions.set(explainer.explain(inputs, logits), from * columns.length);
    }
  } finally {
    explainer.dispose();
  }
  return { serves: scorer.serves, columns, probabilities, low, high, contributions };
}

function* encodedChunks(
  encoding: Encoding,
  dataset: Dataset,
): Generator<{ from: number; inputs: InputMatrix }> {
  for (let from = 0; from < dataset.rows; from += ROWS_PER_CHUNK) {
    const to = Math.min(dataset.rows, from + ROWS_PER_CHUNK);
    yield { from, inputs: encodeRows(encoding, dataset, { from, to }) };
  }
}

function logitsOf({ serves, baseline, network }: Scorer, inputs: InputMatrix): Float64Array {
  return serves === "network" ? ensembleLogits(network, inputs) : baselineLogits(baseline, inputs);
}

type Explainer = {
  explain(inputs: InputMatrix, logits: Float64Array): Float32Array;
  dispose(): void;
};

/** Holds the members' tensors across chunks. */
function startExplainer(scorer: Scorer): Explainer {
  const { serves, baseline, network, encoding } = scorer;
  const spans = columnSpans(encoding);
  if (serves === "baseline") {
    return { explain: (inputs) => baselineContributions(baseline, inputs, spans), dispose: () => {} };
  }
  const members = network.members.map((member) => toTensors(member, network.shape));
  const { trees, treeShare } = network;
  const averageLogit = startingLogit(network);
  return {
    explain(inputs, logits) {
      const contributions = networkContributions({ members, trees, treeShare }, inputs, spans);
      closeGaps(contributions, spans.length, logits, averageLogit);
      return contributions;
    },
    dispose: () => tf.dispose(members),
  };
}
