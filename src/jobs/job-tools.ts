import type { Clock } from "../domain/clock.ts";
import type { Phrase } from "../domain/phrase.ts";
import type { JobFailure } from "../flows/messages/alert-job-failure.ts";
import type { Log } from "../log.ts";
import type { JobPeriod, JobRunStore } from "../store/jobs/job-runs.ts";
import { type DuePeriod, dueOrCaughtUp } from "./due.ts";
import type { Job, JobOutcome } from "./job.ts";

/** What running jobs needs besides the jobs. */
export type JobTools = {
  readonly jobRuns: Pick<
    JobRunStore,
    | "claim"
    | "extend"
    | "finish"
    | "fail"
    | "unsettled"
    | "giveUp"
    | "statusOf"
    | "marks"
    | "mark"
    | "keepMarksIn"
    | "noteMissed"
    | "ran"
  >;
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

/** What was run in one go; periods that were done, taken or not due do not appear. */
export type JobReport = {
  readonly job: string;
  readonly period: string;
  readonly status: JobOutcome["kind"] | "failed";
};

export const MOST_ATTEMPTS = 3;

/** The text under which a period of a time zone is claimed and kept. */
export const periodText = ({ period, timeZone }: Pick<DuePeriod, "period" | "timeZone">): string =>
  `${period} ${timeZone}`;

/** What a kept text names; no time zone has a blank in its name. */
export function periodFrom(text: string): Pick<DuePeriod, "period" | "timeZone"> {
  const blank = text.lastIndexOf(" ");
  return { period: text.slice(0, blank), timeZone: text.slice(blank + 1) };
}

/** Whether a job's period may still begin. A time zone that nobody knows has none. */
export function isOpen(job: Job, text: string, now: Date): boolean {
  const { period, timeZone } = periodFrom(text);
  try {
    return dueOrCaughtUp(job, now, timeZone)?.period === period;
  } catch {
    return false;
  }
}

/** An alert that cannot be kept stands in the log, as the failure itself does. */
export async function raiseAlert(
  { alert, log }: JobTools,
  failure: JobPeriod & { readonly error: string | Phrase; readonly attempts: number },
): Promise<void> {
  try {
    await alert?.(failure);
  } catch (error) {
    log.error({ ...failure, err: error }, "could not keep an alert about the failed job");
  }
}
