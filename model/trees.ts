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

/** What the trees add to the average training row's logit: the mean of their values over the rows they were fitted on. */
export function averageTreesLogit({ intercept, trees }: BoostedTrees): number {
  return trees.reduce((sum, { values }) => sum + (values[0] ?? 0), intercept);
}

/**
 * Adds `share` × each input's contribution, rows × inputs: along a row's way through a tree, how far each split moves the
 * mean of the rows that are left (Saabas, 2014). A row's contributions add up to its logit minus the average one.
 */
export function addTreesContributions(
  { trees }: BoostedTrees,
  { values: x, width, rows }: InputMatrix,
  share: number,
  contributions: Float32Array,
): void {
  for (const { inputs, thresholds, left, values } of trees) {
    for (let row = 0, start = 0; row < rows; row += 1, start += width) {
      let node = 0;
      for (let input = inputs[0] ?? -1; input >= 0; input = inputs[node] ?? -1) {
        const child = left[node] ?? 0;
        const next = (x[start + input] ?? 0) <= (thresholds[node] ?? 0) ? child : child + 1;
        const moved = (values[next] ?? 0) - (values[node] ?? 0);
        contributions[start + input] = (contributions[start + input] ?? 0) + share * moved;
        node = next;
      }
    }
  }
}
