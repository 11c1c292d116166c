import { SCORING_JOB } from "../domain/risk/scores/scoring-job.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listChannelTimeZones" | "planChannelNudges">;

/** Tells channels that asked for it of customers without an owner, in the morning of a working day where the channel is. */
export const channelNudgesDaily = (flows: Flows): Job => ({
  name: "channel-nudges-daily",
  schedule: { every: "day", hour: 9, openHours: 8 },
  catchUp: { kind: "skip" },
  needs: { job: SCORING_JOB },
  timeZones: () => flows.listChannelTimeZones("nudges"),
  run: async ({ day, timeZone }, scoring = "met") => {
    const late = scoring === "met" ? {} : { isScoringLate: true as const };
    return { kind: "done", figures: await flows.planChannelNudges({ day, timeZone, ...late }) };
  },
});
