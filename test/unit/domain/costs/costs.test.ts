import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../../../src/domain/calendar.ts";
import { type CostEntry, shareOfDays } from "../../../../src/domain/costs/cost-entry.ts";
import { monthCosts } from "../../../../src/domain/costs/month-costs.ts";

const entry = (given: Partial<CostEntry>): CostEntry => ({
  source: "test",
  externalId: "1",
  category: "tools",
  subcategory: null,
  kind: "indirect",
  amountMinor: 10_000,
  currency: "USD",
  fromDay: "2026-11-01",
  toDay: "2026-11-30",
  appliesTo: "all",
  driver: "equal",
  note: null,
  ...given,
});
const base = { served: 10, retained: 8 };

describe("a cost's share of some days", () => {
  it("takes whole units per day and gives the rest to the first days", () => {
    const ten = entry({ amountMinor: 10, fromDay: "2026-11-01", toDay: "2026-11-04" });
    const days = [0, 1, 2, 3].map((i) => addDays("2026-11-01", i));
    expect(days.map((day) => shareOfDays(ten, day, day))).toEqual([3, 3, 2, 2]);
  });

  it("is nothing outside, and all of it over the whole time", () => {
    const november = entry({});
    expect(shareOfDays(november, "2026-10-01", "2026-10-31")).toBe(0);
    expect(shareOfDays(november, "2026-12-01", "2026-12-31")).toBe(0);
    expect(shareOfDays(november, "2026-01-01", "2026-12-31")).toBe(10_000);
  });

  it("adds up to the cost however its days are divided", () => {
    const cost = fc.record({
      amountMinor: fc.integer({ min: 1, max: 9_000_000_000_000 }),
      days: fc.integer({ min: 1, max: 800 }),
      cuts: fc.array(fc.integer({ min: 0, max: 799 }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(cost, ({ amountMinor, days, cuts }) => {
        const fromDay = "2023-12-15";
        const toDay = addDays(fromDay, days - 1);
        const ends = [...new Set([...cuts.filter((cut) => cut < days - 1), days - 1])].sort((a, b) => a - b);
        const parts = ends.map((end, index) =>
          shareOfDays(
            entry({ amountMinor, fromDay, toDay }),
            addDays(fromDay, (ends[index - 1] ?? -1) + 1),
            addDays(fromDay, end),
          ),
        );
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amountMinor);
      }),
    );
  });
});

describe("a VIP's year", () => {
  const labour = Array.from({ length: 12 }, (_, month) => {
    const fromDay = `2026-${String(month + 1).padStart(2, "0")}-01`;
    const next = month === 11 ? "2027-01-01" : `2026-${String(month + 2).padStart(2, "0")}-01`;
    return entry({ category: "labour", amountMinor: 50_000, fromDay, toDay: addDays(next, -1) });
  });
  const yearly = (minor: number) => entry({ amountMinor: minor, fromDay: "2026-01-01", toDay: "2026-12-31" });
  const year = (entries: CostEntry[]) =>
    entries.reduce((sum, one) => sum + shareOfDays(one, "2026-01-01", "2026-12-31"), 0);

  it("is 12 × 500 + 20 + 100 = 6,120 and with research 6,180, never 680", () => {
    expect(year([...labour, yearly(2_000), yearly(10_000)])).toBe(612_000);
    expect(year([...labour, yearly(2_000), yearly(10_000), yearly(6_000)])).toBe(618_000);
  });
});

describe("a month's costs", () => {
  it("sums each currency by category and kind, per customer served and retained", () => {
    const costs = monthCosts(
      [
        entry({ category: "labour", kind: "direct", amountMinor: 40_000 }),
        entry({ category: "tools", kind: "indirect", amountMinor: 12_000 }),
        entry({ currency: "EUR", amountMinor: 800, kind: "direct" }),
      ],
      "2026-11",
      base,
    );
    expect(costs).toMatchObject([
      { currency: "EUR", totalMinor: 800, directMinor: 800, indirectMinor: 0 },
      {
        currency: "USD",
        totalMinor: 52_000,
        byCategory: [
          { category: "labour", minor: 40_000 },
          { category: "tools", minor: 12_000 },
        ],
        directMinor: 40_000,
        indirectMinor: 12_000,
        perServed: { money: { minor: 5_200, currency: "USD" } },
        perRetained: { money: { minor: 6_500, currency: "USD" } },
        previousTotalMinor: 0,
        changePercent: null,
      },
    ]);
  });

  it("takes only the month's days of a longer cost, and compares with the month before", () => {
    // 61 days of one dollar each: 31 in October, 30 in November.
    const twoMonths = entry({ amountMinor: 6_100, fromDay: "2026-10-01", toDay: "2026-11-30" });
    const extra = entry({ category: "marketing", amountMinor: 600 });
    const [costs] = monthCosts([twoMonths, extra], "2026-11", base);
    expect(costs).toMatchObject({ totalMinor: 3_600, previousTotalMinor: 3_100 });
    expect(costs?.changePercent).toBeCloseTo(16.129, 3);
    expect(costs?.movements).toEqual([
      { category: "marketing", minor: 600, previousMinor: 0 },
      { category: "tools", minor: 3_000, previousMinor: 3_100 },
    ]);
  });

  it("shows a currency whose costs stopped, and not one that never had any near", () => {
    const october = entry({ fromDay: "2026-10-01", toDay: "2026-10-31" });
    const july = entry({ currency: "JPY", fromDay: "2026-07-01", toDay: "2026-07-31" });
    const costs = monthCosts([october, july], "2026-11", base);
    expect(costs.map(({ currency, totalMinor }) => [currency, totalMinor])).toEqual([["USD", 0]]);
    expect(costs[0]?.changePercent).toBe(-100);
  });

  it("has no figure per customer without customers", () => {
    const [costs] = monthCosts([entry({})], "2026-11", { served: 0, retained: 0 });
    expect(costs?.perServed).toMatchObject({ kind: "not-applicable" });
    expect(costs?.perRetained).toMatchObject({ kind: "not-applicable" });
  });

  it("divides a month's days in all years' lengths of February", () => {
    expect(daysBetween("2028-02-01", "2028-03-01")).toBe(29);
    const leap = entry({ amountMinor: 2_900, fromDay: "2028-02-01", toDay: "2028-02-29" });
    expect(monthCosts([leap], "2028-02", base)[0]?.totalMinor).toBe(2_900);
  });
});
