import type { InputMatrix } from "./column-encoding.ts";
import type { BoostedTrees, Tree } from "./trees.ts";

/**
 * Trees as whole numbers, walked without a branch, four rows at once: what a processor guesses wrong and waits for is most of
 * the time of walking a tree. A row's inputs are replaced by how many thresholds lie below them; a node holds the place of its input
 * among those asked, the place of its threshold, and its left child. A leaf leads to itself.
 */
type FlatTrees = {
  /** The inputs that any tree asks, and the thresholds of each, ascending. */
  readonly inputs: Int32Array;
  readonly thresholds: readonly Float32Array[];
  readonly members: readonly FlatMember[];
};
type FlatMember = {
  readonly intercept: number;
  readonly trees: readonly FlatTree[];
};
type FlatTree = { readonly nodes: Int32Array; readonly values: Float32Array; readonly depth: number };

/** Bits of a node: its left child, its input's place, its threshold's place. */
const CHILD_BITS = 8;
const INPUT_BITS = 13;
const THRESHOLD_BITS = 11;
const MOST_CHILDREN = 2 ** CHILD_BITS;
const MOST_INPUTS = 2 ** INPUT_BITS;
/** Above every place of a threshold: no row goes right. */
const NEVER = 2 ** THRESHOLD_BITS - 1;

/** The logit of every row by each of several ensembles of trees. */
export function treesLogitsOf(boosted: readonly BoostedTrees[], inputs: InputMatrix): Float64Array[] {
  const flat = flatTrees(boosted);
  const places = placesOf(flat, inputs);
  const width = flat.inputs.length;
  return flat.members.map(({ intercept, trees }) => {
    const logits = new Float64Array(inputs.rows).fill(intercept);
    for (const tree of trees) addTree(tree, places, width, logits);
    return logits;
  });
}

/** The logit of every row. */
export function treesLogits(boosted: BoostedTrees, inputs: InputMatrix): Float64Array {
  return treesLogitsOf([boosted], inputs)[0] ?? new Float64Array(inputs.rows);
}

/** Kept with the trees they were made of, as long as those are. */
const kept = new WeakMap<readonly BoostedTrees[], FlatTrees>();

function flatTrees(boosted: readonly BoostedTrees[]): FlatTrees {
  const known = kept.get(boosted);
  if (known !== undefined) return known;
  const made = flatten(boosted);
  kept.set(boosted, made);
  return made;
}

function flatten(boosted: readonly BoostedTrees[]): FlatTrees {
  const byInput = new Map<number, Set<number>>();
  for (const tree of boosted.flatMap(({ trees }) => trees)) {
    for (const [node, input] of tree.inputs.entries()) {
      if (input < 0) continue;
      const own = byInput.get(input) ?? new Set();
      byInput.set(input, own.add(tree.thresholds[node] ?? 0));
    }
  }
  const inputs = Int32Array.from(byInput.keys()).sort();
  const thresholds = Array.from(inputs, (input) => Float32Array.from(byInput.get(input) ?? []).sort());
  const ask = askedBy(inputs, thresholds);
  const members = boosted.map(({ intercept, trees }) => ({
    intercept,
    trees: trees.map((tree) => flatTree(tree, ask)),
  }));
  return { inputs, thresholds, members };
}

type Ask = (input: number, threshold: number) => number;

/** A node's question: the places of its input and threshold. */
function askedBy(inputs: Int32Array, thresholds: readonly Float32Array[]): Ask {
  const places = new Map(Array.from(inputs, (input, place) => [input, place]));
  const ranks = thresholds.map((own) => new Map(Array.from(own, (threshold, rank) => [threshold, rank])));
  return (input, threshold) => {
    const place = places.get(input) ?? 0;
    const rank = ranks[place]?.get(threshold) ?? 0;
    if (place >= MOST_INPUTS || rank >= NEVER)
      throw new RangeError("The trees ask more than a node can hold.");
    return (rank << (CHILD_BITS + INPUT_BITS)) | (place << CHILD_BITS);
  };
}

function flatTree({ inputs, thresholds, left, values }: Tree, ask: Ask): FlatTree {
  if (inputs.length > MOST_CHILDREN)
    throw new RangeError("A tree has more nodes than a child's number can tell.");
  const depths = new Uint8Array(inputs.length);
  const nodes = inputs.map((input, node) => {
    if (input < 0) return (NEVER << (CHILD_BITS + INPUT_BITS)) | node;
    const child = left[node] ?? 0;
    depths.fill((depths[node] ?? 0) + 1, child, child + 2);
    return ask(input, thresholds[node] ?? 0) | child;
  });
  return { nodes, values, depth: Math.max(...depths) };
}

/** Rows × inputs asked: how many of an input's thresholds lie below its value. */
function placesOf({ inputs, thresholds }: FlatTrees, { values, width, rows }: InputMatrix): Int16Array {
  const places = new Int16Array(rows * inputs.length);
  for (const [place, own] of thresholds.entries()) {
    const input = inputs[place] ?? 0;
    for (let row = 0; row < rows; row += 1)
      places[row * inputs.length + place] = countBelow(own, values[row * width + input] ?? 0);
  }
  return places;
}

function countBelow(ascending: Float32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const CHILD = MOST_CHILDREN - 1;
const INPUT = MOST_INPUTS - 1;
const TO_THRESHOLD = CHILD_BITS + INPUT_BITS;

/** Written out four times: a loop over four rows, or a function for each, takes twice as long. */
function addTree(
  { nodes, values, depth }: FlatTree,
  places: Int16Array,
  width: number,
  logits: Float64Array,
): void {
  const rows = logits.length;
  for (let row = 0; row < rows; row += 4) {
    // Rows beyond the end are walked as the last one, and added to nothing.
    const start0 = row * width;
    const start1 = Math.min(row + 1, rows - 1) * width;
    const start2 = Math.min(row + 2, rows - 1) * width;
    const start3 = Math.min(row + 3, rows - 1) * width;
    let [at0, at1, at2, at3] = [0, 0, 0, 0];
    for (let level = 0; level < depth; level += 1) {
      const node0 = nodes[at0] ?? 0;
      const node1 = nodes[at1] ?? 0;
      const node2 = nodes[at2] ?? 0;
      const node3 = nodes[at3] ?? 0;
      // The difference is negative where the value lies above the threshold: its sign is the step to the right.
      at0 =
        (node0 & CHILD) +
        (((node0 >>> TO_THRESHOLD) - (places[start0 + ((node0 >>> CHILD_BITS) & INPUT)] ?? 0)) >>> 31);
      at1 =
        (node1 & CHILD) +
        (((node1 >>> TO_THRESHOLD) - (places[start1 + ((node1 >>> CHILD_BITS) & INPUT)] ?? 0)) >>> 31);
      at2 =
        (node2 & CHILD) +
        (((node2 >>> TO_THRESHOLD) - (places[start2 + ((node2 >>> CHILD_BITS) & INPUT)] ?? 0)) >>> 31);
      at3 =
        (node3 & CHILD) +
        (((node3 >>> TO_THRESHOLD) - (places[start3 + ((node3 >>> CHILD_BITS) & INPUT)] ?? 0)) >>> 31);
    }
    logits[row] = (logits[row] ?? 0) + (values[at0] ?? 0);
    if (row + 1 < rows) logits[row + 1] = (logits[row + 1] ?? 0) + (values[at1] ?? 0);
    if (row + 2 < rows) logits[row + 2] = (logits[row + 2] ?? 0) + (values[at2] ?? 0);
    if (row + 3 < rows) logits[row + 3] = (logits[row + 3] ?? 0) + (values[at3] ?? 0);
  }
}
