import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../../src/domain/calendar.ts";
import { budgetUse } from "../../../../src/domain/costs/budget-use.ts";
import type { CostCategory, CostEntry } from "../../../../src/domain/costs/cost-entry.ts";
import { type CostReport, costReport } from "../../../../src/domain/costs/cost-report.ts";
import { monthCosts } from "../../../../src/domain/costs/month-costs.ts";
import { shareOfDays } from "../../../../src/domain/figures/share-of-days.ts";

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
  const category = (name: CostCategory, totalMinor: number, previousMinor: number | null) => ({
    category: name,
    totalMinor,
    directMinor: totalMinor,
    indirectMinor: 0,
    previousMinor,
  });
  const report = (byCategory: CostReport["byCategory"], previousMinor: number | null): CostReport => {
    const totals = byCategory.map(({ category: name, totalMinor }) => {
      return { category: name, kind: "direct" as const, minor: totalMinor };
    });
    const before = byCategory.map(({ category: name, previousMinor: minor }) => {
      return { category: name, kind: "direct" as const, minor: minor ?? 0 };
    });
    return costReport({
      ...{ fromDay: "2026-11-01", toDay: "2026-11-30", currency: "USD", dimension: "category" },
      costs: {
        ...{ totals, unallocatedMinor: 0, rows: [], notes: [] },
        cohort: { atStart: 10, atEnd: 8, retained: 8, joined: 0, reactivated: 0, left: 2, served: 10 },
      },
      previous: {
        fromDay: "2026-10-01",
        toDay: "2026-10-31",
        totals: previousMinor === null ? null : before,
      },
      ...{ notes: [], mostRows: null, activityWindowDays: 365, timeZone: "UTC" },
      ...{ readAt: new Date("2026-12-03T09:00:00Z"), dataUpTo: null },
    });
  };

  it("names the three largest movements with what is behind them, largest first", () => {
    const month = report(
      [
        category("labour", 40_000, 39_000),
        category("tools", 12_000, 5_000),
        category("goods", 0, 9_000),
        category("marketing", 600, 0),
      ],
      53_000,
    );
    const costs = monthCosts(month, [
      { category: "tools", what: "CRM licence", minor: 12_000, previousMinor: 5_000 },
      { category: "goods", what: "Christmas gifts", minor: 0, previousMinor: 9_000 },
    ]);
    expect(costs.totalMinor).toBe(52_600);
    expect(costs.byCategory.map(({ category: name }) => name)).toEqual(["labour", "tools", "marketing"]);
    expect(costs.movements).toEqual([
      {
        ...{ category: "goods", minor: 0, previousMinor: 9_000 },
        because: [{ what: "Christmas gifts", minor: 0, previousMinor: 9_000 }],
      },
      {
        ...{ category: "tools", minor: 12_000, previousMinor: 5_000 },
        because: [{ what: "CRM licence", minor: 12_000, previousMinor: 5_000 }],
      },
      {
        ...{ category: "labour", minor: 40_000, previousMinor: 39_000 },
        because: [
          {
            what: { code: "cost-summary.contact-time", parameters: {} },
            minor: 40_000,
            previousMinor: 39_000,
          },
        ],
      },
    ]);
    expect(costs.changePercent).toBeCloseTo(-0.755, 3);
  });

  it("compares nothing where the month before could not be worked out", () => {
    const costs = monthCosts(report([category("tools", 100, null)], null), []);
    expect(costs).toMatchObject({ movements: [], changePercent: null, totalMinor: 100 });
  });
});

describe("a budget's use", () => {
  const budget = {
    scope: { kind: "segment" as const, name: "VIP" },
    fromDay: "2026-10-01",
    toDay: "2026-12-30",
    amountMinor: 8_000_000,
    currency: "EUR",
  };

  it("stands beside the share of its days that is gone", () => {
    // 61 of 91 days.
    expect(budgetUse(budget, 2_000_000, "2026-11-30")).toMatchObject({
      scope: "segment:VIP",
      usedPercent: 25,
      elapsedPercent: (100 * 61) / 91,
    });
  });

  it("ends with its last day, and has no share of nothing", () => {
    expect(budgetUse({ ...budget, amountMinor: 0 }, 100, "2027-03-31")).toMatchObject({
      usedPercent: null,
      elapsedPercent: 100,
    });
  });
});
