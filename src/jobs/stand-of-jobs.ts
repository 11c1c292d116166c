import { addDays, type Day, localTime } from "../domain/calendar.ts";
import type { JobRecords } from "../flows/messages/read-job-records.ts";
import type { NewestRun } from "../store/jobs/job-runs.ts";
import { dueOrCaughtUp, fallsOn, type Timetable } from "./due.ts";
import type { Job } from "./job.ts";
import { periodFrom } from "./job-tools.ts";

/** When a job runs next: at once, at an hour of a day where its clock hangs, or when somebody's turn comes. */
export type NextRun =
  | { readonly kind: "now" | "by-turns" }
  | { readonly kind: "at"; readonly day: Day; readonly hour: number };

/** How it stands with a job in one of its time zones. */
export type JobStand = Timetable & {
  readonly job: string;
  /** Null: in whichever somebody's turn comes. */
  readonly timeZone: string | null;
  /** Null: it has not run yet. */
  readonly last: NewestRun | null;
  readonly next: NextRun;
  /** Periods that nothing ran for, of those noted lately. */
  readonly missed: number;
  readonly lastMissedOn: Day | null;
};

/** How it stands with every job, in the order in which they run; one without a time zone has nobody who asked for it. */
export async function standOfJobs(
  jobs: readonly Job[],
  records: JobRecords,
  now: Date,
): Promise<readonly JobStand[]> {
  const stands = jobs.map(async (job) => {
    if (job.isByTurns) return [standOf(job, null, records, now)];
    return (await job.timeZones()).map((timeZone) => standOf(job, timeZone, records, now));
  });
  return (await Promise.all(stands)).flat();
}

function standOf(job: Job, timeZone: string | null, { newest, missed }: JobRecords, now: Date): JobStand {
  const { name, schedule, catchUp } = job;
  const isHere = (one: { job: string; timeZone: string }) =>
    one.job === name && (timeZone === null || one.timeZone === timeZone);
  const last = newest.filter(isHere).reduce<NewestRun | null>(later, null);
  const gaps = missed.filter(isHere);
  return {
    ...{ job: name, schedule, catchUp, timeZone, last },
    next: timeZone === null ? { kind: "by-turns" } : nextRun(job, timeZone, last, now),
    missed: gaps.reduce((sum, { periods }) => sum + periods, 0),
    lastMissedOn:
      gaps
        .map(({ lastDay }) => lastDay)
        .sort()
        .at(-1) ?? null,
  };
}

const later = (one: NewestRun | null, other: NewestRun): NewestRun =>
  one !== null && one.startedAt >= other.startedAt ? one : other;

/** Two months on there is a day for every schedule. */
const FARTHEST_DAYS = 62;

/** @throws RangeError for an unknown zone */
export function nextRun(timetable: Timetable, timeZone: string, last: NewestRun | null, now: Date): NextRun {
  const { schedule } = timetable;
  const open = dueOrCaughtUp({ ...timetable, catchUp: { kind: "skip" } }, now, timeZone);
  if (open !== null && !isBehind(last, open.period)) return { kind: "now" };
  const { day: today, hour } = localTime(now, timeZone);
  if (schedule.every === "hour")
    return { kind: "at", day: hour === 23 ? addDays(today, 1) : today, hour: (hour + 1) % 24 };
  for (let ahead = hour < schedule.hour ? 0 : 1; ahead <= FARTHEST_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    if (fallsOn(schedule, day)) return { kind: "at", day, hour: schedule.hour };
  }
  return { kind: "now" };
}

/** Whether a period is done with, or given up; a run at the bot's start comes after the day's own. */
function isBehind(last: NewestRun | null, period: string): boolean {
  if (last === null) return false;
  const [ran] = periodFrom(last.period).period.split(" ");
  if (ran !== period) return false;
  return last.status === "done" || last.status === "skipped" || last.isLast;
}
