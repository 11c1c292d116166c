import { z } from "zod";
import { encodeNumbers, storedNumbers } from "./stored-numbers.ts";
import type { BoostedTrees, Tree } from "./trees.ts";

const storedTreesSchema = z.object({
  intercept: z.number(),
  /** Nodes of each tree; the arrays below hold all trees' nodes one after the other. */
  nodes: z.array(z.int().positive()),
  inputs: storedNumbers,
  thresholds: storedNumbers,
  left: storedNumbers,
  values: storedNumbers,
});

/** As written: whole numbers are Float32 too, which is exact far beyond any number of inputs or nodes. */
export const treesSchema = storedTreesSchema.transform(unpackTrees);

/** The stored form of one member's trees. */
export function storeTrees({ intercept, trees }: BoostedTrees): z.input<typeof storedTreesSchema> {
  const join = (part: Exclude<keyof Tree, "nodes">): string =>
    encodeNumbers(Float32Array.from(trees.flatMap((tree) => Array.from(tree[part]))));
  return {
    intercept,
    nodes: trees.map(({ values }) => values.length),
    inputs: join("inputs"),
    thresholds: join("thresholds"),
    left: join("left"),
    values: join("values"),
  };
}

function unpackTrees(stored: z.output<typeof storedTreesSchema>): BoostedTrees {
  let from = 0;
  const trees = stored.nodes.map((nodes): Tree => {
    const to = from + nodes;
    const tree = {
      inputs: Int32Array.from(stored.inputs.subarray(from, to)),
      thresholds: stored.thresholds.slice(from, to),
      left: Int32Array.from(stored.left.subarray(from, to)),
      values: stored.values.slice(from, to),
    };
    from = to;
    return tree;
  });
  return { intercept: stored.intercept, trees };
}

/** The field of a tree that scoring would not survive, or null: every way down must end in a finite leaf. */
export function treeFault({ inputs, thresholds, left, values }: Tree, width: number): keyof Tree | null {
  const nodes = values.length;
  if ([inputs, thresholds, left].some((part) => part.length !== nodes)) return "values";
  for (const [node, input] of inputs.entries()) {
    const child = left[node] ?? 0;
    if (input >= width) return "inputs";
    if (input >= 0 && (child <= node || child + 1 >= nodes)) return "left";
  }
  return [...thresholds, ...values].every(Number.isFinite) ? null : "thresholds";
}
