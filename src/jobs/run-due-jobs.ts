import type { Clock } from "../domain/clock.ts";
import { PhrasedError } from "../domain/phrased-error.ts";
import type { JobFailure } from "../flows/messages/alert-job-failure.ts";
import type { Log } from "../log.ts";
import type { JobClaim, JobRunStore } from "../store/jobs/job-runs.ts";
import { type DuePeriod, due } from "./due.ts";
import type { Job, JobOutcome } from "./job.ts";

export type RunDueJobsDeps = {
  /** Run in this order: who needs scores comes after who makes them. */
  readonly jobs: readonly Job[];
  readonly jobRuns: Pick<JobRunStore, "claim" | "extend" | "finish" | "fail" | "failAbandoned">;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells the operators of a period that will not be tried again. */
  readonly alert?: (failure: JobFailure) => Promise<unknown>;
  /** How a stop is told; left out: there is none. */
  readonly stop?: JobStop;
};

/** What happens to jobs when the process is to end. */
export type JobStop = {
  /** No further job begins. */
  readonly asked: AbortSignal;
  /** What still runs is given back, for whoever starts next. */
  readonly cutOff: AbortSignal;
};

type JobTools = Omit<RunDueJobsDeps, "jobs">;

/** What was run in one go; periods that were done, taken or not due do not appear. */
export type JobReport = {
  readonly job: string;
  readonly period: string;
  readonly status: JobOutcome["kind"] | "failed";
};

/** A run whose process dies is taken over after this; a living one renews its claim long before. */
export const CLAIM_MS = 10 * 60_000;
const RENEW_MS = 2 * 60_000;
export const MOST_ATTEMPTS = 3;
const RETRY_AFTER_MS = 5 * 60_000;

/** Asks what is due now, claims it and runs it, one job after the other. A job's failure never stops the others. */
export async function runDueJobs(deps: RunDueJobsDeps): Promise<readonly JobReport[]> {
  await reportAbandoned(deps);
  const reports: JobReport[] = [];
  for (const job of deps.jobs) {
    if (deps.stop?.asked.aborted) break;
    for (const period of await periodsDue(deps, job)) {
      if (deps.stop?.asked.aborted) break;
      const report = await claimAndRun(deps, job, period);
      if (report) reports.push(report);
    }
  }
  return reports;
}

/**
 * Runs a job at the bot's start, also where the day's run is done: what happened while the bot was down was told to
 * nobody. It is the period's own run where that is still to come, else one more with a record of its own.
 */
export async function runAtStart(deps: JobTools, job: Job): Promise<readonly JobReport[]> {
  const reports: JobReport[] = [];
  for (const due of await periodsDue(deps, job)) {
    const report =
      (await claimAndRun(deps, job, due)) ??
      (await claimAndRun(deps, job, { ...due, period: `${due.period} start ${deps.clock().toISOString()}` }));
    if (report) reports.push(report);
  }
  return reports;
}

async function reportAbandoned(deps: RunDueJobsDeps): Promise<void> {
  const { jobRuns, clock, log } = deps;
  for (const run of await jobRuns.failAbandoned(clock(), MOST_ATTEMPTS)) {
    log.error(run, "job failed: its process stopped during the last attempt");
    await raiseAlert(deps, { ...run, error: STOPPED, attempts: MOST_ATTEMPTS });
  }
}

const STOPPED = "The process stopped during the last attempt.";

/** An alert that cannot be kept stands in the log, as the failure itself does. */
async function raiseAlert({ alert, log }: JobTools, failure: JobFailure): Promise<void> {
  try {
    await alert?.(failure);
  } catch (error) {
    log.error({ ...failure, err: error }, "could not keep an alert about the failed job");
  }
}

async function periodsDue({ clock, log }: JobTools, job: Job): Promise<readonly DuePeriod[]> {
  const orNone = async <T>(about: object, ask: () => T | Promise<T>): Promise<T | null> => {
    try {
      return await ask();
    } catch (error) {
      log.error({ job: job.name, ...about, err: error }, "could not tell whether the job is due");
      return null;
    }
  };
  const zones = (await orNone({}, () => job.timeZones())) ?? [];
  // One by one: a zone that this machine does not know stops its own period and no other.
  const periods = await Promise.all(
    zones.map((timeZone) => orNone({ timeZone }, () => due(job.schedule, clock(), timeZone))),
  );
  return periods.filter((period) => period !== null);
}

async function claimAndRun(deps: JobTools, job: Job, duePeriod: DuePeriod): Promise<JobReport | null> {
  const { jobRuns, clock, log } = deps;
  const now = clock();
  const period = `${duePeriod.period} ${duePeriod.timeZone}`;
  const until = new Date(now.getTime() + CLAIM_MS);
  const claim = await jobRuns.claim({ job: job.name, period }, now, until, MOST_ATTEMPTS);
  if (!claim) return null;
  const stopRenewing = keepClaim(deps, claim);
  try {
    const outcome = await job.run(duePeriod);
    await jobRuns.finish(claim, outcome.kind, outcome, clock());
    log.info({ ...claim, outcome }, `job ${outcome.kind}`);
    return { job: job.name, period, status: outcome.kind };
  } catch (error) {
    await recordFailure(deps, { claim, error, isLast: isLastAttempt(job, duePeriod, claim, clock()) });
    return { job: job.name, period, status: "failed" };
  } finally {
    stopRenewing();
  }
}

function keepClaim({ jobRuns, clock, log, stop }: JobTools, claim: JobClaim): () => void {
  const claimFor = (ms: number) =>
    jobRuns.extend(claim, new Date(clock().getTime() + ms)).catch((error: unknown) => {
      log.warn({ ...claim, err: error }, "could not renew the job's claim");
    });
  const timer = setInterval(() => claimFor(CLAIM_MS), RENEW_MS);
  timer.unref();
  const giveBack = () => claimFor(0);
  stop?.cutOff.addEventListener("abort", giveBack);
  return () => {
    clearInterval(timer);
    stop?.cutOff.removeEventListener("abort", giveBack);
  };
}

const retryAfter = ({ attempt }: JobClaim, failedAt: Date) =>
  new Date(failedAt.getTime() + RETRY_AFTER_MS * attempt);

/** Tried often enough, or too late for another attempt before the job's hours are over. */
function isLastAttempt(job: Job, { period, timeZone }: DuePeriod, claim: JobClaim, failedAt: Date): boolean {
  if (claim.attempt >= MOST_ATTEMPTS) return true;
  return due(job.schedule, retryAfter(claim, failedAt), timeZone)?.period !== period;
}

async function recordFailure(
  deps: JobTools,
  { claim, error, isLast }: { claim: JobClaim; error: unknown; isLast: boolean },
): Promise<void> {
  const { jobRuns, clock, log } = deps;
  const at = clock();
  const sentence = error instanceof Error ? error.message : String(error);
  log.error({ ...claim, err: error, lastAttempt: isLast }, "job failed");
  try {
    await jobRuns.fail(claim, sentence, at, retryAfter(claim, at));
  } catch (unrecorded) {
    // The claim runs out by itself then, and the period is taken up again.
    log.error({ ...claim, err: unrecorded }, "could not record the job's failure");
  }
  const { job, period, attempt: attempts } = claim;
  const told = error instanceof PhrasedError ? error.reason : sentence;
  if (isLast) await raiseAlert(deps, { job, period, error: told, attempts });
}
