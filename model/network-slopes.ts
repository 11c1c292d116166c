import * as tf from "@tensorflow/tfjs-core";
import type { InputMatrix } from "./column-encoding.ts";
import type { EnsembleTensors, MemberTensors } from "./ensemble-tensors.ts";
import { denseRelu } from "./network.ts";

/** The first layers of all members for all rows: rows × (members × units). */
type FirstLayers = { readonly rows: number; readonly units: number; readonly values: Float32Array };

/**
 * All members' logits differentiated by each input, summed over so many points in the middle of even parts of the path from the
 * average customer (all inputs 0) to each row; rows × inputs. Along it the first layers' sums move linearly, so the wide products, to
 * them and back, are done once for all members and points.
 */
export function slopeSums(tensors: EnsembleTensors, inputs: InputMatrix, points: number): Float32Array {
  const { rows, width, values } = inputs;
  const { members, kernels1, toInputs, directSum } = tensors;
  const units = members.length === 0 ? 0 : (kernels1.shape[1] ?? 0) / members.length;
  const moved = product(tf.tensor2d(values, [rows, width]), kernels1);
  const byFirst = { rows, units, values: new Float32Array(moved.length) };
  for (const [place, member] of members.entries())
    addFirstLayerSlopes(member, place * units, { rows, units, values: moved }, points, byFirst);
  const slopes = product(tf.tensor2d(byFirst.values, [rows, members.length * units]), toInputs);
  const direct = directSum.dataSync();
  for (let at = 0; at < slopes.length; at += width)
    for (let input = 0; input < width; input += 1)
      slopes[at + input] = (slopes[at + input] ?? 0) + points * (direct[input] ?? 0);
  return slopes;
}

/** Disposes of the first factor. */
function product(a: tf.Tensor2D, b: tf.Tensor2D): Float32Array {
  const result = tf.matMul(a, b);
  const values = Float32Array.from(result.dataSync());
  tf.dispose([a, result]);
  return values;
}

/** A member's logit differentiated by its first layer's sums, summed over the points. */
function addFirstLayerSlopes(
  member: MemberTensors,
  from: number,
  moved: FirstLayers,
  points: number,
  out: FirstLayers,
): void {
  const { rows, units } = moved;
  const onPath = firstLayersOnPath(moved, from, member.bias1.dataSync(), points);
  const slopes = tf.tidy(() => {
    const hidden1 = tf.tensor2d(onPath, [points * rows, units]);
    const hidden2 = denseRelu(hidden1, member.kernel2, member.bias2);
    const by2 = tf.mul<tf.Tensor2D>(tf.step(hidden2), tf.reshape(member.kernel3, [-1]));
    return tf.mul(tf.matMul(by2, member.kernel2Transposed), tf.step(hidden1));
  });
  const by1 = slopes.dataSync();
  slopes.dispose();
  const width = out.values.length / rows;
  for (let at = 0; at < by1.length; at += units) {
    const to = ((at / units) % rows) * width + from;
    for (let unit = 0; unit < units; unit += 1)
      out.values[to + unit] = (out.values[to + unit] ?? 0) + (by1[at + unit] ?? 0);
  }
}

/** The layer's outputs (ReLU) at each point, (points × rows) × units. */
function firstLayersOnPath(
  { rows, units, values }: FirstLayers,
  from: number,
  bias: ArrayLike<number>,
  points: number,
): Float32Array {
  const outputs = new Float32Array(points * rows * units);
  const width = values.length / rows;
  let at = 0;
  for (let point = 0; point < points; point += 1) {
    const share = (point + 0.5) / points;
    for (let row = 0; row < rows; row += 1) {
      const start = row * width + from;
      for (let unit = 0; unit < units; unit += 1, at += 1)
        outputs[at] = Math.max(0, share * (values[start + unit] ?? 0) + (bias[unit] ?? 0));
    }
  }
  return outputs;
}
