import { beforeAll, describe, expect, test } from "vitest";
import { startBackend } from "../../../model/backend.ts";
import { closeGaps, networkContributions } from "../../../model/contributions.ts";
import { averageLogit, ensembleLogits } from "../../../model/ensemble-logits.ts";
import { gradients, predictLogits } from "../../../model/member.ts";
import { logLoss } from "../../../model/metrics.ts";
import { copyWeights, initialWeights, mapWeights, parameterNames } from "../../../model/network.ts";
import { sigmoid } from "../../../model/probability.ts";
import { randomStream } from "../../../model/random.ts";

const shape = { inputs: 6, hidden1: 5, hidden2: 4 };
const start = { intercept: -0.3, inputs: [1, 4], coefficients: [0.8, -0.5] };
const random = randomStream(4);
const values = Float32Array.from({ length: 40 * 6 }, () => random() * 4 - 2);
const inputs = { rows: 40, width: 6, values };
const labels = Uint8Array.from({ length: 40 }, () => (random() < 0.4 ? 1 : 0));

/** Weights with every parameter away from zero, so that no derivative vanishes by accident. */
function busyWeights(seed: number) {
  const draw = randomStream(seed);
  const initial = initialWeights(shape, start, draw);
  return mapWeights((name) => initial[name].map((value) => value + draw() - 0.5));
}

/** A split by input 4, and one by input 1 where the first sends right. */
const stumps = {
  intercept: 0.2,
  trees: [
    {
      inputs: Int32Array.of(4, -1, 1, -1, -1),
      thresholds: Float32Array.of(0.1, 0, -0.5, 0, 0),
      left: Int32Array.of(1, 0, 3, 0, 0),
      values: Float32Array.of(0, -0.5, 0, 0.2, 1.4),
    },
  ],
};

beforeAll(async () => {
  await startBackend();
});

describe("a network member", () => {
  test("starts as the logistic regression it is given", () => {
    const logits = predictLogits(initialWeights(shape, start, randomStream(1)), shape, inputs);
    for (const [row, logit] of logits.entries()) {
      expect(logit).toBeCloseTo(-0.3 + 0.8 * values[row * 6 + 1]! - 0.5 * values[row * 6 + 4]!, 5);
    }
  });

  test("backpropagation agrees with the loss's finite differences in every parameter", () => {
    const weights = busyWeights(2);
    const rows = Int32Array.from({ length: 40 }, (_, row) => row);
    const all = new Float32Array(40 * shape.hidden1).fill(1);
    const offsets = Float64Array.from(labels, (_, row) => (row % 3) - 1);
    const slopes = gradients(weights, shape, { inputs, labels, offsets }, rows, all);
    const lossAt = (name: (typeof parameterNames)[number], place: number, shift: number): number => {
      const moved = copyWeights(weights);
      moved[name][place]! += shift;
      const logits = Float64Array.from(predictLogits(moved, shape, inputs));
      return logLoss(
        labels,
        logits.map((logit, row) => sigmoid(logit + offsets[row]!)),
      );
    };
    for (const name of parameterNames) {
      const place = Math.floor(slopes[name].length / 2);
      const numeric = (lossAt(name, place, 1e-3) - lossAt(name, place, -1e-3)) / 2e-3;
      expect(slopes[name][place], name).toBeCloseTo(numeric, 2.5);
    }
  });

  test("dropout's factors act like a scaled next layer, in both directions", () => {
    const rows = Int32Array.from({ length: 40 }, (_, row) => row);
    const factor = (unit: number): number => (unit === 3 ? 0 : 2);
    const keep = Float32Array.from({ length: 40 * 5 }, (_, at) => factor(at % 5));
    const weights = busyWeights(2);
    const scaled = {
      ...weights,
      kernel2: weights.kernel2.map((value, at) => value * factor(Math.floor(at / 4))),
    };
    const data = { inputs, labels, offsets: new Float64Array(labels.length) };
    const dropped = gradients(weights, shape, data, rows, keep);
    const equivalent = gradients(scaled, shape, data, rows, new Float32Array(40 * 5).fill(1));
    for (const name of ["kernel1", "bias1", "bias2", "kernel3"] as const) {
      for (const [place, slope] of equivalent[name].entries())
        expect(dropped[name][place]).toBeCloseTo(slope, 5);
    }
    expect(dropped.bias1[3]).toBe(0);
  });
});

describe("contributions of the network", () => {
  const members = [busyWeights(7), busyWeights(8)];
  const ensemble = { shape, members, trees: [stumps, stumps], treeShare: 0.4 };
  const spans = [
    { from: 0, to: 3 },
    { from: 3, to: 3 },
    { from: 3, to: 6 },
  ];
  const explain = (): { contributions: Float32Array; logits: Float64Array; average: number } => {
    const logits = ensembleLogits(ensemble, inputs);
    const average = averageLogit(ensemble);
    const contributions = networkContributions(ensemble, inputs, spans);
    return { contributions, logits, average };
  };

  test("nearly add up to the logit's difference from the average customer before the gap is closed", () => {
    const { contributions, logits, average } = explain();
    const gaps = [...logits].map((logit, row) => {
      const sum = contributions[row * 3]! + contributions[row * 3 + 1]! + contributions[row * 3 + 2]!;
      return Math.abs(logit - average - sum);
    });
    const typical = [...logits].reduce((sum, logit) => sum + Math.abs(logit - average), 0) / logits.length;
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / typical).toBeLessThan(0.06);
  });

  test("add up exactly once it is closed, and a column without inputs has none", () => {
    const { contributions, logits, average } = explain();
    closeGaps(contributions, 3, logits, average);
    for (const [row, logit] of logits.entries()) {
      expect(contributions[row * 3]! + contributions[row * 3 + 2]!).toBeCloseTo(logit - average, 4);
      expect(contributions[row * 3 + 1]).toBe(0);
    }
  });
});
