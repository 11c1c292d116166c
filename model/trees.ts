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
  for (const root of trees.roots) {
    for (let row = 0; row < rows; row += 1) addJumps(trees, root, values, row * width, share, contributions);
  }
}

/** Stretches of a way that wait below other nodes: fewer than a tree has leaves, which are 128 at most (flat-trees.ts). */
const MOST_WAITING = 128;
const waitingNodes = new Int32Array(MOST_WAITING);
const waitingInputs = new Int32Array(MOST_WAITING);
const waitingEnds = new Float64Array(MOST_WAITING);

/**
 * One tree's jumps on a row's way, leaf by leaf in order: `begin`–`end` is the stretch below a node, 0 the average customer and 1
 * the row. In one function, and tree by tree so that its nodes stay in the processor's nearest cache: a third less time.
 */
function addJumps(
  { nodes, thresholds, values }: PackedTrees,
  root: number,
  x: Float32Array,
  start: number,
  share: number,
  out: Float32Array,
): void {
  let node = root;
  let begin = 0;
  let end = 1;
  let waiting = 0;
  let crossed = -1;
  let value = 0;
  for (;;) {
    for (let input = nodes[2 * node] ?? -1; input >= 0; input = nodes[2 * node] ?? -1) {
      const child = nodes[2 * node + 1] ?? 0;
      const threshold = thresholds[node] ?? 0;
      const to = x[start + input] ?? 0;
      const crossing = threshold / to;
      if (crossing > begin && crossing < end) {
        const rising = to > 0 ? 1 : 0;
        waitingNodes[waiting] = child + rising;
        waitingInputs[waiting] = input;
        waitingEnds[waiting] = end;
        waiting += 1;
        end = crossing;
        node = child + 1 - rising;
      } else {
        node = ((begin + end) / 2) * to <= threshold ? child : child + 1;
      }
    }
    const leaf = values[node] ?? 0;
    if (crossed >= 0) out[start + crossed] = (out[start + crossed] ?? 0) + share * (leaf - value);
    value = leaf;
    if (waiting === 0) return;
    waiting -= 1;
    begin = end;
    end = waitingEnds[waiting] ?? 1;
    node = waitingNodes[waiting] ?? 0;
    crossed = waitingInputs[waiting] ?? -1;
  }
}
