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

/** The trees whose logit is slope × theirs + shift. */
export function scaledTrees({ intercept, trees }: BoostedTrees, slope: number, shift: number): BoostedTrees {
  return {
    intercept: slope * intercept + shift,
    trees: trees.map((tree) => ({ ...tree, values: tree.values.map((value) => slope * value) })),
  };
}

/** Adds one tree's value to the logit of each row, or of the given ones, in place. */
export function addTree(
  tree: Tree,
  { values, width }: InputMatrix,
  logits: Float64Array,
  rows: ArrayLike<number> = logits.map((_, row) => row),
): void {
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    logits[row] = (logits[row] ?? 0) + leafValue(tree, values, row * width);
  }
}

function leafValue({ inputs, thresholds, left, values }: Tree, x: Float32Array, start: number): number {
  let node = 0;
  for (let input = inputs[0] ?? -1; input >= 0; input = inputs[node] ?? -1) {
    const child = left[node] ?? 0;
    node = (x[start + input] ?? 0) <= (thresholds[node] ?? 0) ? child : child + 1;
  }
  return values[node] ?? 0;
}
