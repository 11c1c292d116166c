import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../../../../src/domain/calendar.ts";
import { deadDays, unlabelledSources } from "../../../../src/domain/risk/dead-days.ts";

/** Rows on every day, but for those from `from` up to before `back`. */
const paused = (from: Day, back: Day): Day[] =>
  Array.from({ length: 300 }, (_, place) => addDays("2026-01-01", place)).filter(
    (day) => day < from || day >= back,
  );
const WINDOW = { from: new Date("2026-06-01T00:00:00Z"), to: new Date("2026-08-30T00:00:00Z") };
const NOW = new Date("2026-10-28T00:00:00Z");
const dead = (days: readonly Day[], moment = NOW) => deadDays({ source: "crm", days }, WINDOW, moment);

describe("the dead days of a window", () => {
  it("are those of it that lie within a pause", () => {
    expect(dead(paused("2026-07-01", "2026-07-21"))).toBe(20);
    expect(dead(paused("2026-05-20", "2026-06-11"))).toBe(10);
    expect(dead(paused("2026-08-20", "2026-10-01"))).toBe(10);
    expect(dead(paused("2026-05-01", "2026-06-01"))).toBe(0);
    expect(dead(paused("2026-09-01", "2026-10-01"))).toBe(0);
    // Two days without rows are the rhythm of a daily source.
    expect(dead(paused("2026-07-01", "2026-07-03"))).toBe(0);
    expect(dead(paused("2026-07-01", "2026-07-04"))).toBe(3);
  });

  it("are all after the source stopped, up to the moment in question", () => {
    expect(dead(paused("2026-08-01", "2027-01-01"))).toBe(29);
    expect(dead(paused("2026-08-01", "2027-01-01"), new Date("2026-08-02T00:00:00Z"))).toBe(0);
    expect(dead(paused("2026-08-01", "2027-01-01"), new Date("2026-08-10T00:00:00Z"))).toBe(9);
  });
});

it("no label is known of a source whose window is dead for more than a tenth", () => {
  const histories = [
    { source: "nine", days: paused("2026-07-01", "2026-07-10") },
    { source: "ten", days: paused("2026-07-01", "2026-07-11") },
    { source: "daily", days: paused("2027-01-01", "2027-01-01") },
    { source: "new", days: ["2026-05-01"] },
  ];
  expect(unlabelledSources(histories, WINDOW, NOW)).toEqual(["ten"]);
});
