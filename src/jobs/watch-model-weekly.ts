import { WATCH_JOB } from "../domain/risk/versions/model-watch.ts";
import { type AlertModelDriftDeps, alertModelDrift } from "../flows/messages/alert-model-drift.ts";
import type { WatchModelResult } from "../flows/risk/watch-model.ts";
import type { Job, JobOutcome } from "./job.ts";

export type WatchModelWeeklyDeps = AlertModelDriftDeps & {
  /** The team's own zone. */
  readonly timeZone: string;
  readonly watch: (now: Date) => Promise<WatchModelResult>;
};

/** Looks on Monday, after the day's scoring, whether the champion still fits; what it finds is the job's record. */
export const watchModelWeekly = (deps: WatchModelWeeklyDeps): Job => ({
  name: WATCH_JOB,
  schedule: { every: "week", weekday: 1, hour: 5, openHours: 72 },
  timeZones: async () => [deps.timeZone],
  run: async ({ period: week }, now): Promise<JobOutcome> => {
    const watched = await deps.watch(now);
    if (watched.kind === "no-model") return { kind: "skipped", because: watched.reason };
    if (watched.kind === "unusable-model") throw new Error(watched.reason);
    const alerts = await alertModelDrift(deps, { findings: watched.findings, week, now });
    return { kind: "done", figures: { findings: watched.findings, alerts } };
  },
});
