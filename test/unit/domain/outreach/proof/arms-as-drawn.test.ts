import { expect, it } from "vitest";
import { armsAsDrawn, heldOutShare } from "../../../../../src/domain/outreach/proof/arms-as-drawn.ts";
import {
  ALL_PLAYBOOKS,
  DEFAULT_HOLD_OUT,
  isHeldOut,
} from "../../../../../src/domain/outreach/proof/hold-out.ts";
import { sampleRatioP } from "../../../../../src/domain/outreach/trial/sample-ratio.ts";

it("expects the shares that the draw has: its own, and that of the one over all", () => {
  expect(heldOutShare("thank", DEFAULT_HOLD_OUT)).toBeCloseTo(0.118, 12);
  expect(heldOutShare(ALL_PLAYBOOKS, DEFAULT_HOLD_OUT)).toBe(0.02);
});

it("is at ease with what the draw does, and not with a tenth of it missing at ten thousand", () => {
  const drawn = (salt: string) => {
    const ids = Array.from({ length: 2_000 }, (_, n) => n + 1);
    const heldOut = ids.filter((id) =>
      isHeldOut(id, "thank", "2026-11-30", { ...DEFAULT_HOLD_OUT, salt }),
    ).length;
    return armsAsDrawn({ heldOut, nudged: ids.length - heldOut }, 0.118);
  };
  const salts = Array.from({ length: 100 }, (_, n) => `salt ${n}`);
  expect(salts.filter((salt) => drawn(salt) !== "as-drawn")).toEqual([]);
  expect(armsAsDrawn({ heldOut: 1_060, nudged: 8_940 }, 0.118)).toBe("not-as-drawn");
  expect(armsAsDrawn({ heldOut: 0, nudged: 200 }, 0.118)).toBe("not-as-drawn");
});

it("judges no arm in which fewer than five are expected", () => {
  expect(armsAsDrawn({ heldOut: 0, nudged: 42 }, 0.118)).toBe("too-few");
  expect(armsAsDrawn({ heldOut: 0, nudged: 0 }, 0.118)).toBe("too-few");
});

it("tests arms of any stated shares (chi-squared 4, one degree: 0.0455)", () => {
  // Expected 100 and 900, off by 6 × sqrt(10): 36·10/100 + 36·10/900 = 4.
  const off = 6 * Math.sqrt(10);
  expect(sampleRatioP([100 + off, 900 - off], [0.1, 0.9])).toBeCloseTo(0.0455, 2);
});
