import { describe, expect, it } from "vitest";
import { budgetForDays } from "../../../../../src/domain/costs/budget-for-days.ts";
import { asWritten } from "../../../../../src/domain/phrase.ts";
import {
  observedAmong,
  type SegmentOutcome,
  segmentReturn,
} from "../../../../../src/domain/value/segments/segment-returns.ts";

const outcome = (
  costMinor: number,
  revenueMinor: number | null,
  stayed: SegmentOutcome["stayed"] = "kept",
  marginPercent: number | null = 50,
): SegmentOutcome => ({ costMinor, revenueMinor, marginPercent, stayed });
const of = (...outcomes: SegmentOutcome[]) =>
  segmentReturn({ key: "VIP", name: asWritten("VIP"), outcomes }, budget);

const quarter = { fromDay: "2026-01-01", toDay: "2026-03-31" };
const scope = { kind: "segment", name: "VIP" } as const;
const budget = budgetForDays([{ scope, ...quarter, amountMinor: 100_000, currency: "EUR" }], quarter);

describe("a segment's spending", () => {
  it("is all that was spent, on joiners and leavers too; its return is of those kept alone", () => {
    const spent = of(outcome(10_000, 30_000), outcome(90_000, 29_000, "not-at-start"));
    expect(spent).toMatchObject({
      customers: 2,
      costMinor: 100_000,
      budgetMinor: 100_000,
      budgetUsedPercent: 100,
      marginRetainedMinor: 15_000,
      returnOnCost: 0.5,
      notKept: { customers: 1, costMinor: 90_000 },
    });
  });

  it("has no margin retained where nobody's is known, but says whose cost is outside the return", () => {
    const unknown = of(outcome(10_000, 300_000, "kept", null));
    expect(unknown).toMatchObject({
      marginRetainedMinor: null,
      returnOnCost: null,
      returned: { withoutMargin: { customers: 1, costMinor: 10_000 } },
    });
    expect(of(outcome(10_000, null))).toMatchObject({ marginRetainedMinor: null });
    expect(of(outcome(10_000, 300_000, "lost"))).toMatchObject({ marginRetainedMinor: 0 });
  });

  it("has no share of a budget that nobody set", () => {
    expect(segmentReturn({ key: "a", name: asWritten("a"), outcomes: [outcome(1, 1)] }, null)).toMatchObject({
      budgetMinor: null,
      budgetUsedPercent: null,
    });
  });
});

describe("what went along with a segment's cost", () => {
  it("is of everybody there at the start: what was spent on who left brought nothing", () => {
    const observed = observedAmong([
      outcome(1_000, 8_000),
      outcome(1_000, 8_000, "lost"),
      outcome(9_000, 8_000, "not-at-start"),
      outcome(500, 8_000, "kept", null),
    ]);
    expect(observed).toMatchObject({
      customers: 2,
      costMinor: 2_000,
      marginRetainedMinor: 4_000,
      perUnit: 2,
    });
  });
});
