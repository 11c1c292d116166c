import type { InputMatrix } from "./column-encoding.ts";
import { MOST_LEAVES, questionsOf, type TreeQuestions, thresholdsBelow } from "./tree-questions.ts";
import type { BoostedTrees, Tree } from "./trees.ts";

/**
 * Trees walked by 32 rows at once, a bit each. Every question that any tree asks (an input against a threshold) is answered once for
 * the 32; then a node's rows are those of its parent that were answered its way. Nothing is guessed wrong by the processor, and no
 * row waits for another: half the time of walking row by row.
 */
type FlatTrees = {
  readonly questions: TreeQuestions;
  readonly members: readonly FlatMember[];
};
type FlatMember = { readonly intercept: number; readonly trees: readonly FlatTree[] };
type FlatTree = {
  /** Of each inner node, root first: the place of its question, and where the rows that go right and left are kept. */
  readonly steps: Int32Array;
  /** By leaf. */
  readonly values: Float32Array;
};

/** Bits of a step: where those to the left and to the right are kept, then the question. */
const SLOT_BITS = 6;
const SLOT = 2 ** SLOT_BITS - 1;
/** Rows at once: the bits of a number. */
const ROWS = 32;

/** The logit of every row by each of several ensembles of trees. */
export function treesLogitsOf(boosted: readonly BoostedTrees[], inputs: InputMatrix): Float64Array[] {
  const { questions, members } = flatTrees(boosted);
  const above = new Int32Array(questions.places);
  const whole = Math.ceil(inputs.rows / ROWS) * ROWS;
  const logits = members.map(({ intercept }) => new Float64Array(whole).fill(intercept));
  for (let from = 0; from < inputs.rows; from += ROWS) {
    answer(questions, inputs, from, above);
    for (const [place, { trees }] of members.entries()) {
      const own = logits[place]?.subarray(from, from + ROWS) ?? new Float64Array();
      for (const tree of trees) addTree(tree, above, own);
    }
  }
  return logits.map((own) => own.slice(0, inputs.rows));
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
  const questions = questionsOf(boosted.flatMap(({ trees }) => trees));
  const members = boosted.map(({ intercept, trees }) => ({
    intercept,
    trees: trees.map((tree) => flatTree(tree, questions)),
  }));
  return { questions, members };
}

function flatTree({ inputs, thresholds, left, values }: Tree, { placeOf }: TreeQuestions): FlatTree {
  const inner = [...inputs.keys()].filter((node) => (inputs[node] ?? -1) >= 0);
  const leaves = [...inputs.keys()].filter((node) => (inputs[node] ?? -1) < 0);
  const slots = new Map([
    ...leaves.map((node, place) => [node, place] as const),
    ...inner.map((node, place) => [node, ROOT + place] as const),
  ]);
  const steps = inner.map((node) => {
    const child = left[node] ?? 0;
    const question = placeOf(inputs[node] ?? 0, thresholds[node] ?? 0);
    return (((question << SLOT_BITS) | (slots.get(child + 1) ?? 0)) << SLOT_BITS) | (slots.get(child) ?? 0);
  });
  return { steps: Int32Array.from(steps), values: Float32Array.from(leaves, (node) => values[node] ?? 0) };
}

/** Writes which of the rows from the given one on lie above each threshold that is asked for. */
function answer({ asked }: TreeQuestions, inputs: InputMatrix, from: number, above: Int32Array): void {
  const { values, width } = inputs;
  const rows = Math.min(ROWS, inputs.rows - from);
  above.fill(0);
  for (const { input, thresholds, first } of asked) {
    for (let row = 0; row < rows; row += 1) {
      const place = first + thresholdsBelow(thresholds, values[(from + row) * width + input] ?? 0);
      above[place] = (above[place] ?? 0) | (1 << row);
    }
    // Who lies above a threshold lies above all lower ones.
    for (let place = first + thresholds.length - 1; place > first; place -= 1)
      above[place] = (above[place] ?? 0) | (above[place + 1] ?? 0);
  }
}

/** The rows of each leaf, then those of each inner node. */
const rowsAt = new Int32Array(2 * MOST_LEAVES);
const ROOT = MOST_LEAVES;

/** Adds the value of each row's leaf to its logit. */
function addTree({ steps, values }: FlatTree, above: Int32Array, logits: Float64Array): void {
  const count = steps.length;
  for (let leaf = count; leaf < MOST_LEAVES; leaf += 1) rowsAt[leaf] = 0;
  rowsAt[count === 0 ? 0 : ROOT] = -1;
  for (let place = 0; place < count; place += 1) {
    const step = steps[place] ?? 0;
    const rows = rowsAt[ROOT + place] ?? 0;
    const right = rows & (above[step >>> (2 * SLOT_BITS)] ?? 0);
    rowsAt[step & SLOT] = rows ^ right;
    rowsAt[(step >>> SLOT_BITS) & SLOT] = right;
  }
  addLeaves(values, logits);
}

/** By four bits, the same as the lowest bits of four bytes. */
const SPREAD = Int32Array.from({ length: 16 }, (_, bits) =>
  [0, 1, 2, 3].reduce((bytes, bit) => bytes | (((bits >>> bit) & 1) << (8 * bit)), 0),
);

/** Turned round from the rows of each leaf to the leaf of each row: a number of five bits, of which each is found for all rows at once. */
function addLeaves(values: Float32Array, logits: Float64Array): void {
  const bit0 = halve(16);
  const bit1 = halve(8);
  const bit2 = halve(4);
  const bit3 = halve(2);
  const bit4 = halve(1);
  for (let row = 0; row < ROWS; row += 4) {
    const leaves =
      (SPREAD[(bit0 >>> row) & 15] ?? 0) |
      ((SPREAD[(bit1 >>> row) & 15] ?? 0) << 1) |
      ((SPREAD[(bit2 >>> row) & 15] ?? 0) << 2) |
      ((SPREAD[(bit3 >>> row) & 15] ?? 0) << 3) |
      ((SPREAD[(bit4 >>> row) & 15] ?? 0) << 4);
    logits[row] = (logits[row] ?? 0) + (values[leaves & 31] ?? 0);
    logits[row + 1] = (logits[row + 1] ?? 0) + (values[(leaves >>> 8) & 31] ?? 0);
    logits[row + 2] = (logits[row + 2] ?? 0) + (values[(leaves >>> 16) & 31] ?? 0);
    logits[row + 3] = (logits[row + 3] ?? 0) + (values[leaves >>> 24] ?? 0);
  }
}

/** Joins each two neighbours. @returns the rows of the second ones: whose leaf's next bit is 1 */
function halve(pairs: number): number {
  let second = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const rows = rowsAt[2 * pair + 1] ?? 0;
    second |= rows;
    rowsAt[pair] = (rowsAt[2 * pair] ?? 0) | rows;
  }
  return second;
}
