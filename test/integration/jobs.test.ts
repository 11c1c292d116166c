import { expect, it } from "vitest";
import { CLAIM_MS } from "../../src/jobs/claim-and-run.ts";
import type { Job } from "../../src/jobs/job.ts";
import { MOST_ATTEMPTS } from "../../src/jobs/job-tools.ts";
import { runAtStart, runDueJobs } from "../../src/jobs/run-due-jobs.ts";
import { jobRunStore } from "../../src/store/jobs/job-runs.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const start = new Date("2026-11-23T09:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);
const minutes = (count: number) => count * 60_000;

/** A daily job that counts its runs and ends as told, done when told nothing. */
function countingJob(name: string, endings: Array<"fail" | "skip"> = []) {
  const runs: string[] = [];
  const job: Job = {
    name,
    schedule: { every: "day", hour: 9, openHours: 12 },
    catchUp: { kind: "skip" },
    timeZones: async () => ["UTC"],
    run: async ({ period }) => {
      runs.push(period);
      const ending = endings.shift();
      if (ending === "fail") throw new Error("the disk is full");
      return ending === "skip"
        ? { kind: "skipped", because: "nobody asked" }
        : { kind: "done", figures: { customers: 3 } };
    },
  };
  return { job, runs };
}

function recordingLog() {
  const lines: string[] = [];
  const keep = (level: string) => (_fields: object, message: string) => {
    lines.push(`${level}: ${message}`);
  };
  return { log: { info: keep("info"), warn: keep("warn"), error: keep("error") }, lines };
}

describeOnEachDatabase("jobs", (database) => {
  const store = () => jobRunStore(database());
  const tick = (jobs: readonly Job[], at: Date, log = recordingLog().log) =>
    runDueJobs({ jobs, jobRuns: store(), clock: () => at, log });

  it("runs a period once, though two processes ask at the same time and again later", async () => {
    const { job, runs } = countingJob("once");
    const reports = await Promise.all([tick([job], start), tick([job], start), tick([job], start)]);
    await tick([job], later(minutes(30)));
    expect(runs).toEqual(["2026-11-23"]);
    expect(reports.flat()).toEqual([{ job: "once", period: "2026-11-23 UTC", status: "done" }]);
    expect(await store().recent(10)).toMatchObject([
      { job: "once", status: "done", attempts: 1, outcome: { figures: { customers: 3 } } },
    ]);
    await tick([job], later(minutes(24 * 60)));
    expect(runs).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("runs once for each time zone, when its morning comes", async () => {
    const { job, runs } = countingJob("zones");
    const zoned = { ...job, timeZones: async () => ["Asia/Shanghai", "UTC", "America/New_York"] };
    await tick([zoned], start);
    expect(runs).toHaveLength(2);
    await tick([zoned], later(minutes(5 * 60)));
    expect(runs).toHaveLength(3);
  });

  it("tries a failed job again, three times in all, and logs each failure as one", async () => {
    const { job, runs } = countingJob("failing", ["fail", "fail", "fail", "fail"]);
    const { log, lines } = recordingLog();
    await tick([job], start, log);
    await tick([job], later(minutes(4)), log);
    expect(runs).toHaveLength(1);
    for (const minute of [5, 15, 60, 120]) await tick([job], later(minutes(minute)), log);
    expect(runs).toHaveLength(MOST_ATTEMPTS);
    expect(lines).toEqual(Array.from({ length: MOST_ATTEMPTS }, () => "error: job failed"));
    expect(await store().recent(1)).toMatchObject([
      { status: "failed", attempts: 3, outcome: { error: "the disk is full" } },
    ]);
  });

  it("is done after a retry that works", async () => {
    const { job } = countingJob("recovering", ["fail"]);
    await tick([job], start);
    await tick([job], later(minutes(5)));
    expect(await store().recent(1)).toMatchObject([{ status: "done", attempts: 2 }]);
  });

  it("tells skipped from failed and done", async () => {
    const { job } = countingJob("skipping", ["skip"]);
    const { log, lines } = recordingLog();
    await tick([job], start, log);
    await tick([job], later(minutes(30)), log);
    expect(lines).toEqual(["info: job skipped"]);
    expect(await store().recent(1)).toMatchObject([
      { status: "skipped", outcome: { because: "nobody asked" } },
    ]);
  });

  it("goes on with the other jobs when one fails, or cannot tell its time zones", async () => {
    const broken = countingJob("broken", ["fail"]);
    const lost = { ...countingJob("lost").job, timeZones: async () => ["Not/A_Zone"] };
    const sound = countingJob("sound");
    await tick([broken.job, lost, sound.job], start);
    expect(sound.runs).toHaveLength(1);
  });

  it("tells a zone nobody knows from the others: it stops its own period alone, and is in the log", async () => {
    const { job, runs } = countingJob("zones");
    const { log, lines } = recordingLog();
    await tick([{ ...job, timeZones: async () => ["Not/A_Zone", "UTC"] }], start, log);
    expect(runs).toEqual(["2026-11-23"]);
    expect(lines).toContain("error: could not tell whether the job is due");
  });

  it("runs at the start once more what the day has seen done, and once where it has not", async () => {
    const { job, runs } = countingJob("at-start", ["skip", "skip", "fail"]);
    const atStart = (at: Date) =>
      runAtStart({ jobRuns: store(), clock: () => at, log: recordingLog().log }, job);
    expect(await atStart(start)).toMatchObject([{ period: "2026-11-23 UTC" }]);
    await tick([job], later(minutes(1)));
    expect(runs).toHaveLength(1);
    const again = "2026-11-23 start 2026-11-23T09:02:00.000Z UTC";
    expect(await atStart(later(minutes(2)))).toMatchObject([{ period: again, status: "skipped" }]);
    expect(await atStart(later(minutes(3)))).toMatchObject([{ status: "failed" }]);
    expect(await store().recent(1)).toMatchObject([
      { status: "failed", outcome: { error: "the disk is full" } },
    ]);
  });

  it("takes over from a process that died, not from one that renews its claim", async () => {
    const { job, runs } = countingJob("taken-over");
    const claim = await store().claim(
      { job: "taken-over", period: "2026-11-23 UTC" },
      start,
      later(CLAIM_MS),
      MOST_ATTEMPTS,
    );
    await tick([job], later(CLAIM_MS - 1));
    expect(runs).toEqual([]);
    expect(await store().extend(claim!, later(2 * CLAIM_MS))).toBe(true);
    await tick([job], later(CLAIM_MS));
    expect(runs).toEqual([]);
    await tick([job], later(2 * CLAIM_MS));
    expect(runs).toEqual(["2026-11-23"]);
    // The dead one comes back: its claim is void.
    expect(await store().finish(claim!, "done", {}, later(2 * CLAIM_MS))).toBe(false);
    expect(await store().extend(claim!, later(3 * CLAIM_MS))).toBe(false);
  });

  it("records as failed what a process left behind on the last attempt", async () => {
    const period = { job: "crashing", period: "2026-11-23 UTC" };
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1)
      await store().claim(period, later(attempt * CLAIM_MS), later((attempt + 1) * CLAIM_MS), MOST_ATTEMPTS);
    const { log, lines } = recordingLog();
    const { job, runs } = countingJob("crashing");
    await tick([job], later(3 * CLAIM_MS), log);
    expect(runs).toEqual([]);
    expect(lines).toEqual(["error: job failed: its process stopped during the last attempt"]);
    expect(await store().recent(1)).toMatchObject([{ status: "failed", attempts: 3 }]);
  });

  it("forgets old runs, hourly ones sooner, but never the newest of a job nor the newest that was done", async () => {
    const at = (daysAgo: number) => later(-minutes(daysAgo * 24 * 60));
    const ran = async (job: string, period: string, daysAgo: number, isDone = true) => {
      const claim = await store().claim({ job, period }, at(daysAgo), at(daysAgo), 1);
      if (isDone) await store().finish(claim!, "done", {}, at(daysAgo));
      else await store().fail(claim!, { error: "the disk is full", isLast: true }, at(daysAgo), at(daysAgo));
    };
    await ran("hourly", "2026-10-20T10 UTC", 34);
    await ran("hourly", "2026-10-25T10 UTC", 29);
    await ran("daily", "2025-09-01 Europe/Berlin", 448);
    await ran("daily", "2025-12-01 Europe/Berlin", 357);
    await ran("silent", "2024-01-01T01 UTC", 1_000);
    await ran("silent", "2024-01-02T01 UTC", 999, false);
    await ran("silent", "2024-01-03T01 UTC", 998, false);
    expect(await store().forgetOld(start)).toBe(3);
    const kept = (await store().recent(10)).map(({ job, period }) => `${job} ${period}`);
    expect(kept.sort()).toEqual([
      ...["daily 2025-12-01 Europe/Berlin", "hourly 2026-10-25T10 UTC"],
      ...["silent 2024-01-01T01 UTC", "silent 2024-01-03T01 UTC"],
    ]);
    expect(await store().forgetOld(start)).toBe(0);
  });
});
