import * as tf from "@tensorflow/tfjs-core";
import type { Ensemble } from "./ensemble.ts";
import { type NetworkTensors, type NetworkWeights, toTensors } from "./network.ts";

/** An ensemble's networks as tensors; what stands side by side is done for all members in one product. */
export type EnsembleTensors = {
  readonly members: readonly MemberTensors[];
  /** The direct paths, inputs × members. */
  readonly directs: tf.Tensor2D;
  /** The first layers, inputs × (members × hidden1). */
  readonly kernels1: tf.Tensor2D;
  /** The way back from the first layers to the inputs, (members × hidden1) × inputs, and the direct paths' sum. */
  readonly toInputs: tf.Tensor2D;
  readonly directSum: tf.Tensor1D;
};
export type MemberTensors = Omit<NetworkTensors, "direct"> & {
  /** Only products with what is not transposed are fast. */
  readonly kernel2Transposed: tf.Tensor2D;
};

/** Those to be kept from call to call; null until they are first used. */
const held = new WeakMap<Ensemble, EnsembleTensors | null>();

/**
 * From now on an ensemble's tensors are kept: they take as long to make as two hundred rows to score. Whoever holds them lets
 * go of them.
 */
export function holdTensors(ensemble: Ensemble): void {
  held.set(ensemble, held.get(ensemble) ?? null);
}

/** Frees what was kept. */
export function letGoOfTensors(ensemble: Ensemble): void {
  const tensors = held.get(ensemble);
  if (tensors) disposeOf(tensors);
  held.delete(ensemble);
}

/** Calls with the ensemble's tensors: those that are kept, or some made for this call. */
export function withTensors<Result>(ensemble: Ensemble, use: (tensors: EnsembleTensors) => Result): Result {
  const kept = held.get(ensemble);
  const tensors = kept ?? makeTensors(ensemble);
  if (kept === null) held.set(ensemble, tensors);
  try {
    return use(tensors);
  } finally {
    if (kept === undefined) disposeOf(tensors);
  }
}

function makeTensors({ members, shape }: Ensemble): EnsembleTensors {
  const { inputs } = shape;
  const tensors = members.map((weights) => {
    const { direct, ...others } = toTensors(weights, shape);
    direct.dispose();
    return { ...others, kernel2Transposed: tf.transpose<tf.Tensor2D>(others.kernel2) };
  });
  const { kernels1, toInputs, directSum } = tf.tidy(() => ({
    kernels1: tf.concat(
      tensors.map(({ kernel1 }) => kernel1),
      1,
    ),
    toInputs: tf.concat(tensors.map(({ kernel1 }) => tf.transpose<tf.Tensor2D>(kernel1))),
    directSum: tf.addN<tf.Tensor1D>(members.map(({ direct }) => tf.tensor1d(direct))),
  }));
  const directs = tf.tensor2d(sideBySide(members, inputs), [inputs, members.length]);
  return { members: tensors, directs, kernels1, toInputs, directSum };
}

function sideBySide(members: readonly NetworkWeights[], inputs: number): Float32Array {
  const directs = new Float32Array(inputs * members.length);
  for (const [place, { direct }] of members.entries())
    for (const [input, weight] of direct.entries()) directs[input * members.length + place] = weight;
  return directs;
}

function disposeOf({ members, ...others }: EnsembleTensors): void {
  tf.dispose([...Object.values(others), ...members.flatMap((member) => Object.values(member))]);
}
