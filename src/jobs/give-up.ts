import { type Phrase, phrase } from "../domain/phrase.ts";
import type { UnsettledRun } from "../store/jobs/job-runs.ts";
import type { Job } from "./job.ts";
import { isOpen, type JobTools, MOST_ATTEMPTS, raiseAlert } from "./job-tools.ts";

/** Why nobody takes a run up again, for the log and for whoever is told. */
type End = { readonly log: string; readonly told: string | Phrase };

/**
 * Gives up what nobody will take up again: its process died on the last attempt, or before the job's hours were over and nobody
 * was there until then. The operators are told, once. Jobs that this version does not know are left to the one that does.
 */
export async function giveUpLeftBehind(deps: JobTools, jobs: readonly Job[]): Promise<void> {
  const { jobRuns, clock, log } = deps;
  const now = clock();
  for (const run of await jobRuns.unsettled(now)) {
    const end = endOf(run, jobs, now);
    if (end === null || !(await jobRuns.giveUp(run, end.log, now))) continue;
    const { job, period, attempts } = run;
    log.error({ job, period }, `job failed: ${end.log}`);
    if (!isAtStart(run)) await raiseAlert(deps, { job, period, error: end.told, attempts });
  }
}

function endOf(run: UnsettledRun, jobs: readonly Job[], now: Date): End | null {
  const { status, attempts, error } = run;
  const died = status === "running";
  if (died && attempts >= MOST_ATTEMPTS)
    return { log: "its process stopped during the last attempt", told: phrase("job-alert.stopped") };
  const job = jobs.find(({ name }) => name === run.job);
  if (job === undefined || isOpen(job, run.period, now)) return null;
  if (died)
    return {
      log: "its process stopped, and its time was over before anybody could go on",
      told: phrase("job-alert.stopped-too-late"),
    };
  const before = error ?? "";
  return { log: before, told: phrase("job-alert.failed-too-late", { error: before }) };
}

/** The next start does the same again: nobody needs to hear that it was interrupted. */
const isAtStart = ({ period }: UnsettledRun): boolean => / start /.test(period);
