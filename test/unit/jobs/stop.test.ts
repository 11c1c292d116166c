import { expect, it } from "vitest";
import type { Job } from "../../../src/jobs/job.ts";
import { runDueJobs } from "../../../src/jobs/run-due-jobs.ts";
import { nothingMissed } from "../../support/job-records.ts";

const NINE = new Date("2026-11-23T09:00:00Z");

/** Jobs of one process that is asked to stop; what they told of their claims is kept. */
function process() {
  const [asked, cutOff] = [new AbortController(), new AbortController()];
  const told: unknown[][] = [];
  const jobRuns = {
    claim: async (period: { job: string; period: string }) => ({ ...period, attempt: 1 }),
    extend: async ({ job }: { job: string }, until: Date) => {
      told.push(["claimed until", job, until]);
      return true;
    },
    finish: async ({ job }: { job: string }) => {
      told.push(["finished", job]);
      return true;
    },
    fail: async () => true,
    unsettled: async () => [],
    giveUp: async () => true,
    ...nothingMissed,
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const stop = { asked: asked.signal, cutOff: cutOff.signal };
  return {
    ...{ asked, cutOff, told },
    run: (...jobs: Job[]) => runDueJobs({ jobs, jobRuns, clock: () => NINE, log, stop }),
  };
}

const job = (name: string, run: () => Promise<unknown>): Job => ({
  name,
  schedule: { every: "day", hour: 9, openHours: 2 },
  catchUp: { kind: "skip" },
  timeZones: async () => ["UTC"],
  run: async () => {
    await run();
    return { kind: "done", figures: {} };
  },
});

it("finishes the job under way and begins no other", async () => {
  const { asked, told, run } = process();
  await run(
    job("first", async () => asked.abort()),
    job("second", async () => {}),
  );
  expect(told).toEqual([["finished", "first"]]);
});

it("gives back what is still under way when time is up, so that the next start takes it at once", async () => {
  const { cutOff, told, run } = process();
  let end = () => {};
  const running = run(job("long", () => new Promise<void>((resolve) => (end = resolve))));
  await new Promise(setImmediate);
  cutOff.abort();
  expect(told).toEqual([["claimed until", "long", NINE]]);
  end();
  await running;
});

it("gives nothing back that is done", async () => {
  const { cutOff, told, run } = process();
  await run(job("short", async () => {}));
  cutOff.abort();
  expect(told).toEqual([["finished", "short"]]);
});
