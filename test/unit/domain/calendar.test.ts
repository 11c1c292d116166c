import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  firstDayOfQuarter,
  firstDayOfWeek,
  isDay,
  lastDayOfMonth,
  lastDayOfQuarter,
  localTime,
  previousMonth,
  quarterBegan,
  startOfDay,
  weekdayOf,
  weekOf,
} from "../../../src/domain/calendar.ts";

describe("calendar", () => {
  it("counts days across months, years and leap days", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysBetween("2026-03-01", "2026-02-01")).toBe(-28);
  });

  it.each([
    ["2026-01-01", "2026-01-01", "2026-03-31"],
    ["2028-02-29", "2028-01-01", "2028-03-31"],
    ["2026-06-30", "2026-04-01", "2026-06-30"],
    ["2026-07-01", "2026-07-01", "2026-09-30"],
    ["2026-12-31", "2026-10-01", "2026-12-31"],
  ])("%s lies in the quarter from %s to %s", (day, first, last) => {
    expect([firstDayOfQuarter(day), lastDayOfQuarter(day)]).toEqual([first, last]);
  });

  it("begins a quarter where the clock hangs, not in UTC", () => {
    const began = (now: string, zone: string) => quarterBegan(new Date(now), zone).toISOString();
    expect(began("2026-12-31T12:00:00Z", "Pacific/Auckland")).toBe("2026-12-31T11:00:00.000Z");
    expect(began("2027-01-01T06:00:00Z", "America/Los_Angeles")).toBe("2026-10-01T07:00:00.000Z");
    expect(began("2026-10-01T00:00:00Z", "Asia/Kolkata")).toBe("2026-09-30T18:30:00.000Z");
    expect(began("2026-11-05T00:00:00Z", "UTC")).toBe("2026-10-01T00:00:00.000Z");
  });

  it.each([
    ["2026-11-22", "2026-W47", 7],
    ["2026-11-23", "2026-W48", 1],
    ["2027-01-01", "2026-W53", 5],
    ["2024-12-30", "2025-W01", 1],
    ["2021-01-03", "2020-W53", 7],
  ])("%s lies in %s, on weekday %i", (day, week, weekday) => {
    expect(weekOf(day)).toBe(week);
    expect(weekdayOf(day)).toBe(weekday);
  });

  it("finds the Monday of every week again", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (offset) => {
        const day = addDays("2026-11-22", offset);
        expect(firstDayOfWeek(weekOf(day))).toBe(addDays(day, 1 - weekdayOf(day)));
      }),
    );
  });

  it("knows the ends of months", () => {
    expect(lastDayOfMonth("2026-02")).toBe("2026-02-28");
    expect(lastDayOfMonth("2026-12")).toBe("2026-12-31");
    expect(previousMonth("2026-01")).toBe("2025-12");
  });

  it("reads the wall clock of a zone", () => {
    const instant = new Date("2026-11-22T23:30:00Z");
    expect(localTime(instant, "Asia/Shanghai")).toEqual({ day: "2026-11-23", hour: 7, minute: 30 });
    expect(localTime(instant, "UTC")).toEqual({ day: "2026-11-22", hour: 23, minute: 30 });
    expect(localTime(new Date("2026-11-22T00:00:00Z"), "UTC").hour).toBe(0);
  });

  it.each([
    ["2026-11-23", "UTC", "2026-11-23T00:00:00Z"],
    ["2026-11-23", "Asia/Shanghai", "2026-11-22T16:00:00Z"],
    ["2026-11-23", "Pacific/Kiritimati", "2026-11-22T10:00:00Z"],
    ["2026-11-23", "Pacific/Pago_Pago", "2026-11-23T11:00:00Z"],
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z"],
    // Beirut's clocks skip midnight itself: the day begins at one.
    ["2025-03-30", "Asia/Beirut", "2025-03-29T22:00:00Z"],
  ])("%s begins in %s at %s", (day, zone, instant) => {
    expect(startOfDay(day, zone)).toEqual(new Date(instant));
  });
});

it.each([
  ["2024-02-29", true],
  ["2027-02-28", true],
  ["2027-02-29", false],
  ["2027-02-31", false],
  ["2027-13-01", false],
  ["2027-00-10", false],
  ["2027-1-1", false],
  ["tomorrow", false],
  ["", false],
])("%s is a day there is: %s", (text, expected) => expect(isDay(text)).toBe(expected));
