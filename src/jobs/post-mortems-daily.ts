import { SCORING_JOB } from "../domain/risk/scores/scoring-job.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Tells of customers who left while rated safe, on the team's morning, after the night's scores and imports.
 * @param timeZone the team's own
 */
export const postMortemsDaily = (flows: Pick<BoundFlows, "tellPostMortems">, timeZone: string): Job => ({
  name: "post-mortems-daily",
  schedule: { every: "day", hour: 9, openHours: 12 },
  catchUp: { kind: "skip" },
  needs: { job: SCORING_JOB },
  timeZones: async () => [timeZone],
  run: async ({ day }) => ({ kind: "done", figures: await flows.tellPostMortems({ day, timeZone }) }),
});
