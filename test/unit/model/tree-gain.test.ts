import { describe, expect, test } from "vitest";
import { binInputs } from "../../../model/tree-bins.ts";
import { growTree, type TreeSettings } from "../../../model/tree-growing.ts";

const SETTINGS: TreeSettings = { leaves: 2, rowsPerLeaf: 1, ridge: 1, shrinkage: 1 };

type Row = { readonly inputs: readonly number[]; readonly first: number; readonly second: number };

function grow(rows: readonly Row[], given: Partial<TreeSettings> = {}) {
  const width = rows[0]!.inputs.length;
  const values = Float32Array.from(rows.flatMap(({ inputs }) => inputs));
  const places = Array.from({ length: width }, (_, place) => place);
  const derivatives = {
    first: Float32Array.from(rows, ({ first }) => first),
    second: Float32Array.from(rows, ({ second }) => second),
  };
  const binned = binInputs({ rows: rows.length, width, values }, places);
  return growTree(binned, places, Int32Array.from(rows.keys()), derivatives, { ...SETTINGS, ...given }).tree;
}

describe("a split's gain", () => {
  /** Two rows of little curvature and two of much pull alike; an input tells either the former or the latter apart. */
  const rowsWhere = (telling: number, width: number): Row[] =>
    ([0.1, 0.1, 1, 1, 0.5, 0.5, 0.5, 0.5] as const).map((second, row) => ({
      second,
      first: row < 4 ? 1 : -1,
      inputs: Array.from({ length: width }, (_, place) =>
        Number(place === telling ? row < 2 : row === 2 || row === 3),
      ),
    }));

  // Eight inputs are summed four at a time, the ninth and tenth one by one.
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    "is the larger the less curvature stands against it: input %i",
    (telling) => {
      expect(grow(rowsWhere(telling, 10)).inputs[0]).toBe(telling);
    },
  );

  test("goes to the leaf that gains most, wherever it stands", () => {
    // The first split tells 0 from the others; then 2 apart from 1 gains much, and within 0 there is little to gain.
    const row = (place: number, fine: number, first: number): Row => ({
      inputs: [place, fine],
      first,
      second: 0.25,
    });
    const rows = [0, 0, 0, 0].map((place, at) => row(place, at % 2, at % 2 === 0 ? -2.1 : -1.9));
    const others = [1, 1, 1, 2, 2, 2].map((place) => row(place, 0, place === 1 ? 0.5 : 3));
    for (const all of [
      [...rows, ...others],
      [...others, ...rows],
    ]) {
      const tree = grow(all, { leaves: 3 });
      expect([...tree.inputs].filter((input) => input >= 0)).toEqual([0, 0]);
      expect([...tree.thresholds].filter((threshold) => threshold > 0)).toEqual([0.5, 1.5]);
    }
  });
});

describe("a leaf", () => {
  const certain = (second: number): Row[] =>
    [0, 0, 1, 1].map((input) => ({
      inputs: [input],
      first: input === 0 ? 1 : -1,
      second: input === 0 ? second : 0.25,
    }));

  test("is not split off where all its rows are certain, on whichever side they stand", () => {
    expect(grow(certain(0.001)).inputs).toHaveLength(1);
    expect(grow(certain(0.25)).inputs).toHaveLength(3);
    const turned = certain(0.001).map((row) => ({ ...row, inputs: [1 - row.inputs[0]!] }));
    expect(grow(turned).inputs).toHaveLength(1);
  });

  test("holds as many rows as are asked for, on either side", () => {
    const rows = (left: number, right: number): Row[] =>
      Array.from({ length: left + right }, (_, row) => ({
        inputs: [Number(row >= left)],
        first: row < left ? 1 : -1,
        second: 0.25,
      }));
    const nodes = (left: number, right: number) => grow(rows(left, right), { rowsPerLeaf: 3 }).inputs.length;
    expect([nodes(3, 3), nodes(2, 6), nodes(6, 2), nodes(3, 4)]).toEqual([3, 1, 1, 3]);
  });
});
