import { describe, expect, it } from "vitest";
import { behaviour } from "../../../../../src/domain/value/segments/behaviour.ts";
import type {
  PurchaseHistory,
  UsageHistory,
} from "../../../../../src/domain/value/segments/valued-customer.ts";
import { bought, valued } from "./valued.ts";

const segmentOf = (given: Parameters<typeof valued>[0]) => behaviour.assign([valued(given)]).assigned[0];

describe("the rhythm of purchases", () => {
  it.each([
    ["one purchase only", { meanGapDays: null, gapDeviationDays: null }, "one-time"],
    ["gaps that stray by half their mean", { meanGapDays: 40, gapDeviationDays: 20 }, "regular"],
    ["gaps that stray by more", { meanGapDays: 40, gapDeviationDays: 21 }, "irregular"],
    ["a single gap", { meanGapDays: 40, gapDeviationDays: null }, "irregular"],
    ["three mean gaps of silence", { meanGapDays: 40, daysSinceLastPurchase: 120 }, "regular"],
    ["more than three", { meanGapDays: 40, daysSinceLastPurchase: 121 }, "dormant"],
    ["thirty days of silence after daily orders", { meanGapDays: 1, daysSinceLastPurchase: 30 }, "irregular"],
    ["more than thirty", { meanGapDays: 1, daysSinceLastPurchase: 31 }, "dormant"],
  ] as ReadonlyArray<[string, Partial<PurchaseHistory>, string]>)(
    "with %s is %#",
    (_what, given, segment) => {
      expect(segmentOf({ purchases: bought(given) })).toBe(segment);
    },
  );

  it("is not known of who never bought", () => {
    expect(segmentOf({ purchases: null })).toBe("use-unknown");
  });
});

describe("the course of use", () => {
  it.each([
    [0, 100, "unused"],
    [0, 0, "unused"],
    [120, 100, "use-steady"],
    [121, 100, "use-growing"],
    [80, 100, "use-steady"],
    [79, 100, "use-falling"],
    [5, 0, "use-growing"],
  ])("of a contract, %d after %d, is %s", (quantity28d, quantityPrevious28d, segment) => {
    const usage: UsageHistory = { quantity28d, quantityPrevious28d };
    expect(segmentOf({ hasContract: true, usage })).toBe(segment);
  });

  it("counts for contracts alone, and only where it is measured", () => {
    const usage: UsageHistory = { quantity28d: 0, quantityPrevious28d: 9 };
    expect(segmentOf({ hasContract: false, usage })).toBe("regular");
    expect(segmentOf({ hasContract: true, usage: null })).toBe("regular");
  });
});

it("names every segment that it assigns", () => {
  const { segments, assigned, notes, basis } = behaviour.assign([valued(), valued({ purchases: null })]);
  const keys = segments.map(({ key }) => key);
  expect(assigned.every((key) => keys.includes(key))).toBe(true);
  expect([notes, basis]).toEqual([[], null]);
});
