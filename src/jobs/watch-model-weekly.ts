import { PhrasedError } from "../domain/phrased-error.ts";
import { SCORING_JOB } from "../domain/risk/scores/scoring-job.ts";
import { WATCH_JOB } from "../domain/risk/versions/model-watch.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job, JobOutcome } from "./job.ts";

type Flows = Pick<BoundFlows, "readAsOf" | "watchAndAlert">;

/**
 * Looks on Monday, after the day's scoring, whether the champion still fits; what it finds is the job's record.
 * @param timeZone the team's own
 */
export const watchModelWeekly = (flows: Flows, timeZone: string): Job => ({
  name: WATCH_JOB,
  schedule: { every: "week", weekday: 1, hour: 5, openHours: 72 },
  catchUp: { kind: "run", withinDays: 7 },
  needs: { job: SCORING_JOB },
  timeZones: async () => [timeZone],
  run: async ({ period: week }): Promise<JobOutcome> => {
    const { training: endOfData, scoring: scoringAt } = await flows.readAsOf();
    const watched = await flows.watchAndAlert({ endOfData, scoringAt, week });
    if (watched.kind === "no-model") return { kind: "skipped", because: watched.reason.code };
    if (watched.kind === "unusable-model") throw new PhrasedError(watched.reason);
    const { findings, alerts } = watched;
    return { kind: "done", figures: { findings, alerts } };
  },
});
