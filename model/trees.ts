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

/** All trees of an ensemble in arrays of their own, one tree after the other: going down from tree to tree then fetches nothing but nodes. */
type PackedTrees = {
  /** The first node of each tree. */
  readonly roots: Int32Array;
  /** Two numbers a node: the input it asks (−1 in a leaf) and its left child, counted over all trees. */
  readonly nodes: Int32Array;
  readonly thresholds: Float32Array;
  readonly values: Float32Array;
};

/** Kept with the trees they were packed from, as long as those are. */
const packedTrees = new WeakMap<BoostedTrees, PackedTrees>();

function packed(boosted: BoostedTrees): PackedTrees {
  const known = packedTrees.get(boosted);
  if (known !== undefined) return known;
  const made = pack(boosted.trees);
  packedTrees.set(boosted, made);
  return made;
}

function pack(trees: readonly Tree[]): PackedTrees {
  const count = trees.reduce((sum, { values }) => sum + values.length, 0);
  const roots = new Int32Array(trees.length);
  const nodes = new Int32Array(2 * count);
  const [thresholds, values] = [new Float32Array(count), new Float32Array(count)];
  let start = 0;
  for (const [place, tree] of trees.entries()) {
    roots[place] = start;
    thresholds.set(tree.thresholds, start);
    values.set(tree.values, start);
    for (const [node, input] of tree.inputs.entries()) {
      nodes[2 * (start + node)] = input;
      nodes[2 * (start + node) + 1] = start + (tree.left[node] ?? 0);
    }
    start += tree.values.length;
  }
  return { roots, nodes, thresholds, values };
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
  boosted: BoostedTrees,
  { values, width, rows }: InputMatrix,
  share: number,
  contributions: Float32Array,
): void {
  const trees = packed(boosted);
  const way = { x: values, start: 0, share, out: contributions, crossed: -1, value: 0 };
  for (let row = 0; row < rows; row += 1, way.start += width) {
    for (const root of trees.roots) {
      way.crossed = -1;
      followWay(trees, root, 0, 1, way);
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
function followWay(trees: PackedTrees, top: number, from: number, to: number, way: Way): void {
  const { nodes, thresholds } = trees;
  const { x, start } = way;
  let node = top;
  let begin = from;
  for (let input = nodes[2 * node] ?? -1; input >= 0; input = nodes[2 * node] ?? -1) {
    const child = nodes[2 * node + 1] ?? 0;
    const threshold = thresholds[node] ?? 0;
    const end = x[start + input] ?? 0;
    const crossing = threshold / end;
    if (crossing > begin && crossing < to) {
      followWay(trees, end > 0 ? child : child + 1, begin, crossing, way);
      way.crossed = input;
      begin = crossing;
      node = end > 0 ? child + 1 : child;
    } else {
      node = ((begin + to) / 2) * end <= threshold ? child : child + 1;
    }
  }
  const value = trees.values[node] ?? 0;
  if (way.crossed >= 0) {
    const at = start + way.crossed;
    way.out[at] = (way.out[at] ?? 0) + way.share * (value - way.value);
  }
  way.value = value;
}
