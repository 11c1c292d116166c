import { describe, expect, it } from "vitest";
import { gathering } from "../../../src/domain/gathering.ts";

/** Doubles numbers, and notes which it was given together; cannot double thirteen. */
function doubling(mostAtOnce = 10) {
  const batches: number[][] = [];
  const double = gathering({
    async work(numbers: readonly number[]) {
      batches.push([...numbers]);
      if (numbers.includes(13)) throw new Error("thirteen");
      return numbers.map((number) => 2 * number);
    },
    keyOf: (number) => number % 100,
    mostAtOnce,
  });
  return { double, batches };
}

describe("gathering", () => {
  it("does the first at once, and together what is asked for meanwhile", async () => {
    const { double, batches } = doubling();
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(batches).toEqual([[1], [2, 3], [4]]);
  });

  it("takes one of each key at a time, in the order of their coming", async () => {
    const { double, batches } = doubling();
    expect(await Promise.all([1, 2, 102, 3, 202].map(double))).toEqual([2, 4, 204, 6, 404]);
    expect(batches).toEqual([[1], [2, 3], [102], [202]]);
  });

  it("takes no more at once than it may", async () => {
    const { double, batches } = doubling(2);
    await Promise.all([1, 2, 3, 4, 5, 6].map(double));
    expect(batches).toEqual([[1], [2, 3], [4, 5], [6]]);
  });

  it("fails for whom it fails and for nobody else", async () => {
    const { double } = doubling();
    expect(await Promise.allSettled([1, 2, 13, 4].map(double))).toEqual([
      { status: "fulfilled", value: 2 },
      { status: "fulfilled", value: 4 },
      { status: "rejected", reason: new Error("thirteen") },
      { status: "fulfilled", value: 8 },
    ]);
  });

  it("gives one answer to all who ask the same", async () => {
    let count = 0;
    const next = gathering({
      work: async (asked: readonly string[]) => asked.map(() => ++count),
      keyOf: (asked) => asked.slice(0, 1),
      isSame: (one, other) => one === other,
      mostAtOnce: 2,
    });
    expect(await Promise.all(["a1", "b1", "b1", "b2", "c1", "b1"].map(next))).toEqual([1, 2, 2, 4, 3, 2]);
  });
});
