import { expect, it } from "vitest";
import { foreseeQuarter, visibleEffect } from "../../../../../src/domain/outreach/proof/foreseen-quarter.ts";
import { DEFAULT_HOLD_OUT } from "../../../../../src/domain/outreach/proof/hold-out.ts";

const foreseen = (customers: number, holdOut = DEFAULT_HOLD_OUT) =>
  foreseeQuarter({ quarter: "2027-Q1", customers, basis: "last-quarter" }, holdOut);

it("tells beforehand what so many customers can show", () => {
  const quarter = foreseen(1_200);
  expect(quarter.playbook).toBeCloseTo(0.173, 3);
  // 24 held out of everything: too few for any effect.
  expect(quarter.together).toBeNull();
  expect(foreseen(6_000).together).toBeCloseTo(0.178, 2);
  expect(foreseen(200).playbook).toBeNull();
});

it("suggests a share by which what is worth seeing is seen, and none where it is or never will be", () => {
  const share = foreseen(2_000).suggestedShare!;
  expect(visibleEffect(2_000, 1 - 0.98 * (1 - share))).toBeLessThanOrEqual(0.1);
  expect(share).toBe(0.25);
  expect(foreseen(10_000).suggestedShare).toBeNull();
  expect(foreseen(1_000).suggestedShare).toBeNull();
  expect(foreseen(2_000, { ...DEFAULT_HOLD_OUT, playbookShare: 0.3 }).suggestedShare).toBeNull();
});
