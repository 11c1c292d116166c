import { describe, expect, it } from "vitest";
import { returnOnCostToServe } from "../../../../../src/domain/value/metrics/return-on-cost-to-serve.ts";

const kept = (costMinor: number, revenueMinor: number, marginPercent: number | null) => ({
  costMinor,
  revenueMinor,
  marginPercent,
});

describe("return on cost to serve", () => {
  it("is of the same customers above and below the line", () => {
    expect(returnOnCostToServe([kept(50_000, 300_000, 50), kept(50_000, 300_000, null)])).toEqual({
      customers: 1,
      marginMinor: 150_000,
      costMinor: 50_000,
      ratio: 2,
      withoutMargin: { customers: 1, costMinor: 50_000 },
    });
  });

  it("is not told where nobody's margin is known, or nothing was spent", () => {
    expect(returnOnCostToServe([kept(10_000, 300_000, null)])).toMatchObject({ customers: 0, ratio: null });
    expect(returnOnCostToServe([kept(0, 300_000, 50)])).toMatchObject({ marginMinor: 150_000, ratio: null });
    expect(returnOnCostToServe([])).toMatchObject({ customers: 0, ratio: null });
  });

  it("adds up over any division of the customers, to the unit", () => {
    const some = [kept(1, 3, 50), kept(2, 5, 50), kept(3, 7, 50)];
    const whole = returnOnCostToServe(some).marginMinor;
    expect(some.reduce((sum, one) => sum + returnOnCostToServe([one]).marginMinor, 0)).toBe(whole);
  });
});
