import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostBudget } from "../../../../src/domain/costs/budget.ts";
import { budgetForDays } from "../../../../src/domain/costs/budget-for-days.ts";

const july = { fromDay: "2026-07-01", toDay: "2026-07-31" };
const budget = (given: Partial<CostBudget> = {}): CostBudget => ({
  scope: { kind: "segment", name: "VIP" },
  ...july,
  amountMinor: 3_100,
  currency: "EUR",
  ...given,
});
const year = budget({ fromDay: "2026-01-01", toDay: "2026-12-31", amountMinor: 1_200_000 });
const quarter = budget({ fromDay: "2026-01-01", toDay: "2026-03-31", amountMinor: 300_000 });

describe("the budget for some days", () => {
  it.each([
    ["all of one for just these days", {}, 3_100],
    ["the days in it of one that began before", { fromDay: "2026-05-31", amountMinor: 6_200 }, 3_100],
    ["the days in it of one that ends after", { toDay: "2026-08-31", amountMinor: 6_200 }, 3_100],
    ["one day of one that ends on the first", { fromDay: "2026-06-01", toDay: "2026-07-01" }, 100],
    ["one day of one that begins on the last", { fromDay: "2026-07-31", toDay: "2026-08-30" }, 100],
    ["nothing of one that is over", { fromDay: "2026-06-01", toDay: "2026-06-30" }, undefined],
    ["nothing of one that has not begun", { fromDay: "2026-08-01", toDay: "2026-08-31" }, undefined],
  ] as ReadonlyArray<[string, Partial<CostBudget>, number | undefined]>)("is %s", (_what, given, minor) => {
    expect(budgetForDays([budget(given)], july)?.amountMinor).toBe(minor);
  });

  it("is the narrowest one alone where a quarter's is part of a year's", () => {
    const days = { fromDay: "2026-01-01", toDay: "2026-03-31" };
    expect(budgetForDays([year, quarter], days)).toEqual({
      amountMinor: 300_000,
      parts: [{ ...days, budget: quarter, amountMinor: 300_000 }],
      overlap: true,
    });
  });

  it("is the next wider one on days that the narrowest does not reach", () => {
    const half = budgetForDays([quarter, year], { fromDay: "2026-01-01", toDay: "2026-06-30" });
    expect(half?.parts.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
      ["2026-01-01", "2026-03-31"],
      ["2026-04-01", "2026-06-30"],
    ]);
    // 91 of the year's 365 days, each of those days with one of the cents left over.
    expect(half?.amountMinor).toBe(300_000 + 91 * 3_288);
  });

  it("does not speak of an overlap where budgets only follow each other", () => {
    const next = budget({ fromDay: "2026-04-01", toDay: "2026-06-30" });
    expect(budgetForDays([quarter, next], { fromDay: "2026-01-01", toDay: "2026-06-30" })).toMatchObject({
      amountMinor: 303_100,
      overlap: false,
    });
  });

  it("comes to the same, however the days are divided", () => {
    const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-07-${String(day).padStart(2, "0")}`);
    const some = fc.array(
      fc
        .tuple(anyDay, anyDay, fc.nat(99_999))
        .map(([a, b, amountMinor]) => budget({ fromDay: a < b ? a : b, toDay: a < b ? b : a, amountMinor })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, anyDay, (budgets, cut) => {
        const next = `2026-07-${String(Number(cut.slice(8)) + 1).padStart(2, "0")}`;
        const minor = (fromDay: string, toDay: string) =>
          budgetForDays(budgets, { fromDay, toDay })?.amountMinor ?? 0;
        expect(minor("2026-07-01", cut) + minor(next, "2026-07-31")).toBe(minor("2026-07-01", "2026-07-31"));
      }),
    );
  });
});
