import type { Tree } from "./trees.ts";

/** What any of some trees asks, each question once: whether an input lies above a threshold. */
export type TreeQuestions = {
  readonly asked: readonly AskedInput[];
  /** Every question has a place below it; an input's first place is no question's. */
  readonly places: number;
  placeOf(input: number, threshold: number): number;
};

/** An input's questions stand behind its first place, by threshold. */
export type AskedInput = {
  readonly input: number;
  /** Ascending. */
  readonly thresholds: Float32Array;
  readonly first: number;
  /** How many thresholds lie below 0, the average customer's. */
  readonly belowAverage: number;
};

/** So that five bits tell a leaf, and a number's bits its leaves. */
export const MOST_LEAVES = 32;

/** @throws RangeError where a tree has more than MOST_LEAVES leaves */
export function questionsOf(trees: readonly Tree[]): TreeQuestions {
  if (trees.some(({ inputs }) => inputs.length >= 2 * MOST_LEAVES))
    throw new RangeError("A tree has more leaves than five bits can tell.");
  let places = 0;
  const asked = [...thresholdsByInput(trees)].map(([input, own]): AskedInput => {
    const first = places;
    places += own.size + 1;
    const thresholds = Float32Array.from(own).sort();
    return { input, first, thresholds, belowAverage: thresholdsBelow(thresholds, 0) };
  });
  const byInput = new Map(asked.map((one) => [one.input, placesByThreshold(one)]));
  return { asked, places, placeOf: (input, threshold) => byInput.get(input)?.get(threshold) ?? 0 };
}

function thresholdsByInput(trees: readonly Tree[]): ReadonlyMap<number, ReadonlySet<number>> {
  const byInput = new Map<number, Set<number>>();
  for (const { inputs, thresholds } of trees) {
    for (const [node, input] of inputs.entries()) {
      if (input < 0) continue;
      const own = byInput.get(input) ?? new Set();
      byInput.set(input, own.add(thresholds[node] ?? 0));
    }
  }
  return byInput;
}

function placesByThreshold({ thresholds, first }: AskedInput): ReadonlyMap<number, number> {
  return new Map(Array.from(thresholds, (threshold, rank) => [threshold, first + rank + 1]));
}

/** How many of an input's thresholds lie below the value. */
export function thresholdsBelow(ascending: Float32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
