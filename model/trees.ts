import type { InputMatrix } from "./column-encoding.ts";

/**
 * A binary decision tree, node by node, root first. `inputs[node]` is the input a row is sent by, left where it is at
 * most `thresholds[node]`; −1 in a leaf. `values[node]` is the node's mean contribution to the logit over the rows it
 * was fitted on, in a leaf what it adds to a row's logit. The right child follows the left one.
 */
export type Tree = {
  readonly inputs: Int32Array;
  readonly thresholds: Float32Array;
  readonly left: Int32Array;
  readonly values: Float32Array;
};

/** Boosted trees over the encoded inputs: a row's logit is the intercept and what each tree adds. */
export type BoostedTrees = { readonly intercept: number; readonly trees: readonly Tree[] };

/** The logit of every row. */
export function treesLogits({ intercept, trees }: BoostedTrees, matrix: InputMatrix): Float64Array {
  const logits = new Float64Array(matrix.rows).fill(intercept);
  for (const tree of trees) addTree(tree, matrix, logits);
  return logits;
}

/** Adds one tree's value to each row's logit, in place. */
export function addTree(tree: Tree, { values: x, width }: InputMatrix, logits: Float64Array): void {
  const { inputs, thresholds, left, values } = tree;
  for (let row = 0, start = 0; row < logits.length; row += 1, start += width) {
    let node = 0;
    for (let input = inputs[0] ?? -1; input >= 0; input = inputs[node] ?? -1) {
      const child = left[node] ?? 0;
      node = (x[start + input] ?? 0) <= (thresholds[node] ?? 0) ? child : child + 1;
    }
    logits[row] = (logits[row] ?? 0) + (values[node] ?? 0);
  }
}

/** Shapley values are exact for the trees; shared out per way to a leaf by how many inputs decide it. */
const FACTORIALS = [1];
for (let n = 1; n <= 64; n += 1) FACTORIALS.push((FACTORIALS[n - 1] ?? 1) * n);

/**
 * Adds `share` × each input's Shapley value against the average customer (all inputs 0) to `contributions`, rows ×
 * inputs. They add up to the row's logit minus that customer's, and an input that equals its average has none. Exact,
 * by following the row and the average customer down each tree at once (Lundberg et al., 2020, one background row).
 */
export function addTreesContributions(
  { trees }: BoostedTrees,
  matrix: InputMatrix,
  share: number,
  contributions: Float32Array,
): void {
  const walk = { sides: new Int8Array(matrix.width), split: [], ofRow: 0, ofAverage: 0 };
  for (const tree of trees) {
    for (let row = 0; row < matrix.rows; row += 1)
      followBoth(tree, 0, matrix.values, row * matrix.width, walk, share, contributions);
  }
}

/** Where the two have gone different ways so far. */
type Walk = {
  /** Per input: 1 where the way taken is the row's, 2 where it is the average customer's, 0 where they agree. */
  readonly sides: Int8Array;
  readonly split: number[];
  ofRow: number;
  ofAverage: number;
};

function followBoth(
  tree: Tree,
  from: number,
  x: Float32Array,
  start: number,
  walk: Walk,
  share: number,
  out: Float32Array,
): void {
  let node = from;
  for (let input = tree.inputs[node] ?? -1; input >= 0; input = tree.inputs[node] ?? -1) {
    const child = tree.left[node] ?? 0;
    const threshold = tree.thresholds[node] ?? 0;
    const rows = (x[start + input] ?? 0) <= threshold ? child : child + 1;
    const averages = 0 <= threshold ? child : child + 1;
    const side = walk.sides[input];
    if (rows !== averages && side === 0) {
      walk.split.push(input);
      walk.sides[input] = 1;
      walk.ofRow += 1;
      followBoth(tree, rows, x, start, walk, share, out);
      walk.ofRow -= 1;
      walk.sides[input] = 2;
      walk.ofAverage += 1;
      followBoth(tree, averages, x, start, walk, share, out);
      walk.ofAverage -= 1;
      walk.sides[input] = 0;
      walk.split.pop();
      return;
    }
    node = side === 2 ? averages : rows;
  }
  shareOut(share * (tree.values[node] ?? 0), start, walk, out);
}

/** A leaf's value goes to those who lead to it, and from those who would have to be average for it. */
function shareOut(value: number, start: number, walk: Walk, out: Float32Array): void {
  const { ofRow, ofAverage, sides, split } = walk;
  const orders = FACTORIALS[ofRow + ofAverage] ?? Number.POSITIVE_INFINITY;
  const gain = ((FACTORIALS[ofRow - 1] ?? 0) * (FACTORIALS[ofAverage] ?? 0) * value) / orders;
  const loss = ((FACTORIALS[ofRow] ?? 0) * (FACTORIALS[ofAverage - 1] ?? 0) * value) / orders;
  for (const input of split)
    out[start + input] = (out[start + input] ?? 0) + (sides[input] === 1 ? gain : -loss);
}
