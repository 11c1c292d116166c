import { describe, expect, test } from "vitest";
import { binInputs } from "../../../model/tree-bins.ts";
import { growTree, type TreeSettings } from "../../../model/tree-growing.ts";

const SETTINGS: TreeSettings = { leaves: 2, rowsPerLeaf: 1, ridge: 0.9, shrinkage: 0.5 };
/** Every row's second derivative; that of a customer who leaves with probability ½. */
const CURVATURE = 0.25;

/** @param inputs row by row @param first the loss's first derivative of each row */
function grow(inputs: readonly (readonly number[])[], first: readonly number[], given = SETTINGS) {
  const width = inputs[0]!.length;
  const matrix = { rows: inputs.length, width, values: Float32Array.from(inputs.flat()) };
  const places = Array.from({ length: width }, (_, place) => place);
  const derivatives = {
    first: Float32Array.from(first),
    second: Float32Array.from(first, () => CURVATURE),
  };
  return growTree(binInputs(matrix, places), places, Int32Array.from(inputs.keys()), derivatives, given).tree;
}

describe("a tree that is grown", () => {
  test("gives a leaf one Newton step, drawn towards nought by the ridge and shortened", () => {
    const tree = grow([[0], [0], [1], [1]], [1, 1, -2, -2]);
    expect([...tree.inputs]).toEqual([0, -1, -1]);
    const step = (sum: number) => (-SETTINGS.shrinkage * sum) / (2 * CURVATURE + SETTINGS.ridge);
    expect(tree.values[1]).toBeCloseTo(step(2), 6);
    expect(tree.values[2]).toBeCloseTo(step(-4), 6);
  });

  test("splits off one row that stands out only where the ridge is too small to forbid it", () => {
    // The first input tells one row from seven, the second one four from four.
    const inputs = Array.from({ length: 8 }, (_, row) => [row === 0 ? 1 : 0, row < 4 ? 1 : 0]);
    const first = [1, 0.2, 0.2, 0.2, -0.2, -0.2, -0.2, -0.2];
    const splitBy = (ridge: number) => grow(inputs, first, { ...SETTINGS, ridge }).inputs[0];
    expect(splitBy(0)).toBe(0);
    expect(splitBy(1)).toBe(1);
  });

  test("is one leaf where no split gains, or each would leave too few rows", () => {
    expect(grow([[0], [0], [1], [1]], [1, 1, 1, 1]).inputs).toHaveLength(1);
    const few = { ...SETTINGS, rowsPerLeaf: 3 };
    expect(grow([[0], [0], [1], [1]], [1, 1, -2, -2], few).inputs).toHaveLength(1);
  });
});
