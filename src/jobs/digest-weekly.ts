import { SCORING_JOB } from "../domain/risk/scores/scoring-job.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listChannelTimeZones" | "sendDigest">;

/** Reports the week that ended, on Monday morning where the channel is; by Thursday it is no news any more. */
export const digestWeekly = (flows: Flows): Job => ({
  name: "digest-weekly",
  schedule: { every: "week", weekday: 1, hour: 9, openHours: 72 },
  catchUp: { kind: "skip" },
  needs: { job: SCORING_JOB },
  timeZones: () => flows.listChannelTimeZones("digest"),
  run: async ({ period: week, timeZone }) => ({
    kind: "done",
    figures: await flows.sendDigest({ week, timeZone }),
  }),
});
