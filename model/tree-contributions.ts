import type { InputMatrix } from "./column-encoding.ts";
import { orderedCrossings } from "./tree-crossings.ts";
import { MOST_LEAVES, questionsOf, type TreeQuestions } from "./tree-questions.ts";
import type { BoostedTrees, Tree } from "./trees.ts";

/**
 * Trees as what their nodes do on the straight way from the average customer (all inputs 0) to a row's. Of each tree a number holds
 * the leaves that are still possible, a bit each, the average customer's first. Where a node's threshold is crossed, those on its near
 * side go, and the first one left is the leaf, whatever was crossed before (Lucchese et al., QuickScorer, 2015).
 */
type TreeJumps = {
  readonly questions: TreeQuestions;
  /** By place of a question, the first of its nodes; behind the last place, their number. */
  readonly firstNodes: Int32Array;
  /** Two numbers a node: its tree, and the leaves that are left once its threshold is crossed. */
  readonly nodes: Int32Array;
  /** Questions whose threshold is the average itself: who is above it at all is so from the start. */
  readonly atAverage: readonly { readonly input: number; readonly question: number }[];
  readonly trees: number;
  /** Tree by tree, MOST_LEAVES each. */
  readonly values: Float32Array;
};

/** Kept with the trees they were made of, as long as those are. */
const kept = new WeakMap<readonly BoostedTrees[], TreeJumps>();

function jumpsOf(boosted: readonly BoostedTrees[]): TreeJumps {
  const jumps = kept.get(boosted) ?? makeJumps(boosted.flatMap(({ trees }) => trees));
  kept.set(boosted, jumps);
  return jumps;
}

function makeJumps(trees: readonly Tree[]): TreeJumps {
  const questions = questionsOf(trees);
  const byPlace: number[][] = Array.from({ length: questions.places }, () => []);
  const values = new Float32Array(trees.length * MOST_LEAVES);
  for (const [place, tree] of trees.entries()) {
    const { leaves, left } = fromAverage(tree);
    values.set(leaves, place * MOST_LEAVES);
    for (const [node, input] of tree.inputs.entries()) {
      if (input < 0) continue;
      byPlace[questions.placeOf(input, tree.thresholds[node] ?? 0)]?.push(place, left[node] ?? -1);
    }
  }
  const firstNodes = new Int32Array(questions.places + 1);
  for (const [place, own] of byPlace.entries())
    firstNodes[place + 1] = (firstNodes[place] ?? 0) + own.length / 2;
  const nodes = Int32Array.from(byPlace.flat());
  const atAverage = questions.asked.flatMap(({ input, thresholds, first }) => {
    const rank = thresholds.indexOf(0);
    return rank < 0 ? [] : [{ input, question: first + rank + 1 }];
  });
  return { questions, firstNodes, nodes, atAverage, trees: trees.length, values };
}

/** The leaves' values, those on the average customer's side of each node first, and which are left once a node is crossed. */
function fromAverage({ inputs, thresholds, left: children, values }: Tree) {
  const leaves: number[] = [];
  const left = new Int32Array(inputs.length);
  const visit = (node: number): void => {
    if ((inputs[node] ?? -1) < 0) {
      leaves.push(values[node] ?? 0);
      return;
    }
    const child = children[node] ?? 0;
    const isRight = (thresholds[node] ?? 0) < 0 ? 1 : 0;
    const first = leaves.length;
    visit(child + isRight);
    left[node] = ~(-1 >>> first) | (-1 >>> leaves.length);
    visit(child + 1 - isRight);
  };
  visit(0);
  return { leaves, left };
}

/**
 * Adds `share` × each input's contribution, rows × inputs, to `contributions`: what integrated gradients are for a
 * function of steps. On the straight way from the average customer (all inputs 0) to the row's, each jump of a tree
 * belongs to the input that crosses its threshold there. They add up to the row's logit minus that customer's, but for jumps at
 * the way's very ends, where a threshold is the average itself or the row's own value. An input that equals its average has none.
 */
export function addTreesContributions(
  boosted: readonly BoostedTrees[],
  inputs: InputMatrix,
  share: number,
  contributions: Float32Array,
): void {
  const jumps = jumpsOf(boosted);
  const possible = new Int32Array(jumps.trees);
  const inputOf = new Int32Array(jumps.questions.places);
  for (const { input, first, thresholds } of jumps.questions.asked)
    inputOf.fill(input, first, first + thresholds.length + 1);
  for (let row = 0; row < inputs.rows; row += 1) {
    possible.fill(-1);
    const start = row * inputs.width;
    for (const { input, question } of jumps.atAverage)
      if ((inputs.values[start + input] ?? 0) > 0) cross(jumps, question, possible);
    for (const question of orderedCrossings(jumps.questions, inputs.values, start)) {
      const at = start + (inputOf[question] ?? 0);
      contributions[at] = (contributions[at] ?? 0) + share * cross(jumps, question, possible);
    }
  }
}

/** Takes the near leaves of all nodes that ask the question. @returns by how much their trees' sum changes */
function cross({ firstNodes, nodes, values }: TreeJumps, question: number, possible: Int32Array): number {
  const end = 2 * (firstNodes[question + 1] ?? 0);
  let sum = 0;
  for (let at = 2 * (firstNodes[question] ?? 0); at < end; at += 2) {
    const tree = nodes[at] ?? 0;
    const before = possible[tree] ?? 0;
    const after = before & (nodes[at + 1] ?? 0);
    possible[tree] = after;
    const leaves = tree * MOST_LEAVES;
    sum += (values[leaves + Math.clz32(after)] ?? 0) - (values[leaves + Math.clz32(before)] ?? 0);
  }
  return sum;
}
