import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Job, JobOutcome } from "../../../src/jobs/job.ts";
import { type RunDueJobsDeps, runDueJobs } from "../../../src/jobs/run-due-jobs.ts";

const NINE = new Date("2026-11-23T09:00:00Z");
const minutes = (count: number, from = NINE) => new Date(from.getTime() + count * 60_000);
const DONE: JobOutcome = { kind: "done", figures: { customers: 3 } };

const job = (
  name: string,
  run: Job["run"] = async () => DONE,
  timeZones: Job["timeZones"] = async () => ["UTC"],
): Job => ({ name, schedule: { every: "day", hour: 9, openHours: 2 }, timeZones, run });

const failing = (error: unknown) => job("score-daily", () => Promise.reject(error));

/** A table of claims that grants every one as the given attempt, unless told otherwise, and keeps what it was told. */
function world({ attempt = 1 as number | null, now = NINE, ...told }: Told = {}) {
  const calls: unknown[][] = [];
  const logged: unknown[][] = [];
  const alerts: unknown[] = [];
  const log = (level: string) => (fields: object, text: string) => void logged.push([level, text, fields]);
  const deps: Omit<RunDueJobsDeps, "jobs"> = {
    jobRuns: {
      claim: async (period, ...rest) => {
        calls.push(["claim", period, ...rest]);
        return attempt === null ? null : { ...period, attempt };
      },
      extend: async (claim, until) => {
        calls.push(["extend", claim.job, until]);
        if (told.extendFails) throw told.extendFails;
        return true;
      },
      finish: async (claim, ...rest) => {
        calls.push(["finish", claim.job, ...rest]);
        return true;
      },
      fail: async (claim, ...rest) => {
        calls.push(["fail", claim.job, ...rest]);
        if (told.failFails) throw told.failFails;
        return true;
      },
      failAbandoned: async (...request) => {
        calls.push(["failAbandoned", ...request]);
        return told.abandoned ?? [];
      },
    },
    clock: () => now,
    log: { info: log("info"), warn: log("warn"), error: log("error") },
    alert: async (failure) => {
      alerts.push(failure);
      if (told.alertFails) throw told.alertFails;
    },
  };
  return { deps, calls, logged, alerts, run: (...jobs: Job[]) => runDueJobs({ ...deps, jobs }) };
}
type Told = {
  readonly attempt?: number | null;
  readonly now?: Date;
  readonly extendFails?: Error;
  readonly failFails?: Error;
  readonly alertFails?: Error;
  readonly abandoned?: Array<{ readonly job: string; readonly period: string }>;
};

const PERIOD = "2026-11-23 UTC";

describe("a job that is due", () => {
  it("is claimed for ten minutes, run, and recorded with what came of it", async () => {
    const { run, calls, logged, alerts } = world();
    const periods: unknown[] = [];
    const due = job("score-daily", async (period) => {
      periods.push(period);
      return DONE;
    });
    expect(await run(due)).toEqual([{ job: "score-daily", period: PERIOD, status: "done" }]);
    expect(periods).toEqual([{ period: "2026-11-23", day: "2026-11-23", timeZone: "UTC" }]);
    expect(calls).toEqual([
      ["failAbandoned", NINE, 3],
      ["claim", { job: "score-daily", period: PERIOD }, NINE, minutes(10), 3],
      ["finish", "score-daily", "done", DONE, NINE],
    ]);
    expect(logged).toEqual([
      ["info", "job done", { job: "score-daily", period: PERIOD, attempt: 1, outcome: DONE }],
    ]);
    expect(alerts).toEqual([]);
  });

  it("is recorded as skipped where it had nothing to do", async () => {
    const { run, calls, logged } = world();
    const nothing: JobOutcome = { kind: "skipped", because: "nobody asked" };
    expect(await run(job("digest", async () => nothing))).toMatchObject([{ status: "skipped" }]);
    expect(calls.at(-1)).toEqual(["finish", "digest", "skipped", nothing, NINE]);
    expect(logged.map(([, text]) => text)).toEqual(["job skipped"]);
  });

  it("runs in each time zone where its hour has come, and one job after the other", async () => {
    const order: string[] = [];
    const zoned = (name: string) =>
      job(
        name,
        async ({ timeZone }) => {
          order.push(`${name} ${timeZone}`);
          return DONE;
        },
        async () => ["Asia/Taipei", "UTC", "Europe/Berlin"],
      );
    await world().run(zoned("scores"), zoned("nudges"));
    expect(order).toEqual(["scores UTC", "scores Europe/Berlin", "nudges UTC", "nudges Europe/Berlin"]);
  });

  it("is left alone where somebody else has the claim, or the period is done", async () => {
    const { run, calls } = world({ attempt: null });
    expect(await run(failing(new Error("never run")))).toEqual([]);
    expect(calls.map(([what]) => what)).toEqual(["failAbandoned", "claim"]);
  });

  it("stops nobody else where it cannot tell its time zones", async () => {
    const { run, logged } = world();
    const error = new Error("no database");
    const lost = job("lost", undefined, () => Promise.reject(error));
    expect(await run(lost, job("sound"))).toMatchObject([{ job: "sound", status: "done" }]);
    expect(logged[0]).toEqual([
      "error",
      "could not tell whether the job is due",
      { job: "lost", err: error },
    ]);
  });
});

describe("a job that fails", () => {
  const error = new Error("the disk is full");

  it("stops no other, and is tried again after five minutes, then ten", async () => {
    for (const [attempt, wait] of [
      [1, 5],
      [2, 10],
    ] as const) {
      const { run, calls, logged, alerts } = world({ attempt });
      const reports = await run(failing(error), job("nudges"));
      expect(reports.map(({ status }) => status)).toEqual(["failed", "done"]);
      expect(reports[0]).toEqual({ job: "score-daily", period: PERIOD, status: "failed" });
      expect(calls[2]).toEqual(["fail", "score-daily", "the disk is full", NINE, minutes(wait)]);
      expect(logged[0]).toEqual([
        "error",
        "job failed",
        { job: "score-daily", period: PERIOD, attempt, err: error, lastAttempt: false },
      ]);
      expect(alerts).toEqual([]);
    }
  });

  it("is told to the operators after the third attempt", async () => {
    const { run, logged, alerts } = world({ attempt: 3 });
    await run(failing("the disk is full"));
    expect(alerts).toEqual([{ job: "score-daily", period: PERIOD, error: "the disk is full", attempts: 3 }]);
    expect(logged[0]?.[2]).toMatchObject({ lastAttempt: true });
  });

  it("is told at once where the next attempt would come after the job's hours", async () => {
    // The job's hours end at eleven: a retry at five to eleven still counts, one at eleven does not.
    const tooLate = world({ now: minutes(115) });
    await tooLate.run(failing(error));
    expect(tooLate.alerts).toMatchObject([{ attempts: 1 }]);
    const inTime = world({ now: minutes(114) });
    await inTime.run(failing(error));
    expect(inTime.alerts).toEqual([]);
  });

  it("is told even where its failure could not be recorded", async () => {
    const unrecorded = new Error("no database");
    const { run, logged, alerts } = world({ attempt: 3, failFails: unrecorded });
    await run(failing(error));
    expect(logged[1]).toEqual([
      "error",
      "could not record the job's failure",
      { job: "score-daily", period: PERIOD, attempt: 3, err: unrecorded },
    ]);
    expect(alerts).toHaveLength(1);
  });

  it("stands in the log where the alert could not be kept, and nothing else is lost", async () => {
    const alertFails = new Error("no channel");
    const { run, logged } = world({ attempt: 3, alertFails });
    expect(await run(failing(error))).toMatchObject([{ status: "failed" }]);
    expect(logged[1]).toEqual([
      "error",
      "could not keep an alert about the failed job",
      { job: "score-daily", period: PERIOD, error: "the disk is full", attempts: 3, err: alertFails },
    ]);
  });

  it("needs nobody to tell", async () => {
    const { deps } = world({ attempt: 3 });
    const { alert: _nobody, ...alone } = deps;
    const reports = await runDueJobs({ ...alone, jobs: [failing(error)] });
    expect(reports).toMatchObject([{ status: "failed" }]);
  });
});

it("tells of what a stopped process left behind on its last attempt", async () => {
  const abandoned = [{ job: "train-weekly", period: "2026-W47 UTC" }];
  const { run, logged, alerts } = world({ abandoned });
  await run();
  expect(logged).toEqual([
    ["error", "job failed: its process stopped during the last attempt", abandoned[0]],
  ]);
  expect(alerts).toEqual([
    { ...abandoned[0], error: "The process stopped during the last attempt.", attempts: 3 },
  ]);
});

describe("the claim of a long run", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => void vi.useRealTimers());

  /** A run during which five minutes pass. */
  const long = job("train-weekly", async () => {
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    return DONE;
  });

  it("is renewed every two minutes for ten more, and no longer once it is over", async () => {
    const { run, calls } = world();
    await run(long);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(calls.filter(([what]) => what === "extend")).toEqual([
      ["extend", "train-weekly", minutes(10)],
      ["extend", "train-weekly", minutes(10)],
    ]);
  });

  it("is given up neither by a failure to renew it, nor by one of the job", async () => {
    const extendFails = new Error("no database");
    const { run, logged } = world({ extendFails });
    expect(await run(long)).toMatchObject([{ status: "done" }]);
    expect(logged[0]).toEqual([
      "warn",
      "could not renew the job's claim",
      { job: "train-weekly", period: PERIOD, attempt: 1, err: extendFails },
    ]);
    await world().run(failing(new Error("the disk is full")));
    expect(vi.getTimerCount()).toBe(0);
  });
});
