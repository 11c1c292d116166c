import { type Clock, daysAfter } from "../../domain/clock.ts";
import { MISSED_TOLD_DAYS } from "../../domain/job-missed.ts";
import type { JobRunStore, NewestRun } from "../../store/jobs/job-runs.ts";
import type { MissedPeriods } from "../../store/jobs/missed-periods.ts";

export type ReadJobRecordsDeps = {
  readonly jobRuns: Pick<JobRunStore, "newest" | "missedSince">;
  readonly clock: Clock;
};

/** What is known of jobs: the newest run of each in each time zone, and what was missed lately, newest first. */
export type JobRecords = {
  readonly newest: readonly NewestRun[];
  readonly missed: readonly MissedPeriods[];
};

export async function readJobRecords({ jobRuns, clock }: ReadJobRecordsDeps): Promise<JobRecords> {
  const since = daysAfter(clock(), -MISSED_TOLD_DAYS);
  return { newest: await jobRuns.newest(), missed: await jobRuns.missedSince(since) };
}
