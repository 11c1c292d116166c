import type { Tree } from "../../model/trees.ts";

type Growing = { readonly width: number; threshold(): number; random(): number };

/** A tree grown by splitting a leaf at random, so that some branches are deep. */
export function grownTree(splits: number, { width, threshold, random }: Growing): Tree {
  const nodes = [{ input: -1, threshold: 0, left: 0, value: random() }];
  for (let split = 0; split < splits; split += 1) {
    const leaves = nodes.flatMap(({ input }, node) => (input < 0 ? [node] : []));
    const leaf = nodes[leaves[Math.floor(random() * leaves.length)]!]!;
    leaf.input = Math.floor(random() * width);
    leaf.threshold = threshold();
    leaf.left = nodes.length;
    for (let child = 0; child < 2; child += 1)
      nodes.push({ input: -1, threshold: 0, left: 0, value: random() });
  }
  return {
    inputs: Int32Array.from(nodes, ({ input }) => input),
    thresholds: Float32Array.from(nodes, ({ threshold }) => threshold),
    left: Int32Array.from(nodes, ({ left }) => left),
    values: Float32Array.from(nodes, ({ value }) => value),
  };
}
