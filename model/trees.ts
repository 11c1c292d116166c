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

/** The logit of every row. Row by row, because a row's inputs then stay in the processor's cache for all trees. */
export function treesLogits(
  { intercept, trees }: BoostedTrees,
  { values, width, rows }: InputMatrix,
): Float64Array {
  const logits = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let logit = intercept;
    for (const tree of trees) logit += leafValue(tree, values, row * width);
    logits[row] = logit;
  }
  return logits;
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

/**
 * Adds `share` × each input's contribution, rows × inputs, to `contributions`: what integrated gradients are for a
 * function of steps. On the straight way from the average customer (all inputs 0) to the row's, each jump of a tree
 * belongs to the input that crosses its threshold there. They add up to the row's logit minus that customer's, and an
 * input that equals its average has none.
 */
export function addTreesContributions(
  { trees }: BoostedTrees,
  { values, width, rows }: InputMatrix,
  share: number,
  contributions: Float32Array,
): void {
  const way = { x: values, start: 0, share, out: contributions, crossed: -1, value: 0 };
  for (let row = 0; row < rows; row += 1, way.start += width) {
    for (const tree of trees) {
      way.crossed = -1;
      followWay(tree, 0, 0, 1, way);
    }
  }
}

/** A row's way from the average customer; `value` is the tree's where it has got to, `crossed` the last input to cross. */
type Way = {
  readonly x: Float32Array;
  start: number;
  readonly share: number;
  readonly out: Float32Array;
  crossed: number;
  value: number;
};

/** Walks the stretch from–to (0 the average customer, 1 the row) below one node, leaf by leaf in order. */
function followWay(tree: Tree, top: number, from: number, to: number, way: Way): void {
  let node = top;
  let begin = from;
  for (let input = tree.inputs[node] ?? -1; input >= 0; input = tree.inputs[node] ?? -1) {
    const child = tree.left[node] ?? 0;
    const threshold = tree.thresholds[node] ?? 0;
    const end = way.x[way.start + input] ?? 0;
    const crossing = threshold / end;
    if (crossing > begin && crossing < to) {
      followWay(tree, end > 0 ? child : child + 1, begin, crossing, way);
      way.crossed = input;
      begin = crossing;
      node = end > 0 ? child + 1 : child;
    } else {
      node = ((begin + to) / 2) * end <= threshold ? child : child + 1;
    }
  }
  const value = tree.values[node] ?? 0;
  if (way.crossed >= 0) {
    const at = way.start + way.crossed;
    way.out[at] = (way.out[at] ?? 0) + way.share * (value - way.value);
  }
  way.value = value;
}
