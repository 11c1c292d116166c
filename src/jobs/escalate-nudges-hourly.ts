import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/** Tells managers of nudges that nobody answers. By hours in UTC: each is due at an hour of its reader's own. */
export const escalateNudgesHourly = (flows: Pick<BoundFlows, "escalateNudges">): Job => ({
  name: "escalate-nudges-hourly",
  schedule: { every: "hour" },
  catchUp: { kind: "skip" },
  timeZones: async () => ["UTC"],
  run: async () => ({ kind: "done", figures: await flows.escalateNudges() }),
});
