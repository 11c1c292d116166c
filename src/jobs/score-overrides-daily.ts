import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Scores the calls of members that are over, in the team's morning: who gets the answer may ask about it.
 * @param timeZone the team's own
 */
export const scoreOverridesDaily = (flows: Pick<BoundFlows, "scoreOverrides">, timeZone: string): Job => ({
  name: "score-overrides-daily",
  schedule: { every: "day", hour: 9, openHours: 12 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: await flows.scoreOverrides() }),
});
