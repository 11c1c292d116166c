import { expect, it } from "vitest";
import { changePercent } from "../../../src/domain/change-percent.ts";

it.each([
  [200, 300, 50],
  [300, 200, (100 * -100) / 300],
  [200, 0, -100],
  [5, 50, 900],
  // Against nothing, against a credit, and against so little that the rate would only say so.
  [0, 300, null],
  [0, 0, null],
  [-200, 300, null],
  [100, 1_001, null],
  [100, 4_590, null],
])("from %i to %i is %s", (before, now, percent) => {
  expect(changePercent(before, now)).toBe(percent);
});
