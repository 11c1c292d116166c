import { mayBegin } from "./came-due.ts";
import { claimAndRun } from "./claim-and-run.ts";
import type { DuePeriod } from "./due.ts";
import { giveUpLeftBehind } from "./give-up.ts";
import type { Job, Need } from "./job.ts";
import { isOpen, type JobReport, type JobTools, periodText } from "./job-tools.ts";
import { needOf } from "./needed-first.ts";
import { type Marks, markKey, noteMissed, readMarks } from "./note-missed.ts";

export type RunDueJobsDeps = JobTools & {
  /** Run in this order: who needs scores comes after who makes them. */
  readonly jobs: readonly Job[];
};

/**
 * Asks what is due now, claims it and runs it, one job after the other; what nobody ran for in time is noted as missed. A
 * job's failure never stops the others.
 */
export async function runDueJobs(deps: RunDueJobsDeps): Promise<readonly JobReport[]> {
  await giveUpLeftBehind(deps, deps.jobs);
  const marks = await readMarks(deps);
  const reports: JobReport[] = [];
  for (const job of deps.jobs) {
    if (deps.stop?.asked.aborted) break;
    const need = await needOf(deps, job, deps.jobs);
    for (const period of await periodsDue(deps, job, { need, marks })) {
      if (deps.stop?.asked.aborted) break;
      // Those before it may have taken hours.
      if (!isOpen(job, periodText(period), deps.clock())) continue;
      const report = await claimAndRun(deps, job, period, need);
      if (report) reports.push(report);
    }
  }
  return reports;
}

/**
 * Runs a job at the bot's start, also where the day's run is done: what happened while the bot was down was told to
 * nobody. It is the period's own run where that is still to come, else one more with a record of its own.
 */
export async function runAtStart(deps: JobTools, job: Job): Promise<readonly JobReport[]> {
  const reports: JobReport[] = [];
  for (const due of await periodsDue(deps, job)) {
    const report =
      (await claimAndRun(deps, job, due)) ??
      (await claimAndRun(deps, job, { ...due, period: `${due.period} start ${deps.clock().toISOString()}` }));
    if (report) reports.push(report);
  }
  return reports;
}

/** @param given left out: nothing is noted, and nothing waited for */
async function periodsDue(
  deps: JobTools,
  job: Job,
  given?: { readonly need: Need; readonly marks: Marks },
): Promise<readonly DuePeriod[]> {
  const { clock, log } = deps;
  const orNone = async <T>(about: object, ask: () => T | Promise<T>): Promise<T | null> => {
    try {
      return await ask();
    } catch (error) {
      log.error({ job: job.name, ...about, err: error }, "could not tell whether the job is due");
      return null;
    }
  };
  const zones = await orNone({}, () => job.timeZones());
  if (zones === null) return [];
  if (given) await noteMissed(deps, job, zones, given.marks);
  const mayRunIn =
    given?.need === "awaited" ? await orNone({}, async () => (await job.needs?.cannotWait?.()) ?? []) : zones;
  // One by one: a zone that this machine does not know stops its own period and no other.
  const periods = await Promise.all(
    (mayRunIn ?? []).map((timeZone) => {
      const mark = given?.marks.get(markKey(job.name, timeZone)) ?? null;
      return orNone({ timeZone }, () => mayBegin(job, timeZone, mark, clock()));
    }),
  );
  return periods.filter((period) => period !== null);
}
