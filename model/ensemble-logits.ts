import * as tf from "@tensorflow/tfjs-core";
import { blend } from "./blend.ts";
import type { InputMatrix } from "./column-encoding.ts";
import type { Ensemble } from "./ensemble.ts";
import { type EnsembleTensors, withTensors } from "./ensemble-tensors.ts";
import { treesLogitsOf } from "./flat-trees.ts";
import { denseRelu } from "./network.ts";

/** The logit of every row: the members' mean. */
export function ensembleLogits(ensemble: Ensemble, inputs: InputMatrix): Float64Array {
  return meanLogits(memberLogits(ensemble, inputs));
}

/** Every member's own logit of every row, its trees' included. */
export function memberLogits(ensemble: Ensemble, inputs: InputMatrix): readonly Float64Array[] {
  const { trees, treeShare } = ensemble;
  const byTrees = treesLogitsOf(trees, inputs);
  const byNetworks = withTensors(ensemble, (tensors) => networkLogits(tensors, inputs));
  return byNetworks.map((network, place) => {
    const own = byTrees[place];
    return Float64Array.from(network, (logit, row) => blend(logit, own?.[row] ?? 0, treeShare));
  });
}

const averages = new WeakMap<Ensemble, number>();

/** The logit of the average training customer, whose inputs are all 0. */
export function averageLogit(ensemble: Ensemble): number {
  const width = ensemble.shape.inputs;
  const nobody = { rows: 1, width, values: new Float32Array(width) };
  const average = averages.get(ensemble) ?? ensembleLogits(ensemble, nobody)[0] ?? 0;
  averages.set(ensemble, average);
  return average;
}

export function meanLogits(members: readonly Float64Array[]): Float64Array {
  const logits = new Float64Array(members[0]?.length ?? 0);
  return logits.map((_, row) => members.reduce((sum, own) => sum + (own[row] ?? 0), 0) / members.length);
}

/** Bounds the activations held at once. */
const ROWS_PER_PASS = 4096;

/** Each network's logit of every row. */
function networkLogits(tensors: EnsembleTensors, inputs: InputMatrix): readonly Float32Array[] {
  const logits = tensors.members.map(() => new Float32Array(inputs.rows));
  for (let from = 0; from < inputs.rows; from += ROWS_PER_PASS)
    writeLogits(tensors, inputs, { from, to: Math.min(inputs.rows, from + ROWS_PER_PASS) }, logits);
  return logits;
}

function writeLogits(
  { members, directs }: EnsembleTensors,
  { values, width }: InputMatrix,
  { from, to }: { readonly from: number; readonly to: number },
  logits: readonly Float32Array[],
): void {
  tf.tidy(() => {
    const x = tf.tensor2d(values.subarray(from * width, to * width), [to - from, width]);
    const direct = tf.matMul(x, directs).dataSync();
    for (const [place, { kernel1, bias1, kernel2, bias2, kernel3, bias3 }] of members.entries()) {
      const hidden2 = denseRelu(denseRelu(x, kernel1, bias1), kernel2, bias2);
      const deep = tf.fused.matMul({ a: hidden2, b: kernel3, bias: bias3 }).dataSync();
      const own = logits[place]?.subarray(from, to) ?? new Float32Array();
      for (let row = 0; row < own.length; row += 1)
        own[row] = (deep[row] ?? 0) + (direct[row * members.length + place] ?? 0);
    }
  });
}
