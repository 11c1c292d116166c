import { logLoss } from "./metrics.ts";
import { sigmoid } from "./probability.ts";
import { type RandomStream, randomStream } from "./random.ts";
import type { RowsToFit } from "./rows-to-fit.ts";
import { fitShift } from "./shift.ts";
import type { BinnedRows } from "./tree-bins.ts";
import { growTree, type Leaf, type TreeSettings } from "./tree-growing.ts";
import { addTree, type BoostedTrees, type Tree } from "./trees.ts";

export type BoostingSettings = TreeSettings & {
  readonly maxTrees: number;
  /** Trees without a better check before stopping. */
  readonly patience: number;
  /** Share of rows and of inputs a tree sees (stochastic gradient boosting, Friedman 2002). */
  readonly rowShare: number;
  readonly inputShare: number;
};

/** A prior too wide to matter, which keeps the start finite where all rows are of one class. */
const FREE = 1e-6;

/** Boosts trees on the log loss of the rows to fit; keeps as many as did best on the check rows, possibly none. */
export function boostTrees(
  fit: BinnedRows,
  check: RowsToFit,
  settings: BoostingSettings,
  seed: number,
  onTree: (grown: number) => void = () => {},
): BoostedTrees {
  const boosting = startBoosting(fit, settings, seed);
  const checked = check.offsets.map((offset) => offset + boosting.intercept);
  let best = { trees: 0, loss: logLoss(check.labels, checked.map(sigmoid)) };
  const { trees } = boosting;
  while (trees.length < settings.maxTrees && trees.length - best.trees < settings.patience) {
    const tree = boosting.grow();
    if (tree === undefined) break;
    addTree(tree, check.inputs, checked);
    const loss = logLoss(check.labels, checked.map(sigmoid));
    if (loss < best.loss) best = { trees: trees.length, loss };
    onTree(trees.length);
  }
  return { intercept: boosting.intercept, trees: trees.slice(0, best.trees) };
}

/** Boosts so many trees, with nothing left out to stop by. */
export function boostTreesTo(
  count: number,
  fit: BinnedRows,
  settings: BoostingSettings,
  seed: number,
  onTree: (grown: number) => void = () => {},
): BoostedTrees {
  const boosting = startBoosting(fit, settings, seed);
  while (boosting.trees.length < count && boosting.grow() !== undefined) onTree(boosting.trees.length);
  return { intercept: boosting.intercept, trees: boosting.trees };
}

/** `grow` adds a tree, or nothing where there is no split left to gain by. */
function startBoosting({ binned, labels, offsets }: BinnedRows, settings: BoostingSettings, seed: number) {
  const random = randomStream(seed);
  const intercept = fitShift(offsets, labels, FREE);
  const logits = offsets.map((offset) => offset + intercept);
  const trees: Tree[] = [];
  const grow = (): Tree | undefined => {
    const [rows, others] = sample(binned.rows, settings.rowShare, random);
    const places = Array.from(sample(binned.inputs.length, settings.inputShare, random)[0]);
    const derivatives = derivativesAt(logits, labels);
    const { tree, leaves } = growTree(binned, places, rows, derivatives, settings, others);
    if (tree.inputs.length === 1) return undefined;
    for (const leaf of leaves) addLeaf(leaf, logits);
    trees.push(tree);
    return tree;
  };
  return { intercept, trees, grow };
}

function addLeaf({ rows, others, value }: Leaf, logits: Float64Array): void {
  for (const row of rows) logits[row] = (logits[row] ?? 0) + value;
  for (const row of others) logits[row] = (logits[row] ?? 0) + value;
}

function derivativesAt(logits: Float64Array, labels: Uint8Array) {
  const first = new Float32Array(logits.length);
  const second = new Float32Array(logits.length);
  for (let row = 0; row < logits.length; row += 1) {
    const p = sigmoid(logits[row] ?? 0);
    first[row] = p - (labels[row] ?? 0);
    second[row] = p * (1 - p);
  }
  return { first, second };
}

/** The numbers below `size`, each drawn at the given rate, and the others; both ascending. All where the draw leaves none. */
function sample(size: number, share: number, random: RandomStream): [Int32Array, Int32Array] {
  const drawn = new Int32Array(size);
  const others = new Int32Array(size);
  let count = 0;
  for (let index = 0; index < size; index += 1) {
    if (share >= 1 || random() < share) drawn[count++] = index;
    else others[index - count] = index;
  }
  if (count > 0) return [drawn.subarray(0, count), others.subarray(0, size - count)];
  return [others, drawn.subarray(0, 0)];
}
