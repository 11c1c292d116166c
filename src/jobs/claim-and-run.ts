import { PhrasedError } from "../domain/phrased-error.ts";
import type { JobClaim } from "../store/jobs/job-runs.ts";
import { type DuePeriod, dueOrCaughtUp } from "./due.ts";
import type { Job, Need } from "./job.ts";
import { type JobReport, type JobTools, MOST_ATTEMPTS, periodText, raiseAlert } from "./job-tools.ts";

/**
 * A run whose process dies is taken over after this, at the next minute's tick; a living one renews its claim four times
 * in that time. Chosen by the product: a database that restarts takes seconds, and a crash is to cost no morning.
 */
export const CLAIM_MS = 90_000;
const RENEW_MS = 20_000;
const RETRY_AFTER_MS = 5 * 60_000;

/** Runs a job for a period, if nobody else does and it is not done. @returns null where there was nothing to run */
export async function claimAndRun(
  deps: JobTools,
  job: Job,
  duePeriod: DuePeriod,
  need: Need = "met",
): Promise<JobReport | null> {
  const { jobRuns, clock, log } = deps;
  const now = clock();
  const period = periodText(duePeriod);
  const until = new Date(now.getTime() + CLAIM_MS);
  const claim = await jobRuns.claim({ job: job.name, period }, now, until, MOST_ATTEMPTS);
  if (!claim) return null;
  const stopRenewing = keepClaim(deps, claim);
  try {
    const outcome = await job.run(duePeriod, need);
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
  const claimFor = async (ms: number) => {
    try {
      const isOurs = await jobRuns.extend(claim, new Date(clock().getTime() + ms));
      if (!isOurs) log.warn(claim, "the job's claim was lost: another process may run it as well");
    } catch (error) {
      log.warn({ ...claim, err: error }, "could not renew the job's claim");
    }
  };
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
  return dueOrCaughtUp(job, retryAfter(claim, failedAt), timeZone)?.period !== period;
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
    await jobRuns.fail(claim, { error: sentence, isLast }, at, retryAfter(claim, at));
  } catch (unrecorded) {
    // The claim runs out by itself then, and the period is taken up again.
    log.error({ ...claim, err: unrecorded }, "could not record the job's failure");
  }
  const { job, period, attempt: attempts } = claim;
  const told = error instanceof PhrasedError ? error.reason : sentence;
  if (isLast) await raiseAlert(deps, { job, period, error: told, attempts });
}
