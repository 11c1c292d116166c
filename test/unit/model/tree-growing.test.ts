import { describe, expect, test } from "vitest";
import { randomStream } from "../../../model/random.ts";
import { binInputs } from "../../../model/tree-bins.ts";
import { growTree } from "../../../model/tree-growing.ts";
import { addTree } from "../../../model/trees.ts";

/** Not a multiple of four: some inputs are summed four at a time, the rest one by one. */
const WIDTH = 7;
const ROWS = 400;
const settings = { leaves: 6, rowsPerLeaf: 5, ridge: 1, shrinkage: 0.1 };
const all = Array.from({ length: WIDTH }, (_, input) => input);

/** Rows whose loss falls where the one input is above 0.2, and a little where the next is; inputs of many values and, every other one, of two. */
function rowsThatFollow(followed: number) {
  const random = randomStream(followed + 1);
  const values = Float32Array.from({ length: ROWS * WIDTH }, (_, at) =>
    (at % WIDTH) % 2 === 0 ? 2 * random() - 1 : Math.round(random()),
  );
  const first = Float32Array.from({ length: ROWS }, (_, row) => {
    const above = (input: number) => (values[row * WIDTH + (input % WIDTH)] ?? 0) > 0.2;
    return (above(followed) ? -0.4 : 0.4) + (above(followed + 1) ? -0.1 : 0.1) + 0.1 * (random() - 0.5);
  });
  const second = Float32Array.from({ length: ROWS }, () => 0.1 + 0.1 * random());
  return { binned: binInputs({ rows: ROWS, width: WIDTH, values }, all), values, first, second };
}

function grown(followed: number) {
  const { binned, values, first, second } = rowsThatFollow(followed);
  const rows = Int32Array.from({ length: ROWS }, (_, row) => row);
  return { ...growTree(binned, all, rows, { first, second }, settings), rows, values, first, second };
}

const sumOf = (of: Float32Array, rows: Int32Array) => rows.reduce((sum, row) => sum + (of[row] ?? 0), 0);

describe("a grown tree", () => {
  test.each(all)("splits first by the input that tells, wherever it stands: %i", (followed) => {
    const { tree } = grown(followed);
    expect(tree.inputs[0]).toBe(followed);
  });

  test.each(all)("gives every leaf one Newton step over its own rows: %i", (followed) => {
    const { leaves, rows, first, second } = grown(followed);
    expect(leaves.length).toBeGreaterThan(2);
    for (const { rows: own, value } of leaves) {
      expect(own.length).toBeGreaterThanOrEqual(settings.rowsPerLeaf);
      const step = -sumOf(first, own) / (sumOf(second, own) + settings.ridge);
      expect(value).toBeCloseTo(settings.shrinkage * step, 6);
    }
    expect([...rows].sort((a, b) => a - b)).toEqual(Array.from({ length: ROWS }, (_, row) => row));
  });

  test("holds the rows it was not grown on in the leaves that scoring finds for them", () => {
    const { binned, values, first, second } = rowsThatFollow(0);
    const every = Array.from({ length: ROWS }, (_, row) => row);
    const rows = Int32Array.from(every.filter((row) => row % 3 > 0));
    const others = Int32Array.from(every.filter((row) => row % 3 === 0));
    const { tree, leaves } = growTree(binned, [0, 1, 4], rows, { first, second }, settings, others);
    const scored = new Float64Array(ROWS);
    addTree(tree, { rows: ROWS, width: WIDTH, values }, scored);
    const held = new Float64Array(ROWS).fill(Number.NaN);
    for (const leaf of leaves) for (const row of [...leaf.rows, ...leaf.others]) held[row] = leaf.value;
    expect(new Set(scored).size).toBe(leaves.length);
    expect(held).toEqual(scored);
  });
});
