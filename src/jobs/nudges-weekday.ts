import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listTurnTimeZones" | "takeNudgeTurns">;

/**
 * Tells each owner of their customers at the hour and on the days they chose. Once an hour in each time zone where
 * somebody's turn has come; the name is from when it was nine on weekdays for everybody, and stands in kept runs.
 */
export const nudgesWeekday = (flows: Flows): Job => ({
  name: "nudges-weekday",
  schedule: { every: "hour" },
  timeZones: () => flows.listTurnTimeZones(),
  run: async ({ timeZone }) => ({ kind: "done", figures: await flows.takeNudgeTurns({ timeZone }) }),
});
