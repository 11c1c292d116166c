import { describe, expect, test } from "vitest";
import { randomStream } from "../../../model/random.ts";
import { addTreesContributions } from "../../../model/tree-contributions.ts";
import { addTree, type BoostedTrees, type Tree } from "../../../model/trees.ts";
import { grownTree } from "../../support/grown-tree.ts";

const WIDTH = 6;
const random = randomStream(11);
const drawn = () => 4 * random() - 2;
const boosted = [4, 0, 3].map((count): BoostedTrees => {
  const trees = Array.from({ length: count }, () =>
    grownTree(Math.floor(32 * random()), { width: WIDTH, threshold: drawn, random }),
  );
  return { intercept: drawn(), trees };
});
const trees = boosted.flatMap((one) => one.trees);

function contributionsOf(x: Float32Array, share = 1): Float32Array {
  const out = new Float32Array(x.length);
  addTreesContributions(boosted, { rows: x.length / WIDTH, width: WIDTH, values: x }, share, out);
  return out;
}

function valueAt(tree: Tree, x: Float32Array): number {
  const logits = new Float64Array(1);
  addTree(tree, { rows: 1, width: WIDTH, values: x }, logits);
  return logits[0]!;
}

/** Between each two crossings the way is looked at once, half way between. */
function walked(tree: Tree, x: Float32Array): number[] {
  const crossings = [...tree.inputs].flatMap((input, node) => {
    const time = input < 0 ? -1 : tree.thresholds[node]! / x[input]!;
    return time > 0 && time < 1 ? [{ input, time }] : [];
  });
  crossings.sort((one, other) => one.time - other.time);
  const times = [0, ...crossings.map(({ time }) => time), 1];
  const at = (stretch: number) => {
    const middle = (times[stretch]! + times[stretch + 1]!) / 2;
    return valueAt(
      tree,
      x.map((value) => value * middle),
    );
  };
  const found = Array.from({ length: WIDTH }, () => 0);
  for (const [place, { input }] of crossings.entries()) found[input]! += at(place + 1) - at(place);
  return found;
}

describe("contributions of trees", () => {
  test("give each jump on the way from the average customer to the input that crosses its threshold there", () => {
    for (let row = 0; row < 200; row += 1) {
      const x = Float32Array.from({ length: WIDTH }, () => 2 * drawn());
      const expected = trees.map((tree) => walked(tree, x));
      const found = contributionsOf(x, 0.5);
      for (let input = 0; input < WIDTH; input += 1) {
        const sum = expected.reduce((total, own) => total + own[input]!, 0);
        expect(found[input]).toBeCloseTo(0.5 * sum, 5);
      }
    }
  });

  test("of a row do not hang on the rows beside it", () => {
    const rows = [1, 2, 3].map(() => Float32Array.from({ length: WIDTH }, drawn));
    const together = contributionsOf(Float32Array.from(rows.flatMap((row) => [...row])));
    expect([...together]).toEqual(rows.flatMap((row) => [...contributionsOf(row)]));
  });

  test("a jump that needs two thresholds belongs to the one crossed last, however close they are", () => {
    const both: Tree = {
      inputs: Int32Array.of(0, -1, 1, -1, -1),
      thresholds: Float32Array.of(0.5, 0, 0.5, 0, 0),
      left: Int32Array.of(1, 0, 3, 0, 0),
      values: Float32Array.of(0, 0, 0, 0, 2),
    };
    expect(explain(both, [1.5, 1.5001])).toEqual([2, 0]);
    expect(explain(both, [1.5001, 1.5])).toEqual([0, 2]);
  });

  test.each([
    { threshold: 0, values: [-2, 0, 2], of: [0, 0, 0], name: "at the average itself is nobody's" },
    { threshold: -1, values: [-2, -1, 0], of: [-2, 0, 0], name: "at the row's own value is not crossed" },
  ])("a threshold $name", ({ threshold, values, of }) => {
    const stump: Tree = {
      inputs: Int32Array.of(0, -1, -1),
      thresholds: Float32Array.of(threshold, 0, 0),
      left: Int32Array.of(1, 0, 0),
      values: Float32Array.of(0, 1, 3),
    };
    expect(values.flatMap((value) => explain(stump, [value]))).toEqual(of);
  });
});

function explain(tree: Tree, x: readonly number[]): number[] {
  const out = new Float32Array(x.length);
  const inputs = { rows: 1, width: x.length, values: Float32Array.from(x) };
  addTreesContributions([{ intercept: 0, trees: [tree] }], inputs, 1, out);
  return [...out];
}
