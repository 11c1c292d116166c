import type { BinnedInputs } from "./tree-bins.ts";
import type { Tree } from "./trees.ts";

/** How one tree is grown. */
export type TreeSettings = {
  readonly leaves: number;
  readonly rowsPerLeaf: number;
  /** The ridge penalty's λ on a leaf's value. */
  readonly ridge: number;
  /** Factor on every value, so that many trees share the work (shrinkage). */
  readonly shrinkage: number;
};

/** The loss's derivatives by each row's logit. */
export type Derivatives = { readonly first: Float32Array; readonly second: Float32Array };

/** The least second derivative in a leaf: rows of which all are certain teach nothing. */
const LEAST_CURVATURE = 1e-2;

type Split = { readonly gain: number; readonly place: number; readonly bin: number };
type Node = {
  readonly rows: Int32Array;
  readonly others: Int32Array;
  readonly first: number;
  readonly second: number;
  readonly histogram: Float64Array;
  readonly split: Split | undefined;
};

/** A tree, and which rows its leaves hold: of those it was grown on, and of the others. */
export type GrownTree = {
  readonly tree: Tree;
  readonly leaves: readonly Leaf[];
};
export type Leaf = { readonly rows: Int32Array; readonly others: Int32Array; readonly value: number };

/**
 * Grows one tree on the second-order gain (Chen and Guestrin, 2016), always splitting the leaf that gains most, from
 * histograms of the derivatives; the larger child's histogram is its parent's less the smaller one's (Ke et al., 2017).
 * `rows` and `others` are put into the leaves' order; the tree is grown on the former alone.
 */
export function growTree(
  allInputs: BinnedInputs,
  places: readonly number[],
  rows: Int32Array,
  derivatives: Derivatives,
  settings: TreeSettings,
  others: Int32Array = new Int32Array(),
): GrownTree {
  const binned = withBinsOf(allInputs, places);
  const histogramOf = (own: Int32Array): Float64Array => sumByBin(binned, places, own, derivatives);
  const node = (own: Int32Array, others: Int32Array, histogram: Float64Array): Node => {
    const sums = totals(binned, places, histogram);
    const split = bestSplit(binned, places, histogram, sums, own.length, settings);
    return { rows: own, others, ...sums, histogram, split };
  };
  const nodes = [node(rows, others, histogramOf(rows))];
  const left = [0];
  for (let leaves = 1; leaves < settings.leaves; leaves += 1) {
    const parent = mostGain(nodes, left);
    const grown = nodes[parent];
    if (grown?.split === undefined) break;
    const [toLeft, toRight] = partition(binned, grown.rows, grown.split);
    const [othersLeft, othersRight] = partition(binned, grown.others, grown.split);
    const leftIsSmaller = toLeft.length <= toRight.length;
    const small = histogramOf(leftIsSmaller ? toLeft : toRight);
    const large = withoutSums(grown.histogram, small);
    left[parent] = nodes.length;
    nodes.push(node(toLeft, othersLeft, leftIsSmaller ? small : large));
    nodes.push(node(toRight, othersRight, leftIsSmaller ? large : small));
    left.push(0, 0);
  }
  const tree = toTree(binned, nodes, left, settings);
  const leaves = nodes.flatMap(({ rows, others }, place) =>
    left[place] === 0 ? [{ rows, others, value: tree.values[place] ?? 0 }] : [],
  );
  return { tree, leaves };
}

/** The same with bins of the given inputs alone: each node's sums are then no longer than they have to be. */
function withBinsOf(binned: BinnedInputs, places: readonly number[]): BinnedInputs {
  const chosen = new Set(places);
  const firstBins = new Int32Array(binned.firstBins.length);
  for (const [place, borders] of binned.borders.entries())
    firstBins[place + 1] = (firstBins[place] ?? 0) + (chosen.has(place) ? borders.length + 1 : 0);
  return { ...binned, firstBins };
}

/**
 * Per input and bin: Σ first, Σ second derivative, rows. Four inputs at a time: where an input has few bins, each addition
 * waits for the one before to the same bin, and those of the other three fill the wait. That halves the time, and most of a
 * training's time is spent here. Each bin still adds its rows in their order, so the sums are the same to the last bit.
 */
function sumByBin(
  binned: BinnedInputs,
  places: readonly number[],
  rows: Int32Array,
  derivatives: Derivatives,
): Float64Array {
  const sums = new Float64Array((binned.firstBins.at(-1) ?? 0) * 3);
  const gathered = gather(rows, derivatives);
  const grouped = places.length - (places.length % 4);
  for (let from = 0; from < grouped; from += 4)
    addFourInputs(sums, binned, places.slice(from, from + 4), rows, gathered);
  for (const place of places.slice(grouped)) addInput(sums, binned, place, rows, gathered);
  return sums;
}

/** Both derivatives of each row, one after the other: most of the time goes into reaching scattered numbers. */
function gather(rows: Int32Array, { first, second }: Derivatives): Float64Array {
  const gathered = new Float64Array(rows.length * 2);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    gathered[2 * index] = first[row] ?? 0;
    gathered[2 * index + 1] = second[row] ?? 0;
  }
  return gathered;
}

function addInput(
  sums: Float64Array,
  { codes, rows: total, firstBins }: BinnedInputs,
  place: number,
  rows: Int32Array,
  gathered: Float64Array,
): void {
  const base = (firstBins[place] ?? 0) * 3;
  for (let index = 0, from = place * total; index < rows.length; index += 1) {
    const at = base + (codes[from + (rows[index] ?? 0)] ?? 0) * 3;
    sums[at] = (sums[at] ?? 0) + (gathered[2 * index] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (gathered[2 * index + 1] ?? 0);
    sums[at + 2] = (sums[at + 2] ?? 0) + 1;
  }
}

/** Written out four times: a loop over the four inside would take the gain away. */
function addFourInputs(
  sums: Float64Array,
  { codes, rows: total, firstBins }: BinnedInputs,
  [a = 0, b = 0, c = 0, d = 0]: readonly number[],
  rows: Int32Array,
  gathered: Float64Array,
): void {
  const [baseA, baseB] = [(firstBins[a] ?? 0) * 3, (firstBins[b] ?? 0) * 3];
  const [baseC, baseD] = [(firstBins[c] ?? 0) * 3, (firstBins[d] ?? 0) * 3];
  const [fromA, fromB, fromC, fromD] = [a * total, b * total, c * total, d * total];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const first = gathered[2 * index] ?? 0;
    const second = gathered[2 * index + 1] ?? 0;
    const atA = baseA + (codes[fromA + row] ?? 0) * 3;
    sums[atA] = (sums[atA] ?? 0) + first;
    sums[atA + 1] = (sums[atA + 1] ?? 0) + second;
    sums[atA + 2] = (sums[atA + 2] ?? 0) + 1;
    const atB = baseB + (codes[fromB + row] ?? 0) * 3;
    sums[atB] = (sums[atB] ?? 0) + first;
    sums[atB + 1] = (sums[atB + 1] ?? 0) + second;
    sums[atB + 2] = (sums[atB + 2] ?? 0) + 1;
    const atC = baseC + (codes[fromC + row] ?? 0) * 3;
    sums[atC] = (sums[atC] ?? 0) + first;
    sums[atC + 1] = (sums[atC + 1] ?? 0) + second;
    sums[atC + 2] = (sums[atC + 2] ?? 0) + 1;
    const atD = baseD + (codes[fromD + row] ?? 0) * 3;
    sums[atD] = (sums[atD] ?? 0) + first;
    sums[atD + 1] = (sums[atD + 1] ?? 0) + second;
    sums[atD + 2] = (sums[atD + 2] ?? 0) + 1;
  }
}

/** In place: the sums that are left over of a parent's, whose own are not needed again. */
function withoutSums(sums: Float64Array, others: Float64Array): Float64Array {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) - (others[at] ?? 0);
  return sums;
}

/** Any one input's bins hold all rows. */
function totals(
  { firstBins }: BinnedInputs,
  [place = 0]: readonly number[],
  histogram: Float64Array,
): { first: number; second: number } {
  let first = 0;
  let second = 0;
  for (let bin = firstBins[place] ?? 0; bin < (firstBins[place + 1] ?? 0); bin += 1) {
    first += histogram[bin * 3] ?? 0;
    second += histogram[bin * 3 + 1] ?? 0;
  }
  return { first, second };
}

function bestSplit(
  { borders, firstBins }: BinnedInputs,
  places: readonly number[],
  histogram: Float64Array,
  { first, second }: { first: number; second: number },
  rows: number,
  { rowsPerLeaf, ridge }: TreeSettings,
): Split | undefined {
  let best: Split | undefined;
  let bestGain = 1e-9;
  const whole = (first * first) / (second + ridge);
  if (rows < 2 * rowsPerLeaf) return undefined;
  for (const place of places) {
    const bins = borders[place]?.length ?? 0;
    let leftFirst = 0;
    let leftSecond = 0;
    let leftRows = 0;
    for (let bin = 0, at = (firstBins[place] ?? 0) * 3; bin < bins; bin += 1, at += 3) {
      leftFirst += histogram[at] ?? 0;
      leftSecond += histogram[at + 1] ?? 0;
      leftRows += histogram[at + 2] ?? 0;
      if (leftRows < rowsPerLeaf || leftSecond < LEAST_CURVATURE) continue;
      if (rows - leftRows < rowsPerLeaf || second - leftSecond < LEAST_CURVATURE) break;
      const rightFirst = first - leftFirst;
      const gain =
        (leftFirst * leftFirst) / (leftSecond + ridge) +
        (rightFirst * rightFirst) / (second - leftSecond + ridge) -
        whole;
      if (gain > bestGain) {
        bestGain = gain;
        best = { gain, place, bin };
      }
    }
  }
  return best;
}

function mostGain(nodes: readonly Node[], left: readonly number[]): number {
  let most = 0;
  let gain = Number.NEGATIVE_INFINITY;
  for (const [place, { split }] of nodes.entries()) {
    if (left[place] !== 0 || split === undefined || split.gain <= gain) continue;
    most = place;
    gain = split.gain;
  }
  return gain === Number.NEGATIVE_INFINITY ? -1 : most;
}

/** Brings the rows that go left before those that go right, and returns both. */
function partition(binned: BinnedInputs, rows: Int32Array, split: Split): [Int32Array, Int32Array] {
  const start = split.place * binned.rows;
  const right = new Int32Array(rows.length);
  let middle = 0;
  let moved = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    if ((binned.codes[start + row] ?? 0) > split.bin) right[moved++] = row;
    else rows[middle++] = row;
  }
  rows.set(right.subarray(0, moved), middle);
  return [rows.subarray(0, middle), rows.subarray(middle)];
}

/** A leaf's value is one Newton step, −Σ first ÷ (Σ second + λ), shrunk. */
function toTree(
  { inputs, borders }: BinnedInputs,
  nodes: readonly Node[],
  left: readonly number[],
  { ridge, shrinkage }: TreeSettings,
): Tree {
  const splits = nodes.map(({ split }, place) => (left[place] === 0 ? undefined : split));
  return {
    inputs: Int32Array.from(splits, (split) => (split === undefined ? -1 : (inputs[split.place] ?? -1))),
    thresholds: Float32Array.from(splits, (split) =>
      split === undefined ? 0 : (borders[split.place]?.[split.bin] ?? 0),
    ),
    left: Int32Array.from(left),
    values: Float32Array.from(nodes, ({ first, second }, place) =>
      left[place] === 0 ? (-shrinkage * first) / (second + ridge) : 0,
    ),
  };
}
