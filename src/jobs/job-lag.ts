import { addDays, type Day, localTime, startOfDay } from "../domain/calendar.ts";
import { MS_PER_HOUR, MS_PER_MINUTE } from "../domain/clock.ts";
import type { JobHistory } from "../store/jobs/process-figures.ts";
import { due, type Schedule } from "./due.ts";
import type { Job } from "./job.ts";

/** How late a job is, where it is latest. */
export type JobLag = {
  readonly job: string;
  /** Since it first came due after it was last done or skipped; 0: it waits for nothing. */
  readonly lagMs: number;
  /** Whether it may still run now, or its hours are over. */
  readonly isOpen: boolean;
};

export type ZonedJob = Pick<Job, "name" | "schedule"> & { readonly timeZones: readonly string[] };

/**
 * How late each job is, the latest of its time zones. What is not yet known of a zone counts from the job's last run anywhere; a
 * job that never began counts from the start of this process, so that a new version's job is not late on its first day.
 */
export function jobLags(
  jobs: readonly ZonedJob[],
  history: readonly JobHistory[],
  { startedAt, now }: { readonly startedAt: Date; readonly now: Date },
): JobLag[] {
  return jobs.map(({ name, schedule, timeZones }) => {
    const runs = history.filter(({ job }) => job === name);
    const lags = timeZones.map((timeZone) => {
      const since = lastServed(runs, timeZone) ?? startedAt;
      const dueSince = firstOpening(schedule, since, timeZone);
      return { lagMs: lagOf(dueSince, now), isOpen: due(schedule, now, timeZone) !== null };
    });
    const latest = lags.reduce((worst, lag) => (lag.lagMs > worst.lagMs ? lag : worst), NOT_LATE);
    return { job: name, ...latest };
  });
}

const NOT_LATE = { lagMs: 0, isOpen: false };

const lagOf = (dueSince: Date | null, now: Date) =>
  dueSince === null ? 0 : Math.max(0, now.getTime() - dueSince.getTime());

function lastServed(runs: readonly JobHistory[], timeZone: string): Date | null {
  const there = runs.find((run) => run.timeZone === timeZone);
  if (there !== undefined) return there.servedAt ?? there.firstAt;
  const elsewhere = runs.flatMap(({ servedAt }) => servedAt ?? []);
  return elsewhere.reduce<Date | null>((newest, at) => (newest && newest > at ? newest : at), null);
}

/** A month has a day of each kind; two months hold one also where the first is cut. */
const MOST_DAYS = 62;

/** When a job first comes due after a moment; null: it does not within two months. */
export function firstOpening(schedule: Schedule, after: Date, timeZone: string): Date | null {
  if (schedule.every === "hour") {
    const { minute } = localTime(after, timeZone);
    const minutes = Math.floor(after.getTime() / MS_PER_MINUTE) + 60 - minute;
    return new Date(minutes * MS_PER_MINUTE);
  }
  let day = localTime(after, timeZone).day;
  for (let days = 0; days < MOST_DAYS; days += 1, day = addDays(day, 1)) {
    const opening = hourOf(day, schedule.hour, timeZone);
    if (opening > after && due(schedule, opening, timeZone)?.day === day) return opening;
  }
  return null;
}

/** An hour on the wall clock of a day; where the clock skips it, the hour after. */
function hourOf(day: Day, hour: number, timeZone: string): Date {
  const guess = startOfDay(day, timeZone).getTime() + hour * MS_PER_HOUR;
  const shown = localTime(new Date(guess), timeZone);
  return new Date(guess + (hour - shown.hour) * (shown.day === day ? MS_PER_HOUR : 0));
}
