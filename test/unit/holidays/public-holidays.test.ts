import { describe, expect, it } from "vitest";
import { publicHolidays } from "../../../src/holidays/public-holidays.ts";

const holidays = publicHolidays();

describe("public holidays", () => {
  it.each([
    ["DE", "2026-12-25", "1. Weihnachtstag"],
    ["CN", "2026-02-17", "春节"],
    ["US", "2026-11-26", "Thanksgiving Day"],
  ])("in %s on %s: %s", (country, day, name) => {
    expect(holidays.on(country, day)).toBe(name);
  });

  it.each([
    ["an ordinary day", "DE", "2026-12-23"],
    ["a holiday of one state", "DE", "2026-08-15"],
    ["half a day off", "CN", "2026-05-04"],
    ["a country nobody knows", "ZZ", "2026-12-25"],
    ["no country", "__proto__", "2026-12-25"],
  ])("none on %s", (_what, country, day) => {
    expect(holidays.on(country, day)).toBeNull();
  });

  it.each([
    ["Europe/Berlin", "DE"],
    ["Asia/Taipei", "TW"],
    ["Europe/Helsinki", "FI"],
    ["Asia/Calcutta", "IN"],
    ["UTC", null],
    ["Nowhere/At_All", null],
  ])("the country of %s is %s", (timeZone, country) => {
    expect(holidays.countryOf(timeZone)).toBe(country);
  });
});
