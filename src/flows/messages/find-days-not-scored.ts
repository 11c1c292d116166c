import { type Day, localTime } from "../../domain/calendar.ts";
import { type DaysNotScored, daysNotScored } from "../../domain/messages/days-not-scored.ts";
import { SCORING_JOB } from "../../domain/risk/scores/scoring-job.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";

export type FindDaysNotScoredDeps = {
  readonly jobRuns: Pick<JobRunStore, "onDays" | "missedOn">;
  /** Where the team is: whose days the scoring goes by. */
  readonly timeZone: string;
};

/** The days from one on, up to today, on which nobody was scored; what a reader would take for calm may be that. */
export async function findDaysNotScored(
  { jobRuns, timeZone }: FindDaysNotScoredDeps,
  fromDay: Day,
  now: Date,
): Promise<DaysNotScored[]> {
  const days = { fromDay, toDay: localTime(now, timeZone).day };
  const scorings = await jobRuns.onDays(SCORING_JOB, days.fromDay, days.toDay);
  const missed = await jobRuns.missedOn(SCORING_JOB, days.fromDay, days.toDay);
  return daysNotScored(days, scorings, missed);
}
