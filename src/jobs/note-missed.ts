import { isTimeZone } from "../domain/calendar.ts";
import { cameDue, missedRows } from "./came-due.ts";
import type { Job } from "./job.ts";
import { type JobTools, periodText } from "./job-tools.ts";

/** Up to where each job's periods are known, as `markKey` names them. */
export type Marks = ReadonlyMap<string, string>;

export const markKey = (job: string, timeZone: string): string => `${job} ${timeZone}`;

export async function readMarks({ jobRuns }: JobTools): Promise<Marks> {
  const marks = await jobRuns.marks();
  return new Map(marks.map(({ job, timeZone, accountedTo }) => [markKey(job, timeZone), accountedTo]));
}

/**
 * Notes the periods of a job that are over and for which nothing ran: the bot was off, or could not get to it. A clock seen
 * for the first time has missed nothing.
 */
export async function noteMissed(
  deps: JobTools,
  { name, isByTurns, ...timetable }: Job,
  timeZones: readonly string[],
  marks: Marks,
): Promise<void> {
  if (isByTurns) return;
  const { jobRuns, log, clock } = deps;
  const wanted = new Set(timeZones.map((timeZone) => markKey(name, timeZone)));
  const isLeftOver = (key: string) => key.startsWith(`${name} `) && !wanted.has(key);
  try {
    if ([...marks.keys()].some(isLeftOver)) await jobRuns.keepMarksIn(name, timeZones);
    for (const timeZone of timeZones.filter(isTimeZone)) {
      const mark = marks.get(markKey(name, timeZone)) ?? null;
      await account(deps, { ...timetable, name }, { timeZone, mark, now: clock() });
    }
  } catch (error) {
    // The marks stay where they are, and the next tick tells it.
    log.error({ job: name, err: error }, "could not tell what the job has missed");
  }
}

type Clocked = { readonly timeZone: string; readonly mark: string | null; readonly now: Date };

async function account(
  { jobRuns, log }: JobTools,
  { name: job, ...timetable }: Omit<Job, "isByTurns">,
  { timeZone, mark, now }: Clocked,
): Promise<void> {
  const { over, accountedTo } = cameDue(timetable, timeZone, mark, now);
  if (accountedTo === mark) return;
  const ran = await jobRuns.ran(job, over.map(periodText));
  for (const row of missedRows(over, (period) => ran.has(periodText({ period, timeZone })))) {
    await jobRuns.noteMissed({ job, timeZone, ...row, notedAt: now });
    log.warn({ job, timeZone, ...row }, "job missed its time: nothing ran");
  }
  await jobRuns.mark({ job, timeZone, accountedTo });
}
