import * as tf from "@tensorflow/tfjs-core";
import type { Baseline } from "./baseline.ts";
import { glorotUniform, type RandomStream } from "./random.ts";

/** Sizes of one member: inputs → hidden1 (ReLU) → hidden2 (ReLU) → logit, plus a direct linear path to the logit. */
export type NetworkShape = { readonly inputs: number; readonly hidden1: number; readonly hidden2: number };

/** The order in which parameters are stored. */
export const parameterNames = ["kernel1", "bias1", "kernel2", "bias2", "kernel3", "direct", "bias3"] as const;
export type ParameterName = (typeof parameterNames)[number];

/** One member's parameters, row-major. `direct` is the linear path: what is linear need not be learned by the layers. */
export type NetworkWeights = { readonly [Name in ParameterName]: Float32Array };

/** The same parameters as tensors; whoever makes them disposes of them. */
export type NetworkTensors = {
  readonly kernel1: tf.Tensor2D;
  readonly bias1: tf.Tensor1D;
  readonly kernel2: tf.Tensor2D;
  readonly bias2: tf.Tensor1D;
  readonly kernel3: tf.Tensor2D;
  readonly direct: tf.Tensor2D;
  readonly bias3: tf.Tensor1D;
};

/** How many numbers each parameter holds. */
export function parameterSizes(shape: NetworkShape): { readonly [Name in ParameterName]: number } {
  const { inputs, hidden1, hidden2 } = shape;
  return {
    kernel1: inputs * hidden1,
    bias1: hidden1,
    kernel2: hidden1 * hidden2,
    bias2: hidden2,
    kernel3: hidden2,
    direct: inputs,
    bias3: 1,
  };
}

/**
 * A member starts as the given logistic regression exactly: its coefficients on the direct path, and layers whose
 * output counts for nothing yet. Training then learns where customers depart from it, and where history is short the
 * early stop leaves it near there.
 */
export function initialWeights(shape: NetworkShape, start: Baseline, random: RandomStream): NetworkWeights {
  const { inputs, hidden1, hidden2 } = shape;
  const direct = new Float32Array(inputs);
  for (const [place, input] of start.inputs.entries()) direct[input] = start.coefficients[place] ?? 0;
  return {
    kernel1: glorotUniform(inputs, hidden1, random),
    bias1: new Float32Array(hidden1),
    kernel2: glorotUniform(hidden1, hidden2, random),
    bias2: new Float32Array(hidden2),
    kernel3: new Float32Array(hidden2),
    direct,
    bias3: Float32Array.of(start.intercept),
  };
}

/** The member whose logit is slope × its own + shift: both paths end in sums, so only the last weights change. */
export function scaledLogit(member: NetworkWeights, slope: number, shift: number): NetworkWeights {
  const scaled = (values: Float32Array) => values.map((value) => slope * value);
  return {
    ...member,
    kernel3: scaled(member.kernel3),
    direct: scaled(member.direct),
    bias3: scaled(member.bias3).map((value) => value + shift),
  };
}

/** A new set with every parameter replaced by what `replace` returns for it. */
export function mapWeights(replace: (name: ParameterName) => Float32Array): NetworkWeights {
  return {
    kernel1: replace("kernel1"),
    bias1: replace("bias1"),
    kernel2: replace("kernel2"),
    bias2: replace("bias2"),
    kernel3: replace("kernel3"),
    direct: replace("direct"),
    bias3: replace("bias3"),
  };
}

export function copyWeights(weights: NetworkWeights): NetworkWeights {
  return mapWeights((name) => Float32Array.from(weights[name]));
}

export function toTensors(weights: NetworkWeights, shape: NetworkShape): NetworkTensors {
  const { inputs, hidden1, hidden2 } = shape;
  return {
    kernel1: tf.tensor2d(weights.kernel1, [inputs, hidden1]),
    bias1: tf.tensor1d(weights.bias1),
    kernel2: tf.tensor2d(weights.kernel2, [hidden1, hidden2]),
    bias2: tf.tensor1d(weights.bias2),
    kernel3: tf.tensor2d(weights.kernel3, [hidden2, 1]),
    direct: tf.tensor2d(weights.direct, [inputs, 1]),
    bias3: tf.tensor1d(weights.bias3),
  };
}

/** What a forward pass leaves behind for the backward one. */
export type Activations = {
  readonly hidden1: tf.Tensor2D;
  readonly hidden2: tf.Tensor2D;
  readonly logits: tf.Tensor2D;
};

/** Rows × inputs → logits, rows × 1. `keep` multiplies the first hidden layer in training (dropout). */
export function forward(weights: NetworkTensors, x: tf.Tensor2D, keep?: tf.Tensor2D): Activations {
  const layer1 = denseRelu(x, weights.kernel1, weights.bias1);
  const hidden1 = keep === undefined ? layer1 : tf.mul<tf.Tensor2D>(layer1, keep);
  const hidden2 = denseRelu(hidden1, weights.kernel2, weights.bias2);
  const deep = tf.fused.matMul({ a: hidden2, b: weights.kernel3, bias: weights.bias3 });
  return { hidden1, hidden2, logits: tf.add<tf.Tensor2D>(deep, tf.matMul(x, weights.direct)) };
}

/**
 * Gradients of the loss by backpropagation, given its derivative by each logit (rows × 1). Written out because the
 * layers are few, and transposing first lets WebAssembly use its fast product (it has none for transposed operands).
 */
export function backward(
  weights: NetworkTensors,
  x: tf.Tensor2D,
  activations: Activations,
  byLogit: tf.Tensor2D,
  keep?: tf.Tensor2D,
): NetworkTensors {
  const { hidden1, hidden2 } = activations;
  const by2 = throughRelu(byLogit, weights.kernel3, hidden2);
  const byKept1 = throughRelu(by2, weights.kernel2, hidden1);
  const by1 = keep === undefined ? byKept1 : tf.mul<tf.Tensor2D>(byKept1, keep);
  const xTransposed: tf.Tensor2D = tf.transpose(x);
  return {
    kernel1: tf.matMul(xTransposed, by1),
    bias1: tf.sum<tf.Tensor1D>(by1, 0),
    kernel2: tf.matMul(tf.transpose(hidden1), by2),
    bias2: tf.sum<tf.Tensor1D>(by2, 0),
    kernel3: tf.matMul(tf.transpose(hidden2), byLogit),
    direct: tf.matMul(xTransposed, byLogit),
    bias3: tf.sum<tf.Tensor1D>(byLogit, 0),
  };
}

/** The derivative by a ReLU layer's sums, from the derivative by the next layer's sums. */
export function throughRelu(byNext: tf.Tensor2D, kernel: tf.Tensor2D, output: tf.Tensor2D): tf.Tensor2D {
  return tf.mul<tf.Tensor2D>(tf.matMul(byNext, tf.transpose(kernel)), tf.step(output));
}

/** ReLU(x · kernel + bias) in one kernel call. */
export function denseRelu(x: tf.Tensor2D, kernel: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor2D {
  return tf.fused.matMul({ a: x, b: kernel, bias, activation: "relu" }) as tf.Tensor2D;
}
