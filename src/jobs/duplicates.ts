import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/** An hour, and what a run may come late. */
const CHANGED_WITHIN_MINUTES = 90;
/** Looks in any case: a change may have been missed while nothing ran. */
const NIGHTLY = "T03";

/** Looks for customers who are one, where imports or pulls brought or changed some. By hours in UTC, as pulls are. */
export const findDuplicatesHourly = (flows: Pick<BoundFlows, "findDuplicates">): Job => ({
  name: "find-duplicates-hourly",
  schedule: { every: "hour" },
  catchUp: { kind: "skip" },
  timeZones: async () => ["UTC"],
  run: async ({ period }) => {
    const which = period.endsWith(NIGHTLY) ? {} : { changedWithinMinutes: CHANGED_WITHIN_MINUTES };
    const found = await flows.findDuplicates(which);
    if (found === null) return { kind: "skipped", because: "no customer changed" };
    return { kind: "done", figures: found };
  },
});

/** Tells of those that are new. @param timeZone the team's own */
export const tellDuplicatesDaily = (flows: Pick<BoundFlows, "tellDuplicates">, timeZone: string): Job => ({
  name: "tell-duplicates-daily",
  schedule: { every: "day", hour: 9, openHours: 12 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: { messages: await flows.tellDuplicates() } }),
});
