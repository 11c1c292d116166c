import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { due, type Schedule } from "../../../src/jobs/due.ts";

const daily: Schedule = { every: "day", hour: 4, openHours: 20 };
const hourly: Schedule = { every: "hour" };
const nudges: Schedule = { every: "weekday", hour: 9, openHours: 8 };
const digest: Schedule = { every: "week", weekday: 1, hour: 9, openHours: 72 };
const costs: Schedule = { every: "month", dayOfMonth: 3, hour: 9, openHours: 240 };
const at = (schedule: Schedule, instant: string, zone = "UTC") =>
  due(schedule, new Date(instant), zone)?.period ?? null;

describe("what is due", () => {
  it.each([
    ["daily, a minute early", daily, "2026-11-23T03:59:59Z", null],
    ["daily, on time", daily, "2026-11-23T04:00:00Z", "2026-11-23"],
    ["daily, late the same day", daily, "2026-11-23T23:59:00Z", "2026-11-23"],
    ["hour, at its last minute", hourly, "2026-11-23T04:59:59Z", "2026-11-23T04"],
    ["weekday, Monday morning", nudges, "2026-11-23T09:00:00Z", "2026-11-23"],
    ["weekday, too late for the day", nudges, "2026-11-23T17:00:00Z", null],
    ["weekday, Friday morning", nudges, "2026-11-20T09:00:00Z", "2026-11-20"],
    ["weekday, Saturday", nudges, "2026-11-21T10:00:00Z", null],
    ["weekday, Sunday", nudges, "2026-11-22T10:00:00Z", null],
    ["week, Monday: the week that ended", digest, "2026-11-23T09:00:00Z", "2026-W47"],
    ["week, caught up on Wednesday", digest, "2026-11-25T22:00:00Z", "2026-W47"],
    ["week, up to Thursday's hour", digest, "2026-11-26T08:59:00Z", "2026-W47"],
    ["week, Thursday at that hour is too late", digest, "2026-11-26T09:00:00Z", null],
    ["week, over the turn of the year", digest, "2027-01-04T09:00:00Z", "2026-W53"],
    ["month, on the 3rd: the month that ended", costs, "2026-12-03T09:00:00Z", "2026-11"],
    ["month, not on the 2nd", costs, "2026-12-02T23:00:00Z", null],
    ["month, caught up on the 12th", costs, "2026-12-12T09:00:00Z", "2026-11"],
    ["month, over after ten days", costs, "2026-12-13T09:00:00Z", null],
    ["month, in January", costs, "2027-01-05T12:00:00Z", "2026-12"],
  ])("%s", (_name, schedule, instant, period) => {
    expect(at(schedule, instant)).toBe(period);
  });

  it("goes by the wall clock of each zone", () => {
    const instant = "2026-11-23T01:30:00Z";
    expect(at(nudges, instant, "Asia/Shanghai")).toBe("2026-11-23");
    expect(at(nudges, instant, "Europe/Berlin")).toBeNull();
    // Still Sunday there.
    expect(at(nudges, instant, "America/New_York")).toBeNull();
    expect(due(nudges, new Date(instant), "Asia/Shanghai")?.day).toBe("2026-11-23");
  });

  it("runs in the next hour where the clock change skips its own", () => {
    const atTwo: Schedule = { every: "day", hour: 2, openHours: 3 };
    // Berlin, 29 March 2026: 01:59 is followed by 03:00.
    expect(at(atTwo, "2026-03-29T00:59:00Z", "Europe/Berlin")).toBeNull();
    expect(at(atTwo, "2026-03-29T01:00:00Z", "Europe/Berlin")).toBe("2026-03-29");
  });

  it("is one and the same period in both hours that a clock change repeats", () => {
    const atTwo: Schedule = { every: "day", hour: 2, openHours: 1 };
    // Berlin, 25 October 2026: 02:30 comes twice.
    expect(at(atTwo, "2026-10-25T00:30:00Z", "Europe/Berlin")).toBe("2026-10-25");
    expect(at(atTwo, "2026-10-25T01:30:00Z", "Europe/Berlin")).toBe("2026-10-25");
  });

  it("comes due exactly once a day in every zone, whatever the clocks do", () => {
    const zones = fc.constantFrom("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Beirut");
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(zones, hours, fc.integer({ min: 0, max: 364 }), (zone, hour, dayOfYear) => {
        const start = Date.UTC(2026, 0, 1) + dayOfYear * 86_400_000;
        const quarters = Array.from({ length: 4 * 72 }, (_, i) => new Date(start + i * 15 * 60_000));
        const schedule: Schedule = { every: "day", hour, openHours: 24 - hour };
        const periods = quarters.map((quarter) => due(schedule, quarter, zone)?.period ?? null);
        // Every day fully inside the three days is seen, and a period never comes back once it is over.
        const changes = periods.filter((period, i) => period !== null && period !== periods[i - 1]);
        expect(new Set(changes).size).toBe(changes.length);
        expect(changes.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 40 },
    );
  });
});
