import { describe, expect, it } from "vitest";
import type { Timetable } from "../../../src/jobs/due.ts";
import type { Job } from "../../../src/jobs/job.ts";
import { nextRun, standOfJobs } from "../../../src/jobs/stand-of-jobs.ts";
import type { NewestRun } from "../../../src/store/jobs/job-runs.ts";
import type { MissedPeriods } from "../../../src/store/jobs/missed-periods.ts";

const NOW = new Date("2026-11-23T09:30:00Z");
const skip = { kind: "skip" } as const;
const daily: Timetable = { schedule: { every: "day", hour: 9, openHours: 4 }, catchUp: skip };
const ran = (period: string, change: Partial<NewestRun> = {}): NewestRun => ({
  ...{ job: "job", period: `${period} UTC`, timeZone: "UTC", status: "done", attempts: 1, startedAt: NOW },
  ...{ finishedAt: NOW, error: null, isLast: false },
  ...change,
});
const next = (timetable: Timetable, last: NewestRun | null, now = NOW) =>
  nextRun(timetable, "UTC", last, now);

describe("when a job runs next", () => {
  it("is now while its period is open and not done", () => {
    const tomorrow = { kind: "at", day: "2026-11-24", hour: 9 };
    expect(next(daily, null)).toEqual({ kind: "now" });
    expect(next(daily, ran("2026-11-22"))).toEqual({ kind: "now" });
    expect(next(daily, ran("2026-11-23", { status: "failed" }))).toEqual({ kind: "now" });
    expect(next(daily, ran("2026-11-23"))).toEqual(tomorrow);
    expect(next(daily, ran("2026-11-23", { status: "skipped" }))).toEqual(tomorrow);
    expect(next(daily, ran("2026-11-23", { status: "failed", isLast: true }))).toEqual(tomorrow);
    expect(next(daily, ran("2026-11-23 start 2026-11-23T09:10:00.000Z"))).toEqual(tomorrow);
  });

  it("is today before its hour, and tomorrow once its time is over", () => {
    expect(next(daily, null, new Date("2026-11-23T08:59:00Z"))).toMatchObject({ day: "2026-11-23" });
    expect(next(daily, null, new Date("2026-11-23T13:00:00Z"))).toMatchObject({ day: "2026-11-24" });
  });

  it("is the next hour, week day or day of a month", () => {
    const hourly: Timetable = { schedule: { every: "hour" }, catchUp: skip };
    const late = new Date("2026-11-23T23:10:00Z");
    expect(next(hourly, ran("2026-11-23T23"), late)).toEqual({ kind: "at", day: "2026-11-24", hour: 0 });
    const weekly: Timetable = {
      schedule: { every: "week", weekday: 7, hour: 2, openHours: 48 },
      catchUp: skip,
    };
    expect(next(weekly, null, new Date("2026-11-25T00:00:00Z"))).toMatchObject({
      day: "2026-11-29",
      hour: 2,
    });
    const monthly: Timetable = {
      schedule: { every: "month", dayOfMonth: 3, hour: 9, openHours: 24 },
      catchUp: skip,
    };
    expect(next(monthly, null)).toMatchObject({ day: "2026-12-03" });
  });
});

it("counts what each clock of a job missed, and puts those by turns on one line", async () => {
  const job = (name: string, more: Partial<Job> = {}): Job => ({
    ...{ ...daily, name, timeZones: async () => ["UTC", "Asia/Taipei"] },
    run: async () => ({ kind: "skipped", because: "never run" }),
    ...more,
  });
  const gap = (timeZone: string, periods: number, lastDay: string): MissedPeriods => ({
    ...{
      job: "digest",
      timeZone,
      periods,
      lastDay,
      firstDay: lastDay,
      firstPeriod: lastDay,
      lastPeriod: lastDay,
    },
    notedAt: NOW,
  });
  const missed = [
    gap("UTC", 3, "2026-11-10"),
    gap("UTC", 1, "2026-11-20"),
    gap("Europe/Berlin", 9, "2026-11-21"),
  ];
  const newest = [ran("2026-11-23T08", { job: "nudges", timeZone: "Asia/Taipei" })];
  const stands = await standOfJobs(
    [job("digest"), job("nudges", { isByTurns: true })],
    { newest, missed },
    NOW,
  );
  expect(
    stands.map((one) => [one.job, one.timeZone, one.missed, one.lastMissedOn, one.last?.timeZone]),
  ).toEqual([
    ["digest", "UTC", 4, "2026-11-20", undefined],
    ["digest", "Asia/Taipei", 0, null, undefined],
    ["nudges", null, 0, null, "Asia/Taipei"],
  ]);
});
