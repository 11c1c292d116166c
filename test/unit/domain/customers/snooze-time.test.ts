import { expect, it } from "vitest";
import {
  LONGEST_SNOOZE_DAYS,
  snoozeDay,
  snoozeDayProblem,
} from "../../../../src/domain/customers/snooze-time.ts";

const today = "2026-11-29";

it.each([
  ["3d", "2026-12-02"],
  ["3 days", "2026-12-02"],
  ["1 day", "2026-11-30"],
  ["tomorrow", "2026-11-30"],
  ["明天", "2026-11-30"],
  ["2w", "2026-12-13"],
  ["2 weeks", "2026-12-13"],
  ["For 2  Weeks", "2026-12-13"],
  ["a week", "2026-12-06"],
  ["1 month", "2026-12-29"],
  ["2m", "2027-01-28"],
  ["两周", "2026-12-13"],
  ["兩週", "2026-12-13"],
  ["2个星期", "2026-12-13"],
  ["十天", "2026-12-09"],
  ["十二天", "2026-12-11"],
  ["二十天", "2026-12-19"],
  ["一個月", "2026-12-29"],
  ["until 2027-01-15", "2027-01-15"],
  ["2027-1-5", "2027-01-05"],
  ["到2027年1月15日", "2027-01-15"],
  ["till 2027/01/15", "2027-01-15"],
])("“%s” is until %s", (typed, day) => {
  expect(snoozeDay(typed, today)).toBe(day);
});

it.each([
  "",
  "soon",
  "2",
  "w",
  "2 moons",
  "-3d",
  "3.5 days",
  "2027-02-30",
  "15 January",
  "1000 days",
  "2w please",
])("“%s” is no time", (typed) => {
  expect(snoozeDay(typed, today)).toBeNull();
});

it("says what is wrong with a day: none, not after today, or more than a year away", () => {
  expect(snoozeDayProblem(null, today)).toBe("no-day");
  expect(snoozeDayProblem(today, today)).toBe("past");
  expect(snoozeDayProblem("2026-11-30", today)).toBeNull();
  expect(LONGEST_SNOOZE_DAYS).toBe(366);
  expect(snoozeDayProblem("2027-11-30", today)).toBeNull();
  expect(snoozeDayProblem("2027-12-01", today)).toBe("too-far");
  expect(snoozeDay("0d", today)).toBe(today);
});
