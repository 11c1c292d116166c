import { describe, expect, it } from "vitest";
import { cameDue, mayBegin, missedRows } from "../../../src/jobs/came-due.ts";
import type { Timetable } from "../../../src/jobs/due.ts";

const skip = { kind: "skip" } as const;
const nightly: Timetable = { schedule: { every: "day", hour: 4, openHours: 20 }, catchUp: skip };
const hourly: Timetable = { schedule: { every: "hour" }, catchUp: skip };
const training: Timetable = {
  schedule: { every: "week", weekday: 7, hour: 2, openHours: 48 },
  catchUp: { kind: "run", withinDays: 7 },
};
const costs: Timetable = {
  schedule: { every: "month", dayOfMonth: 3, hour: 9, openHours: 240 },
  catchUp: { kind: "run", withinDays: 28 },
};
const periods = (timetable: Timetable, from: string | null, now: string, zone = "UTC") =>
  cameDue(timetable, zone, from, new Date(now)).over.map(({ period }) => period);
const accountedTo = (timetable: Timetable, from: string | null, now: string) =>
  cameDue(timetable, "UTC", from, new Date(now)).accountedTo;
const begins = (timetable: Timetable, mark: string | null, now: string) =>
  mayBegin(timetable, "UTC", mark, new Date(now))?.period ?? null;

describe("what came due and is over", () => {
  it("is nothing for a clock that is seen for the first time", () => {
    expect(periods(nightly, null, "2026-11-27T12:00:00Z")).toEqual([]);
    expect(accountedTo(nightly, null, "2026-11-27T12:00:00Z")).toBe("2026-11-27");
    expect(accountedTo(nightly, null, "2026-11-27T03:00:00Z")).toBe("2026-11-27");
    expect(accountedTo(training, null, "2026-11-27T03:00:00Z")).toBe("2026-11-28");
  });

  it("is every day since the mark but the one that may still begin", () => {
    expect(periods(nightly, "2026-11-24", "2026-11-27T12:00:00Z")).toEqual([
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
    ]);
    expect(periods(nightly, "2026-11-24", "2026-11-26T03:59:00Z")).toEqual(["2026-11-24", "2026-11-25"]);
    expect(periods(nightly, "2026-11-27", "2026-11-27T12:00:00Z")).toEqual([]);
  });

  it("leaves out a late week or month that can be caught up, and names those before it", () => {
    // Off from Saturday to Wednesday: Sunday's training is still wanted.
    expect(periods(training, "2026-11-22", "2026-11-25T08:00:00Z")).toEqual([]);
    expect(periods(training, "2026-11-22", "2026-12-02T08:00:00Z")).toEqual(["2026-W46"]);
    expect(periods(costs, "2026-10-03", "2026-12-14T08:00:00Z")).toEqual(["2026-09", "2026-10"]);
  });

  it("has no hour that the clocks skip, and one where they repeat it", () => {
    // Berlin, 29 March 2026: 01:59 is followed by 03:00.
    expect(periods(hourly, "2026-03-29T01", "2026-03-29T02:30:00Z", "Europe/Berlin")).toEqual([
      "2026-03-29T01",
      "2026-03-29T03",
    ]);
    // Berlin, 25 October 2026: 02:00 to 02:59 comes twice.
    expect(periods(hourly, "2026-10-25T01", "2026-10-25T03:10:00Z", "Europe/Berlin")).toEqual([
      "2026-10-25T01",
      "2026-10-25T02",
      "2026-10-25T03",
    ]);
  });

  it("reaches back 400 days and no further", () => {
    const long = periods(nightly, "2020-01-01", "2026-11-27T12:00:00Z");
    expect(long).toHaveLength(400);
    expect(long.at(-1)).toBe("2026-11-26");
  });
});

describe("what may begin", () => {
  it("is a week's training until the next Sunday, where the bot was there before", () => {
    expect(begins(training, "2026-11-22", "2026-11-25T08:00:00Z")).toBe("2026-W46");
    expect(begins(training, "2026-11-22", "2026-11-29T01:59:00Z")).toBe("2026-W46");
    expect(begins(training, "2026-11-22", "2026-11-29T02:00:00Z")).toBe("2026-W47");
    expect(begins(training, null, "2026-11-25T08:00:00Z")).toBeNull();
    expect(begins(training, "2026-11-26", "2026-11-25T08:00:00Z")).toBeNull();
  });

  it("is the costs of November on 14 December, and for a channel of today what is on time alone", () => {
    expect(begins(costs, "2026-12-03", "2026-12-14T12:00:00Z")).toBe("2026-11");
    expect(begins(costs, null, "2026-12-14T12:00:00Z")).toBeNull();
    expect(begins(costs, null, "2026-12-12T12:00:00Z")).toBe("2026-11");
  });
});

it("counts what was missed in rows that a run interrupts", () => {
  const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];
  const over = days.map((day) => ({ period: day, day, timeZone: "UTC" }));
  const rows = missedRows(over, (period) => period === "2026-11-25");
  expect(rows.map(({ firstDay, lastDay, periods: count }) => [firstDay, lastDay, count])).toEqual([
    ["2026-11-23", "2026-11-24", 2],
    ["2026-11-26", "2026-11-26", 1],
  ]);
  expect(missedRows(over, () => true)).toEqual([]);
});
