import { describe, expect, test } from "vitest";
import { sigmoid } from "../../../model/probability.ts";
import { randomStream } from "../../../model/random.ts";
import { fitShift, shiftInformation } from "../../../model/shift.ts";

/** The slope whose root is asked for: prior × s + Σ (p − label). It only rises. */
function slopeAt(shift: number, logits: ArrayLike<number>, labels: Uint8Array, prior: number): number {
  return labels.reduce((sum, label, row) => sum + sigmoid((logits[row] ?? 0) + shift) - label, prior * shift);
}

const random = randomStream(14);
const drawn = (rows: number, rate: number, logit: () => number) => ({
  logits: Float64Array.from({ length: rows }, logit),
  labels: Uint8Array.from({ length: rows }, () => (random() < rate ? 1 : 0)),
});
const wide = () => (random() < 0.5 ? 1e3 : -1e3);

describe("fitShift", () => {
  test.each([
    ["usual logits", drawn(500, 0.3, () => 4 * random() - 2), 1],
    ["rare leavers", drawn(2000, 0.005, () => 4 * random() - 2), 1],
    ["nearly everybody left", drawn(2000, 0.97, () => 4 * random() - 2), 1],
    ["one customer", drawn(1, 1, () => -30), 1],
    ["logits of ±1,000", drawn(400, 0.4, wide), 1],
    ["logits of ±1,000 and hardly a prior", drawn(400, 0.4, wide), 1e-6],
    ["all at 1,000, half of whom stayed", drawn(400, 0.5, () => 1e3), 1],
    ["all at −1,000 and hardly a prior", drawn(400, 0.5, () => -1e3), 1e-6],
    ["only leavers", drawn(300, 1, () => 2 * random() - 1), 1],
    ["nobody left, and hardly a prior", drawn(300, 0, () => 2 * random() - 1), 1e-6],
  ] as const)("is the root: %s", (_, { logits, labels }, prior) => {
    const shift = fitShift(logits, labels, prior);
    const near = 1e-6 * Math.max(1, Math.abs(shift));
    expect(slopeAt(shift - near, logits, labels, prior)).toBeLessThanOrEqual(0);
    expect(slopeAt(shift + near, logits, labels, prior)).toBeGreaterThanOrEqual(0);
  });

  test("worked: 30 of 100 at even odds, and no prior to speak of, lack ln(30 ÷ 70)", () => {
    const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < 30 ? 1 : 0));
    expect(fitShift(new Float64Array(100), labels, 1e-9)).toBeCloseTo(Math.log(30 / 70), 8);
  });

  test("without rows it is 0", () => {
    expect(fitShift([], new Uint8Array())).toBe(0);
  });

  test("throws where a customer's log odds are no number", () => {
    const labels = Uint8Array.of(0, 1, 1);
    expect(() => fitShift([0.2, Number.NaN, 1], labels)).toThrow(/log odds/);
  });
});

describe("shiftInformation", () => {
  test("is the slope's own slope", () => {
    const { logits, labels } = drawn(50, 0.4, () => 4 * random() - 2);
    const step = 1e-5;
    const rise = slopeAt(0.3 + step, logits, labels, 2) - slopeAt(0.3 - step, logits, labels, 2);
    expect(shiftInformation(0.3, logits, 2)).toBeCloseTo(rise / (2 * step), 5);
  });
});
