import * as tf from "@tensorflow/tfjs-core";
import { adamW, type Optimiser } from "./adam-w.ts";
import type { Baseline } from "./baseline.ts";
import type { InputMatrix } from "./column-encoding.ts";
import { logLoss } from "./metrics.ts";
import {
  backward,
  copyWeights,
  forward,
  initialWeights,
  mapWeights,
  type NetworkShape,
  type NetworkWeights,
  toTensors,
} from "./network.ts";
import { NotConvergedError } from "./not-converged.ts";
import { sigmoid } from "./probability.ts";
import { type RandomStream, randomStream, shuffle } from "./random.ts";
import { gatherRows, type RowsToFit } from "./rows-to-fit.ts";
import type { TrainingSettings } from "./training-settings.ts";

export type MemberData = {
  readonly data: RowsToFit;
  /** Which rows of it the weights are fitted on: read where they are, since a copy would be most of the table. */
  readonly fitRows: Int32Array;
  /** Rows that decide when to stop. */
  readonly check: RowsToFit;
  /** The logistic regression it starts from. */
  readonly start: Baseline;
};

/**
 * Trains one member by AdamW on the plain log loss (no resampling or class weights: they would distort the
 * probabilities) and returns the weights of the epoch that did best on the check rows, its start included.
 * @throws NotConvergedError when the loss is not a number, which takes an input that is not finite.
 */
export function trainMember(
  { data, fitRows, check, start }: MemberData,
  shape: NetworkShape,
  settings: TrainingSettings,
  seed: number,
  onEpoch: (epoch: number) => void = () => {},
): NetworkWeights {
  const random = randomStream(seed);
  const optimiser = adamW(initialWeights(shape, start, random), settings);
  const stopping = earlyStopping(settings.patience);
  for (let epoch = 0; epoch <= settings.maxEpochs; epoch += 1) {
    if (epoch > 0) runEpoch(data, fitRows, shape, optimiser, settings, random);
    const logits = predictLogits(optimiser.averaged, shape, check.inputs);
    const loss = logLoss(
      check.labels,
      logits.map((logit, row) => sigmoid(logit + (check.offsets[row] ?? 0))),
    );
    if (stopping.isOver(epoch, loss, optimiser.averaged)) break;
    onEpoch(epoch);
  }
  return stopping.best();
}

function earlyStopping(patience: number) {
  let best: NetworkWeights | undefined;
  let bestEpoch = 0;
  let bestLoss = Number.POSITIVE_INFINITY;
  return {
    isOver(epoch: number, loss: number, weights: NetworkWeights): boolean {
      if (loss < bestLoss) {
        best = copyWeights(weights);
        bestEpoch = epoch;
        bestLoss = loss;
      }
      return epoch - bestEpoch >= patience;
    },
    best(): NetworkWeights {
      if (best === undefined)
        throw new NotConvergedError("The network's loss is not a number: an input is not finite.");
      return best;
    },
  };
}

/** Bounds the activations held at once. */
const ROWS_PER_PASS = 4096;

/** One member's logit of every row. */
export function predictLogits(
  weights: NetworkWeights,
  shape: NetworkShape,
  inputs: InputMatrix,
): Float32Array {
  const logits = new Float32Array(inputs.rows);
  for (let from = 0; from < inputs.rows; from += ROWS_PER_PASS) {
    const to = Math.min(inputs.rows, from + ROWS_PER_PASS);
    tf.tidy(() => {
      const x = tf.tensor2d(inputs.values.subarray(from * inputs.width, to * inputs.width), [
        to - from,
        inputs.width,
      ]);
      logits.set(forward(toTensors(weights, shape), x).logits.dataSync(), from);
    });
  }
  return logits;
}

function runEpoch(
  data: RowsToFit,
  fitRows: Int32Array,
  shape: NetworkShape,
  optimiser: Optimiser,
  settings: TrainingSettings,
  random: RandomStream,
): void {
  const { batchRows, maxBatchesPerEpoch } = settings;
  const order = shuffle(Int32Array.from(fitRows), random);
  const end = Math.min(order.length, batchRows * maxBatchesPerEpoch);
  for (let from = 0; from < end; from += batchRows) {
    const rows = order.subarray(from, Math.min(end, from + batchRows));
    // A last batch of a few rows would be a step in a random direction.
    if (from > 0 && rows.length < batchRows / 2) break;
    const keep = dropoutMask(rows.length * shape.hidden1, settings.dropout, random);
    optimiser.step(gradients(optimiser.current, shape, data, rows, keep));
  }
}

/** The mean log loss's gradients over one batch; `keepFactors` is the dropout mask, rows × hidden1. */
export function gradients(
  weights: NetworkWeights,
  shape: NetworkShape,
  data: RowsToFit,
  rows: Int32Array,
  keepFactors: Float32Array,
): NetworkWeights {
  const byParameter = tf.tidy(() => {
    const tensors = toTensors(weights, shape);
    const x = tf.tensor2d(gatherRows(data.inputs, rows), [rows.length, shape.inputs]);
    const keep = tf.tensor2d(keepFactors, [rows.length, shape.hidden1]);
    const activations = forward(tensors, x, keep);
    return backward(tensors, x, activations, lossByLogit(activations.logits.dataSync(), data, rows), keep);
  });
  // Read outside: tidy searches plain arrays it is given back for tensors, number by number.
  const values = mapWeights((name) => Float32Array.from(byParameter[name].dataSync()));
  tf.dispose(byParameter);
  return values;
}

/** The mean log loss's derivative by each logit: (p − label) ÷ rows. */
function lossByLogit(
  logits: ArrayLike<number>,
  { labels, offsets }: Pick<RowsToFit, "labels" | "offsets">,
  rows: Int32Array,
): tf.Tensor2D {
  const slopes = new Float32Array(rows.length);
  for (const [place, row] of rows.entries()) {
    slopes[place] = (sigmoid((logits[place] ?? 0) + (offsets[row] ?? 0)) - (labels[row] ?? 0)) / rows.length;
  }
  return tf.tensor2d(slopes, [rows.length, 1]);
}

/** Zeros at the given rate, elsewhere what keeps the expected sum. */
function dropoutMask(size: number, rate: number, random: RandomStream): Float32Array {
  const kept = 1 / (1 - rate);
  const mask = new Float32Array(size).fill(kept);
  for (let place = 0; place < size && rate > 0; place += 1) if (random() < rate) mask[place] = 0;
  return mask;
}
