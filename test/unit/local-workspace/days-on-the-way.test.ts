import { describe, expect, it } from "vitest";
import { DEMO_TEAM } from "../../../src/demo/team.ts";
import { localTime } from "../../../src/domain/calendar.ts";
import { mornings } from "../../../src/local-workspace/days-on-the-way.ts";

const days = (stops: readonly Date[]) => [...new Set(stops.map((stop) => stop.toISOString().slice(0, 10)))];

describe("where the moved clock stops on the way", () => {
  const [from, to] = [new Date("2026-11-23T10:00:00Z"), new Date("2026-11-30T08:00:00Z")];

  it("is between the two moments, in their order, on every day", () => {
    const stops = mornings(from, to);
    expect(stops).toEqual([...stops].sort((a, b) => +a - +b));
    expect(stops.every((stop) => stop > from && stop < to)).toBe(true);
    expect(days(stops)).toEqual(["23", "24", "25", "26", "27", "28", "29"].map((day) => `2026-11-${day}`));
    expect(mornings(from, new Date("2026-11-23T11:00:00Z"))).toEqual([]);
  });

  it("is within the hours for nudges once a day at every member's place, in summer and in winter", () => {
    for (const monday of [
      "2026-07-06",
      "2026-10-26",
      "2026-11-02",
      "2027-01-04",
      "2027-03-15",
      "2027-03-29",
    ]) {
      const begins = new Date(`${monday}T00:00:00Z`);
      const stops = mornings(begins, new Date(begins.getTime() + 86_400_000));
      for (const { timeZone } of DEMO_TEAM) {
        const hours = stops.map(
          (stop) => localTime(stop, timeZone).hour + localTime(stop, timeZone).minute / 60,
        );
        expect([timeZone, monday, hours.some((hour) => hour >= 9 && hour < 17)]).toEqual([
          timeZone,
          monday,
          true,
        ]);
      }
    }
  });

  it("is in the last week alone where the clock is moved by a year", () => {
    const stops = mornings(from, new Date("2027-11-23T10:00:00Z"));
    expect(days(stops)[0]).toBe("2027-11-16");
    expect(stops.length).toBeLessThanOrEqual(16);
  });
});
