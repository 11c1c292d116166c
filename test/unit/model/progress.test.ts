import { expect, test } from "vitest";
import { progressOf } from "../../../model/progress.ts";

test("parts that are done beside each other add up, and a part that tells less than before changes nothing", () => {
  const seen: (readonly [number, number])[] = [];
  const progress = progressOf(2, (done, total) => seen.push([done, total]));
  progress(1)(3, 4);
  progress(0)(1, 10);
  progress(1)(2, 4);
  progress(1)(4, 4);
  progress(0)(1, 1);
  expect(seen).toEqual([
    [75, 200],
    [85, 200],
    [85, 200],
    [110, 200],
    [200, 200],
  ]);
});
