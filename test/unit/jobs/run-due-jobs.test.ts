import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { phrase } from "../../../src/domain/phrase.ts";
import type { Job, JobOutcome } from "../../../src/jobs/job.ts";
import { type RunDueJobsDeps, runDueJobs } from "../../../src/jobs/run-due-jobs.ts";
import type { UnsettledRun } from "../../../src/store/jobs/job-runs.ts";
import { nothingMissed } from "../../support/job-records.ts";

const NINE = new Date("2026-11-23T09:00:00Z");
const minutes = (count: number, from = NINE) => new Date(from.getTime() + count * 60_000);
const DONE: JobOutcome = { kind: "done", figures: { customers: 3 } };

const job = (
  name: string,
  run: Job["run"] = async () => DONE,
  timeZones: Job["timeZones"] = async () => ["UTC"],
): Job => ({
  name,
  schedule: { every: "day", hour: 9, openHours: 2 },
  catchUp: { kind: "skip" },
  timeZones,
  run,
});

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
        return !told.isLost;
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
      unsettled: async () => told.unsettled ?? [],
      giveUp: async (run, ...rest) => {
        calls.push(["giveUp", run.job, ...rest]);
        return told.isGivenUpElsewhere !== true;
      },
      ...nothingMissed,
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
  readonly isLost?: true;
  readonly failFails?: Error;
  readonly alertFails?: Error;
  readonly unsettled?: UnsettledRun[];
  readonly isGivenUpElsewhere?: true;
};

const PERIOD = "2026-11-23 UTC";

describe("a job that is due", () => {
  it("is claimed for a minute and a half, run, and recorded with what came of it", async () => {
    const { run, calls, logged, alerts } = world();
    const periods: unknown[] = [];
    const due = job("score-daily", async (period) => {
      periods.push(period);
      return DONE;
    });
    expect(await run(due)).toEqual([{ job: "score-daily", period: PERIOD, status: "done" }]);
    expect(periods).toEqual([{ period: "2026-11-23", day: "2026-11-23", timeZone: "UTC" }]);
    expect(calls).toEqual([
      ["claim", { job: "score-daily", period: PERIOD }, NINE, minutes(1.5), 3],
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
    expect(calls.map(([what]) => what)).toEqual(["claim"]);
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
      const kept = { error: "the disk is full", isLast: false };
      expect(calls[1]).toEqual(["fail", "score-daily", kept, NINE, minutes(wait)]);
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

describe("a run that its process left behind", () => {
  const left = (change: Partial<UnsettledRun> = {}): UnsettledRun => ({
    ...{ job: "score-daily", period: PERIOD, status: "running", attempts: 1, error: null },
    ...change,
  });
  const told = async (run: UnsettledRun, now = NINE, more: Told = {}) => {
    const { deps, alerts, calls, logged } = world({ attempt: null, unsettled: [run], now, ...more });
    await runDueJobs({ ...deps, jobs: [job("score-daily")] });
    const gaveUp = calls.filter(([what]) => what === "giveUp");
    return { alerts, gaveUp, logged };
  };

  it("is given up and told where it was the last attempt, though the job is not known any more", async () => {
    const { alerts, gaveUp, logged } = await told(left({ job: "gone", attempts: 3 }));
    expect(gaveUp).toEqual([["giveUp", "gone", "its process stopped during the last attempt", NINE]]);
    const about = { job: "gone", period: PERIOD };
    expect(alerts).toEqual([{ ...about, error: phrase("job-alert.stopped"), attempts: 3 }]);
    expect(logged).toEqual([["error", "job failed: its process stopped during the last attempt", about]]);
  });

  it("is left to whoever takes it up while the job's hours last, and told once they are over", async () => {
    expect(await told(left(), minutes(119))).toMatchObject({ alerts: [], gaveUp: [] });
    const { alerts } = await told(left(), minutes(120));
    expect(alerts).toMatchObject([{ error: phrase("job-alert.stopped-too-late"), attempts: 1 }]);
  });

  it("is told with its failure where nobody was there for the next attempt", async () => {
    const failed = left({ status: "failed", error: "the disk is full" });
    expect(await told(failed, minutes(60))).toMatchObject({ alerts: [] });
    const { alerts } = await told(failed, minutes(240));
    const error = phrase("job-alert.failed-too-late", { error: "the disk is full" });
    expect(alerts).toMatchObject([{ error }]);
  });

  it("is told by one process alone, and not at all where the next start does the same again", async () => {
    expect((await told(left({ attempts: 3 }), NINE, { isGivenUpElsewhere: true })).alerts).toEqual([]);
    const atStart = left({ period: "2026-11-23 start 2026-11-23T08:00:00.000Z UTC" });
    const { alerts, gaveUp } = await told(atStart);
    expect([alerts, gaveUp.length]).toEqual([[], 1]);
  });

  it("is left alone where only a newer version knows the job", async () => {
    expect(await told(left({ job: "of-tomorrow" }), minutes(600))).toMatchObject({ gaveUp: [], alerts: [] });
  });
});

describe("the claim of a long run", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => void vi.useRealTimers());

  /** A run during which fifty seconds pass. */
  const long = job("train-weekly", async () => {
    await vi.advanceTimersByTimeAsync(50_000);
    return DONE;
  });

  it("is renewed every twenty seconds for another minute and a half, and no longer once it is over", async () => {
    const { run, calls } = world();
    await run(long);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(calls.filter(([what]) => what === "extend")).toEqual([
      ["extend", "train-weekly", minutes(1.5)],
      ["extend", "train-weekly", minutes(1.5)],
    ]);
  });

  it("is in the log where it was lost meanwhile", async () => {
    const { run, logged } = world({ isLost: true });
    await run(long);
    expect(logged[0]?.[1]).toBe("the job's claim was lost: another process may run it as well");
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
