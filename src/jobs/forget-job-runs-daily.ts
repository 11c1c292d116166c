import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Forgets runs of jobs of long ago: of hourly ones alone there are 8,760 a year.
 * @param timeZone the team's own
 */
export const forgetJobRunsDaily = (flows: Pick<BoundFlows, "forgetJobRuns">, timeZone: string): Job => ({
  name: "forget-job-runs-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: { forgotten: await flows.forgetJobRuns() } }),
});
