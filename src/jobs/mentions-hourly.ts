import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "judgeMentions" | "alertMentions">;

/** Judges what is left to judge and tells of complaints that wait. By hours in UTC, so that none is missed or doubled. */
export const mentionsHourly = (flows: Flows): Job => ({
  name: "mentions-hourly",
  schedule: { every: "hour" },
  catchUp: { kind: "skip" },
  timeZones: async () => ["UTC"],
  run: async () => {
    const judged = await flows.judgeMentions();
    return { kind: "done", figures: { judged, ...(await flows.alertMentions()) } };
  },
});
