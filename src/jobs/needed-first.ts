import { due, dueOrCaughtUp } from "./due.ts";
import type { Job, Need } from "./job.ts";
import { type JobTools, periodText } from "./job-tools.ts";

/**
 * How long after it came due a job is waited for. Chosen by the product: at four in the afternoon the scores of the night
 * before are 36 hours old, which is when nudges stop going by them (`maxScoreAgeHours`).
 */
export const AWAITED_HOURS = 12;

/** How it stands with what a job needs first, here and on other machines. */
export async function needOf(
  deps: JobTools,
  { name, needs }: Pick<Job, "name" | "needs">,
  jobs: readonly Job[],
): Promise<Need> {
  const needed = jobs.find((job) => job.name === needs?.job);
  if (needed === undefined) return "met";
  try {
    return await standOf(deps, needed);
  } catch (error) {
    deps.log.error({ job: name, needs: needed.name, err: error }, "could not tell whether to wait");
    return "awaited";
  }
}

async function standOf({ jobRuns, clock }: JobTools, needed: Job): Promise<Need> {
  const now = clock();
  let need: Need = "met";
  for (const timeZone of await needed.timeZones()) {
    const open = dueOrCaughtUp(needed, now, timeZone);
    if (open === null) continue;
    const status = await jobRuns.statusOf({ job: needed.name, period: periodText(open) });
    if (status === "done" || status === "skipped") continue;
    if (isAwaited(needed, open.period, timeZone, now)) return "awaited";
    need = "late";
  }
  return need;
}

function isAwaited({ schedule }: Job, period: string, timeZone: string, now: Date): boolean {
  if (schedule.every === "hour") return true;
  return due({ ...schedule, openHours: AWAITED_HOURS }, now, timeZone)?.period === period;
}
