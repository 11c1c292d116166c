import { expect, it } from "vitest";
import { measuredShare, savedShare } from "../../../../../src/domain/outreach/proof/saved-share.ts";
import { ONCE, type UpliftSoFar } from "../../../../../src/domain/outreach/proof/uplift.ts";

const found = (effect: number, error: number, heldOutMean: number, heldOutError: number): UpliftSoFar => ({
  ...{ nudged: 900, heldOut: 100, effect, low: -1, high: 1, verdict: "not-enough-data" },
  ...{ heldOutMean, heldOutVariance: heldOutError ** 2, halfWidthOnce: ONCE * error },
});

it("takes an effect as a share of those lost among the held out", () => {
  // 8 points of the 40 that were lost.
  const measured = measuredShare(found(0.08, 0.05, 0.6, 0.045))!;
  expect(measured.share).toBeCloseTo(0.2, 12);
  // var(e) / L² + (s² − 2s) var(h) / L²
  expect(measured.variance).toBeCloseTo((0.05 ** 2 + (0.04 - 0.4) * 0.045 ** 2) / 0.16, 12);
  expect(measuredShare(found(-0.08, 0.05, 0.6, 0.045))?.share).toBeCloseTo(-0.2, 12);
});

it("finds nothing where nobody held out was lost, and takes no quarter to be certain", () => {
  expect(measuredShare(found(0, 0, 1, 0))).toBeNull();
  expect(measuredShare(found(1, 0, 0, 0))?.variance).toBeCloseTo(0.0004, 12);
});

it("says what is believed until something was measured, and what was measured once it weighs more", () => {
  expect(savedShare(0.1, [])).toEqual({ share: 0.1, from: "believed", weight: 0 });
  // As sure as the belief: half-way.
  const equal = savedShare(0.1, [{ share: 0.3, variance: 0.01 }]);
  expect(equal.share).toBeCloseTo(0.2, 12);
  expect(equal).toMatchObject({ from: "believed", weight: 0.5 });
  const sure = savedShare(0.1, [{ share: -0.05, variance: 0.001 }]);
  expect(sure.from).toBe("measured");
  expect(sure.share).toBeCloseTo((0.1 * 100 - 0.05 * 1000) / 1100, 12);
});

it("adds quarters up by how sure each is", () => {
  const quarter = { share: 0.3, variance: 0.04 };
  const weights = [1, 2, 4, 8].map((count) => savedShare(0.1, Array(count).fill(quarter)).weight);
  expect(weights).toEqual([0.2, 1 / 3, 0.5, 2 / 3].map((weight) => expect.closeTo(weight, 12)));
  expect(savedShare(0.3, [{ share: 9, variance: 0.0004 }]).share).toBe(1);
  expect(savedShare(0.001, []).share).toBe(0.001);
});
