import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Looks for whom contact harms, by the comparison of the quarter and of the last one.
 * @param timeZone the team's own
 */
export const suggestDoNotDisturbDaily = (
  flows: Pick<BoundFlows, "suggestDoNotDisturb">,
  timeZone: string,
): Job => ({
  name: "suggest-do-not-disturb-daily",
  schedule: { every: "day", hour: 5, openHours: 18 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async ({ day }) => ({ kind: "done", figures: await flows.suggestDoNotDisturb({ day }) }),
});
