import { describe, expect, test } from "vitest";
import { chooseTreeShare } from "../../../model/blend.ts";
import { boostTrees } from "../../../model/boosting.ts";
import type { InputMatrix } from "../../../model/column-encoding.ts";
import { treesLogits } from "../../../model/flat-trees.ts";
import { classificationMetrics } from "../../../model/metrics.ts";
import { sigmoid } from "../../../model/probability.ts";
import { randomStream } from "../../../model/random.ts";
import { storeTrees, treeFault, treesSchema } from "../../../model/stored-trees.ts";
import { trainingSettings } from "../../../model/training-settings.ts";
import { binRows } from "../../../model/tree-bins.ts";
import { addTreesContributions } from "../../../model/tree-contributions.ts";
import type { BoostedTrees } from "../../../model/trees.ts";

const WIDTH = 5;

/** Churn where exactly one of the first two inputs is above 0.3: no line and no single input can tell. */
function crossed(rows: number, seed: number) {
  const random = randomStream(seed);
  const values = Float32Array.from({ length: rows * WIDTH }, () => 2 * random() - 1);
  const inputs: InputMatrix = { rows, width: WIDTH, values };
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    const apart = values[row * WIDTH]! > 0.3 !== values[row * WIDTH + 1]! > 0.3;
    return random() < (apart ? 0.85 : 0.15) ? 1 : 0;
  });
  return { inputs, labels, offsets: new Float64Array(rows) };
}

const fit = crossed(1500, 1);
const check = crossed(500, 2);
const fresh = crossed(1000, 3);
const all = [0, 1, 2, 3, 4];
const grow = (seed: number): BoostedTrees =>
  boostTrees(binRows(fit, all), check, trainingSettings.boosting, seed);
const trees = grow(1);

describe("boosted trees", () => {
  test("find an interaction of two thresholds", () => {
    const judged = classificationMetrics(fresh.labels, treesLogits(trees, fresh.inputs).map(sigmoid));
    expect(judged.rocAuc).toBeGreaterThan(0.82);
    expect(judged.ece).toBeLessThan(0.1);
  });

  test("are the same for the same seed, others for another", () => {
    expect(grow(1)).toEqual(trees);
    expect(grow(2)).not.toEqual(trees);
  });

  test("are none where nothing can be learned, and then leave the rate as it is", () => {
    const random = randomStream(9);
    const luck = (rows: typeof fit) => ({ ...rows, labels: rows.labels.map(() => (random() < 0.3 ? 1 : 0)) });
    const noise = luck(fit);
    const none = boostTrees(
      binRows(noise, all),
      luck(check),
      { ...trainingSettings.boosting, patience: 3 },
      1,
    );
    expect(none.trees.length).toBeLessThan(8);
    const rate = noise.labels.reduce((sum, label) => sum + label, 0) / noise.labels.length;
    expect(sigmoid(none.intercept)).toBeCloseTo(rate, 6);
  });

  test("are fitted on top of the offsets: what they explain, trees do not learn again", () => {
    const known = (rows: typeof fit) => ({
      ...rows,
      offsets: Float64Array.from({ length: rows.inputs.rows }, (_, row) => {
        const { values } = rows.inputs;
        return values[row * WIDTH]! > 0.3 !== values[row * WIDTH + 1]! > 0.3 ? 1.73 : -1.73;
      }),
    });
    const onTop = boostTrees(binRows(known(fit), all), known(check), trainingSettings.boosting, 1);
    expect(onTop.trees.length).toBeLessThan(trees.trees.length / 2);
  });

  test("contributions add up to the logit against the average customer; an input at its average has none", () => {
    const { inputs } = crossed(50, 4);
    for (let row = 0; row < 50; row += 1) inputs.values[row * WIDTH + 2] = 0;
    const out = new Float32Array(50 * WIDTH);
    addTreesContributions([trees], inputs, 0.5, out);
    const logits = treesLogits(trees, inputs);
    const average = treesLogits(trees, { rows: 1, width: WIDTH, values: new Float32Array(WIDTH) })[0]!;
    for (const [row, logit] of logits.entries()) {
      const sum = all.reduce((total, input) => total + out[row * WIDTH + input]!, 0);
      expect(sum).toBeCloseTo(0.5 * (logit - average), 4);
      expect(out[row * WIDTH + 2]).toBe(0);
    }
  });

  test("a jump belongs to the input that crosses its threshold last on the way from the average customer", () => {
    const both: BoostedTrees = {
      intercept: 0,
      trees: [
        {
          inputs: Int32Array.of(0, -1, 1, -1, -1),
          thresholds: Float32Array.of(0.5, 0, 0.5, 0, 0),
          left: Int32Array.of(1, 0, 3, 0, 0),
          values: Float32Array.of(0, 0, 0, 0, 2),
        },
      ],
    };
    const explain = (...x: number[]): number[] => {
      const out = new Float32Array(2);
      addTreesContributions([both], { rows: 1, width: 2, values: Float32Array.from(x) }, 1, out);
      return [...out];
    };
    expect(explain(2, 1)).toEqual([0, 2]);
    expect(explain(1, 2)).toEqual([2, 0]);
    expect(explain(2, 0.4)).toEqual([0, 0]);
  });

  test("survive storage exactly, and what scoring would not survive is named", () => {
    expect(treesSchema.parse(storeTrees(trees))).toEqual(trees);
    const tree = trees.trees[0]!;
    expect(treeFault(tree, WIDTH)).toBeNull();
    expect(treeFault(tree, 1)).toBe("inputs");
    expect(treeFault({ ...tree, left: tree.left.map(() => 0) }, WIDTH)).toBe("left");
    expect(treeFault({ ...tree, values: tree.values.map(() => Number.NaN) }, WIDTH)).toBe("thresholds");
    expect(treeFault({ ...tree, left: tree.left.subarray(1) }, WIDTH)).toBe("values");
  });
});

describe("the trees' share", () => {
  const random = randomStream(5);
  const truth = Float64Array.from({ length: 4000 }, () => 4 * random() - 2);
  const labels = Uint8Array.from(truth, (logit) => (random() < sigmoid(logit) ? 1 : 0));
  const nothing = new Float64Array(truth.length);
  const share = (network: Float64Array, own: Float64Array): number =>
    chooseTreeShare([{ labels, offsets: nothing, network, trees: own }]);

  test("is large where they know and the network does not, none where it is the other way round", () => {
    expect(share(nothing, truth)).toBeGreaterThan(0.6);
    expect(share(truth, nothing)).toBe(0);
  });

  test("is none where they only repeat the network or shake it, and between where both are shaken", () => {
    expect(share(truth, truth)).toBe(0);
    const shaken = (seed: number): Float64Array => {
      const draw = randomStream(seed);
      return truth.map((logit) => logit + 2 * draw() - 1);
    };
    const [one, other] = [shaken(1), shaken(2)];
    expect(share(one, other)).toBeGreaterThan(0.2);
    expect(share(truth, other)).toBe(0);
  });
});
