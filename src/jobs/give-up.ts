import { type Phrase, phrase } from "../domain/phrase.ts";
import type { UnsettledRun } from "../store/jobs/job-runs.ts";
import type { Job } from "./job.ts";
import { isOpen, type JobTools, MOST_ATTEMPTS, raiseAlert } from "./job-tools.ts";

/** Why nobody takes a run up again, for the log and for whoever is told. */
type End = { readonly log: string /** Null: nobody needs to hear of it. */; readonly told: Phrase | null };

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
    if (end.told !== null) await raiseAlert(deps, { job, period, error: end.told, attempts });
  }
}

function endOf(run: UnsettledRun, jobs: readonly Job[], now: Date): End | null {
  const { status, attempts, error } = run;
  const died = status === "running";
  if (died && attempts >= MOST_ATTEMPTS)
    return { log: "its process stopped during the last attempt", told: phrase("job-alert.stopped") };
  const job = jobs.find(({ name }) => name === run.job);
  if (job === undefined || isOpen(job, run.period, now)) return null;
  const isMadeUp = isDoneAgain(job, run);
  if (died)
    return {
      log: "its process stopped, and its time was over before anybody could go on",
      told: isMadeUp ? null : phrase("job-alert.stopped-too-late"),
    };
  const before = error ?? "";
  return { log: before, told: isMadeUp ? null : phrase("job-alert.failed-too-late", { error: before }) };
}

/** The next hour's run does the work of one that was interrupted, and the next start that of the last one. */
const isDoneAgain = ({ schedule }: Job, { period }: UnsettledRun): boolean =>
  schedule.every === "hour" || / start /.test(period);
