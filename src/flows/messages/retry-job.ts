import type { Clock } from "../../domain/clock.ts";
import type { JobPeriod, JobRunStore } from "../../store/jobs/job-runs.ts";

export type RetryJobDeps = {
  readonly jobRuns: Pick<JobRunStore, "retry">;
  readonly clock: Clock;
};

/**
 * Has what a job failed at last tried again at the next minute, three times at most, as long as its time lasts.
 * @returns the period; null where its newest run did not fail
 */
export function retryJob({ jobRuns, clock }: RetryJobDeps, job: string): Promise<JobPeriod | null> {
  return jobRuns.retry(job, clock());
}
