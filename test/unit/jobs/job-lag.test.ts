import { describe, expect, it } from "vitest";
import type { Schedule } from "../../../src/jobs/due.ts";
import { firstOpening, jobLags } from "../../../src/jobs/job-lag.ts";
import type { JobHistory } from "../../../src/store/jobs/process-figures.ts";

const HOUR = 3_600_000;
const daily: Schedule = { every: "day", hour: 4, openHours: 20 };
const monthly: Schedule = { every: "month", dayOfMonth: 3, hour: 9, openHours: 240 };
const weekly: Schedule = { every: "week", weekday: 1, hour: 9, openHours: 72 };
const weekday: Schedule = { every: "weekday", hour: 9, openHours: 8 };
const hourly: Schedule = { every: "hour" };

describe("when a job first comes due after a moment", () => {
  it.each([
    ["day, the same one", daily, "2026-11-23T03:59:00Z", "UTC", "2026-11-23T04:00:00Z"],
    ["day, at its hour: the next one", daily, "2026-11-23T04:00:00Z", "UTC", "2026-11-24T04:00:00Z"],
    [
      "day, by the wall clock of a zone",
      daily,
      "2026-11-23T03:30:00Z",
      "Europe/Berlin",
      "2026-11-24T03:00:00Z",
    ],
    [
      "day, when the clock goes forward",
      daily,
      "2026-03-28T12:00:00Z",
      "Europe/Berlin",
      "2026-03-29T02:00:00Z",
    ],
    ["day, when the clock goes back", daily, "2026-10-24T12:00:00Z", "Europe/Berlin", "2026-10-25T03:00:00Z"],
    ["weekday, over the weekend", weekday, "2026-11-20T09:00:01Z", "UTC", "2026-11-23T09:00:00Z"],
    ["week", weekly, "2026-11-23T10:00:00Z", "UTC", "2026-11-30T09:00:00Z"],
    ["month", monthly, "2026-11-03T10:00:00Z", "UTC", "2026-12-03T09:00:00Z"],
    ["hour", hourly, "2026-11-23T04:00:30Z", "UTC", "2026-11-23T05:00:00Z"],
    [
      "hour, in a zone half an hour off",
      hourly,
      "2026-11-23T04:00:30Z",
      "Asia/Kolkata",
      "2026-11-23T04:30:00Z",
    ],
  ] as const)("%s", (_what, schedule, after, zone, expected) => {
    expect(firstOpening(schedule, new Date(after), zone)).toEqual(new Date(expected));
  });
});

describe("how late a job is", () => {
  const startedAt = new Date("2026-11-20T00:00:00Z");
  const run = (servedAt: string | null, timeZone = "UTC", firstAt = "2026-11-01T00:00:00Z"): JobHistory => ({
    ...{
      job: "j",
      timeZone,
      firstAt: new Date(firstAt),
      servedAt: servedAt === null ? null : new Date(servedAt),
    },
  });
  const lag = (schedule: Schedule, now: string, history: JobHistory[], timeZones = ["UTC"]) =>
    jobLags([{ name: "j", schedule, timeZones }], history, { startedAt, now: new Date(now) })[0];

  it("is nothing once it was done, until it comes due again", () => {
    expect(lag(daily, "2026-11-24T03:59:00Z", [run("2026-11-23T04:00:10Z")])).toMatchObject({ lagMs: 0 });
    expect(lag(daily, "2026-11-24T06:00:00Z", [run("2026-11-23T04:00:10Z")])).toMatchObject({
      ...{ lagMs: 2 * HOUR, isOpen: true },
    });
  });

  it("goes on counting where hours pass unused, and where it fails hour by hour", () => {
    expect(lag(daily, "2026-11-26T01:00:00Z", [run("2026-11-23T04:00:10Z")])).toMatchObject({
      ...{ lagMs: 45 * HOUR, isOpen: false },
    });
    expect(lag(hourly, "2026-11-23T09:00:00Z", [run("2026-11-23T04:30:00Z")])).toMatchObject({
      lagMs: 4 * HOUR,
    });
    expect(lag(hourly, "2026-11-23T09:00:00Z", [run(null, "UTC", "2026-11-23T04:30:00Z")])).toMatchObject({
      lagMs: 4 * HOUR,
    });
  });

  it("counts from the start of the process where it never began, whatever others did", () => {
    expect(
      lag(daily, "2026-11-20T05:00:00Z", [{ ...run("2026-11-01T00:00:00Z"), job: "other" }]),
    ).toMatchObject({
      lagMs: HOUR,
    });
  });

  it("is that of its latest zone; a zone that is new counts from its last run elsewhere", () => {
    const zones = ["UTC", "Europe/Berlin"];
    const history = [run("2026-11-23T04:00:10Z")];
    expect(lag(daily, "2026-11-24T03:30:00Z", history, zones)).toMatchObject({ lagMs: HOUR / 2 });
    expect(lag(daily, "2026-11-23T05:00:00Z", history, zones)).toMatchObject({ lagMs: 0 });
  });

  it("is nothing where nobody asked for it", () => {
    expect(lag(daily, "2026-11-24T06:00:00Z", [], [])).toEqual({ job: "j", lagMs: 0, isOpen: false });
  });
});
