import type { Clock } from "../../domain/clock.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";

export type ForgetJobRunsDeps = {
  readonly jobRuns: Pick<JobRunStore, "forgetOld">;
  readonly clock: Clock;
};

/** Forgets runs of jobs that nobody looks back to any more. @returns how many */
export function forgetJobRuns({ jobRuns, clock }: ForgetJobRunsDeps): Promise<number> {
  return jobRuns.forgetOld(clock());
}
