import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listOwnerTimeZones" | "planNudges">;

/** Plans each owner's nudges on the morning of a weekday where the owner is; after five it is too late for the day. */
export const nudgesWeekday = (flows: Flows): Job => ({
  name: "nudges-weekday",
  schedule: { every: "weekday", hour: 9, openHours: 8 },
  timeZones: () => flows.listOwnerTimeZones(),
  run: async ({ day, timeZone }) => ({ kind: "done", figures: await flows.planNudges({ day, timeZone }) }),
});
