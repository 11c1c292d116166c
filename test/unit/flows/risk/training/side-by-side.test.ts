import { describe, expect, test } from "vitest";
import { sideBySide } from "../../../../../src/flows/risk/training/side-by-side.ts";

describe("side by side", () => {
  test("results come in the items' order, however they end, and never more are under way than asked", async () => {
    let underWay = 0;
    let most = 0;
    const endings = new Map<number, () => void>();
    const work = (item: number) =>
      new Promise<string>((resolve) => {
        underWay += 1;
        most = Math.max(most, underWay);
        endings.set(item, () => {
          underWay -= 1;
          resolve(`${item}`);
        });
      });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const results = sideBySide([1, 2, 3, 4], 2, work);
    for (const item of [2, 3, 4, 1]) {
      endings.get(item)?.();
      await turn();
    }
    expect(await results).toEqual(["1", "2", "3", "4"]);
    expect(most).toBe(2);
  });

  test("nothing further is begun after a failure, which is the whole's", async () => {
    const begun: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      if (item === 2) throw new Error("the second");
      await new Promise((resolve) => setImmediate(resolve));
    };
    await expect(sideBySide([1, 2, 3, 4], 2, work)).rejects.toThrow("the second");
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([1, 2]);
  });

  test("nothing to do is nothing found", async () => {
    expect(await sideBySide([], 2, async () => 1)).toEqual([]);
  });
});
