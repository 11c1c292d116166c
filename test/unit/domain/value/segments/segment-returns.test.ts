import { describe, expect, it } from "vitest";
import type { CostBudget } from "../../../../../src/domain/costs/budget.ts";
import { segmentBudgetMinor } from "../../../../../src/domain/value/segments/segment-returns.ts";

const period = { fromDay: "2026-07-01", toDay: "2026-07-31" };
const budget = (given: Partial<CostBudget> = {}): CostBudget => ({
  scope: { kind: "segment", name: "VIP" },
  fromDay: "2026-07-01",
  toDay: "2026-07-31",
  amountMinor: 3_100,
  currency: "EUR",
  ...given,
});
const of = (...budgets: CostBudget[]) => segmentBudgetMinor(budgets, "VIP", period);

describe("a segment's budget in a period", () => {
  it.each([
    ["all of one for just these days", {}, 3_100],
    ["the days in it of one that began before", { fromDay: "2026-05-31", toDay: "2026-07-31" }, 1_550],
    ["the days in it of one that ends after", { toDay: "2026-08-31" }, 1_550],
    ["one day of one that ends on the first", { fromDay: "2026-06-01", toDay: "2026-07-01" }, 100],
    ["one day of one that begins on the last", { fromDay: "2026-07-31", toDay: "2026-08-30" }, 100],
    ["nothing of one that is over", { fromDay: "2026-06-01", toDay: "2026-06-30" }, null],
    ["nothing of one that has not begun", { fromDay: "2026-08-01", toDay: "2026-08-31" }, null],
    ["nothing of another segment's", { scope: { kind: "segment", name: "Key" } }, null],
    ["nothing of one for everybody", { scope: { kind: "all" } }, null],
    ["nothing of a category's", { scope: { kind: "category", category: "labour" } }, null],
  ] as ReadonlyArray<[string, Partial<CostBudget>, number | null]>)("is %s", (_what, given, minor) => {
    expect(of(budget(given))).toBe(minor);
  });

  it("is the sum of several, and none without any", () => {
    expect(of(budget(), budget({ amountMinor: 50 }))).toBe(3_150);
    expect(of()).toBeNull();
  });
});
