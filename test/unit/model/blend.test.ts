import { beforeAll, describe, expect, test } from "vitest";
import { startBackend } from "../../../model/backend.ts";
import { blend, chooseTreeShare, fitCalibration, type LeftOutLogits } from "../../../model/blend.ts";
import { treesLogits } from "../../../model/flat-trees.ts";
import { predictLogits } from "../../../model/member.ts";
import { initialWeights, scaledLogit } from "../../../model/network.ts";
import { sigmoid } from "../../../model/probability.ts";
import { randomStream } from "../../../model/random.ts";
import { type BoostedTrees, scaledTrees } from "../../../model/trees.ts";
import { normalDraw } from "./draws.ts";

type Truth = (logit: number, offset: number) => number;
/** Rows whose network says a logit, whose trees say another, and of whom so many left as the truth has it. */
function leftOut(rows: number, seed: number, truth: Truth, trees: (logit: number) => number): LeftOutLogits {
  const random = randomStream(seed);
  const network = Float64Array.from({ length: rows }, () => 1.5 * normalDraw(random));
  const offsets = network.map(() => 0.5 * normalDraw(random));
  const labels = Uint8Array.from(network, (logit, row) =>
    random() < sigmoid(truth(logit, offsets[row]!)) ? 1 : 0,
  );
  return { labels, offsets, network, trees: network.map((logit) => trees(logit)) };
}
const same = (logit: number) => logit;

/** The slopes of the penalised loss that the calibration is to make vanish, priors of 1 ± 0.3 and 0 ± 0.3. */
function slopesAt(
  parts: readonly LeftOutLogits[],
  share: number,
  { slope, shift }: { slope: number; shift: number },
) {
  let [bySlope, byShift] = [(slope - 1) / 0.09, shift / 0.09];
  for (const { labels, offsets, network, trees } of parts)
    for (const [row, label] of labels.entries()) {
      const logit = blend(network[row]!, trees[row]!, share);
      const residual = sigmoid(offsets[row]! + slope * logit + shift) - label;
      bySlope += residual * logit;
      byShift += residual;
    }
  return [bySlope, byShift];
}

describe("fitCalibration", () => {
  test("finds the slope and the shift that timid logits lack, levels apart", () => {
    const truth: Truth = (logit, offset) => offset + 1.3 * logit + 0.25;
    const parts = [1, 2, 3].map((seed) => leftOut(8000, seed, truth, same));
    const { slope, shift } = fitCalibration(parts, 0);
    expect(Math.abs(slope - 1.3)).toBeLessThan(0.06);
    expect(Math.abs(shift - 0.25)).toBeLessThan(0.06);
  });

  test("draws bold logits back", () => {
    const parts = [leftOut(20_000, 4, (logit, offset) => offset + 0.6 * logit - 0.2, same)];
    const { slope, shift } = fitCalibration(parts, 0);
    expect(Math.abs(slope - 0.6)).toBeLessThan(0.06);
    expect(Math.abs(shift + 0.2)).toBeLessThan(0.06);
  });

  test("reads the blend, not the network alone", () => {
    const parts = [
      leftOut(
        20_000,
        5,
        (logit, offset) => offset + logit,
        (logit) => logit / 3,
      ),
    ];
    // Half of each is two thirds of the truth.
    expect(Math.abs(fitCalibration(parts, 0.5).slope - 1.5)).toBeLessThan(0.08);
    expect(Math.abs(fitCalibration(parts, 0).slope - 1)).toBeLessThan(0.06);
  });

  test("stays near 1 and 0 where few rows speak, and is just that where none does", () => {
    const few = [leftOut(20, 6, (logit) => 3 * logit + 2, same)];
    const { slope, shift } = fitCalibration(few, 0);
    expect(Math.abs(slope - 1)).toBeLessThan(0.4);
    expect(Math.abs(shift)).toBeLessThan(0.4);
    expect(fitCalibration([], 0)).toEqual({ slope: 1, shift: 0 });
  });

  test.each([1, 10, 100, 1000])("ends where its loss is flat, also on logits %d times as wide", (width) => {
    for (const [seed, truth] of [
      [7, (logit: number) => logit],
      [8, (logit: number) => -logit],
      [9, () => -4],
      [10, (logit: number) => 1e3 * logit],
    ] as const) {
      const part = leftOut(400, seed, truth, same);
      const wide = { ...part, network: part.network as Float64Array };
      const parts = [{ ...wide, network: wide.network.map((logit) => width * logit) }];
      const found = fitCalibration(parts, 0);
      const [bySlope, byShift] = slopesAt(parts, 0, found);
      expect(Math.abs(bySlope!) / width, `by slope, ${seed}`).toBeLessThan(1e-3);
      expect(Math.abs(byShift!), `by shift, ${seed}`).toBeLessThan(1e-3);
    }
  });
});

describe("the scaled parts say slope × logit + shift", () => {
  const random = randomStream(12);
  const inputs = {
    rows: 40,
    width: 3,
    values: Float32Array.from({ length: 120 }, () => normalDraw(random)),
  };
  beforeAll(startBackend);

  test("trees", () => {
    const tree = {
      inputs: Int32Array.of(1, -1, 0, -1, -1),
      thresholds: Float32Array.of(0.2, 0, -0.5, 0, 0),
      left: Int32Array.of(1, 0, 3, 0, 0),
      values: Float32Array.of(0.1, -0.75, 0.5, 0.25, 1.5),
    };
    const boosted: BoostedTrees = { intercept: -1.25, trees: [tree, tree] };
    const before = treesLogits(boosted, inputs);
    const after = treesLogits(scaledTrees(boosted, 1.5, -0.25), inputs);
    expect([...after]).toEqual([...before].map((logit) => 1.5 * logit - 0.25));
    expect(new Set(before).size).toBe(3);
  });

  test("network, to the last digits of its Float32", () => {
    const shape = { inputs: 3, hidden1: 8, hidden2: 4 };
    const start = { intercept: -0.8, inputs: [0, 2], coefficients: [0.7, -1.1] };
    const weights = initialWeights(shape, start, random);
    // Weights of the last layer as after training: at the start they may all be 0, which would hide a layer left out.
    const trained = { ...weights, kernel3: weights.kernel3.map(() => normalDraw(random)) };
    const before = predictLogits(trained, shape, inputs);
    const after = predictLogits(scaledLogit(trained, 1.5, -0.25), shape, inputs);
    for (const [row, logit] of before.entries()) expect(after[row]).toBeCloseTo(1.5 * logit - 0.25, 5);
  });
});

describe("chooseTreeShare", () => {
  test("trees that know no more than the network get no share, trees that know it all get most", () => {
    const alike = leftOut(3000, 13, (logit, offset) => offset + logit, same);
    expect(chooseTreeShare([alike])).toBe(0);
    const knowing = { ...alike, network: alike.network as Float64Array, trees: alike.network };
    expect(chooseTreeShare([{ ...knowing, network: new Float64Array(3000) }])).toBeGreaterThan(0.7);
  });
});
