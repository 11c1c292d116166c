import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listChannelTimeZones" | "planChannelNudges">;

/** Tells channels that asked for it of customers without an owner, in the morning of a working day where the channel is. */
export const channelNudgesDaily = (flows: Flows): Job => ({
  name: "channel-nudges-daily",
  schedule: { every: "day", hour: 9, openHours: 8 },
  timeZones: () => flows.listChannelTimeZones("nudges"),
  run: async ({ day, timeZone }) => ({
    kind: "done",
    figures: await flows.planChannelNudges({ day, timeZone }),
  }),
});
