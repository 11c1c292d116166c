import { describe, expect, test } from "vitest";
import type { InputMatrix } from "../../../model/column-encoding.ts";
import { treesLogits, treesLogitsOf } from "../../../model/flat-trees.ts";
import { randomStream } from "../../../model/random.ts";
import { addTree, type BoostedTrees, type Tree } from "../../../model/trees.ts";
import { grownTree } from "../../support/grown-tree.ts";

const WIDTH = 7;
/** Few, so that many values stand exactly on one. */
const THRESHOLDS = [-1.5, -0.25, 0, 0.1, 3];

function grow(splits: number, random: () => number): Tree {
  const threshold = () => THRESHOLDS[Math.floor(random() * THRESHOLDS.length)]!;
  return grownTree(splits, { width: WIDTH, threshold, random });
}

function rowsOf(rows: number, random: () => number): InputMatrix {
  const drawn = () =>
    random() < 0.5 ? THRESHOLDS[Math.floor(random() * THRESHOLDS.length)]! : 6 * random() - 3;
  return { rows, width: WIDTH, values: Float32Array.from({ length: rows * WIDTH }, drawn) };
}

/** Node by node, as trees are grown. */
function walked({ intercept, trees }: BoostedTrees, inputs: InputMatrix): Float64Array {
  const logits = new Float64Array(inputs.rows).fill(intercept);
  for (const tree of trees) addTree(tree, inputs, logits);
  return logits;
}

describe("trees walked as whole numbers", () => {
  const random = randomStream(5);
  const boosted = [3, 1, 0].map((count, place): BoostedTrees => {
    const trees = Array.from({ length: count }, () => grow(Math.floor(32 * random()), random));
    return { intercept: place - 0.5, trees };
  });

  test.each([0, 1, 2, 31, 32, 33, 127])("give %i rows what the nodes say, to the last bit", (rows) => {
    const inputs = rowsOf(rows, random);
    expect(treesLogitsOf(boosted, inputs)).toEqual(boosted.map((one) => walked(one, inputs)));
    for (const one of boosted) expect(treesLogits(one, inputs)).toEqual(walked(one, inputs));
  });

  test("that are one leaf each say the same of everybody", () => {
    const leaf = { intercept: 1, trees: [grow(0, () => 0.5), grow(0, () => 0.25)] };
    expect([...treesLogits(leaf, rowsOf(3, random))]).toEqual([1.75, 1.75, 1.75]);
  });

  test("are refused where a node cannot hold what it would have to", () => {
    const wide = { intercept: 0, trees: [grow(32, random)] };
    expect(() => treesLogits(wide, rowsOf(1, random))).toThrow(RangeError);
  });
});
