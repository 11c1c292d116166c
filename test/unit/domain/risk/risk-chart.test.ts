import { describe, expect, it } from "vitest";
import type { Day } from "../../../../src/domain/calendar.ts";
import { riskChart } from "../../../../src/domain/risk/risk-chart.ts";
import { type DatedEvent, eventsOfWeek, type RiskWeek } from "../../../../src/domain/risk/risk-over-time.ts";

const nothing = { ended: 0, priceChanged: 0, reached: 0, modelVersions: [] };
const week = (day: Day, high: number | null): RiskWeek => ({
  day,
  customers: high === null ? null : { high, medium: 2 * high, low: 9 },
  events: nothing,
});

describe("risk over time", () => {
  it("has one point for each week that is known, and says what it shows", () => {
    const weeks = [week("2026-11-09", 4), week("2026-11-16", null), week("2026-11-23", 7)];
    expect(riskChart({ weeks })).toMatchObject({
      finding: { code: "chart.risk.more", parameters: { high: 7, change: 3, before: { day: "2026-11-09" } } },
      categories: [
        { parameters: { day: { day: "2026-11-09" } } },
        { parameters: { day: { day: "2026-11-23" } } },
      ],
      series: [{ values: [4, 7] }, { values: [8, 14] }],
    });
  });

  it.each([
    [7, 7, "chart.risk.same"],
    [7, 4, "chart.risk.fewer"],
  ])("from %i to %i is %s", (from, to, code) => {
    expect(riskChart({ weeks: [week("2026-11-16", from), week("2026-11-23", to)] })?.finding.code).toBe(code);
  });

  it("is not drawn of one week", () => {
    expect(riskChart({ weeks: [week("2026-11-16", null), week("2026-11-23", 3)] })).toBeNull();
    expect(riskChart({ weeks: [] })).toBeNull();
  });

  it("takes the events of the seven days before, without the day itself", () => {
    const event = (day: Day, kind: DatedEvent["kind"], count: number) => ({ day, kind, count });
    const events = [
      event("2026-11-15", "reached", 100),
      event("2026-11-16", "reached", 1),
      event("2026-11-22", "reached", 2),
      event("2026-11-23", "reached", 100),
      event("2026-11-20", "price-changed", 3),
      event("2026-11-21", "model", 12),
    ];
    expect(eventsOfWeek("2026-11-23", events, 5)).toEqual({
      ended: 5,
      priceChanged: 3,
      reached: 3,
      modelVersions: [12],
    });
  });
});
