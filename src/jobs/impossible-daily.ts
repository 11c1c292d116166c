import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Looks for those whose messages can never come due, which no failed message would tell.
 * @param timeZone the team's own
 */
export const impossibleDaily = (flows: Pick<BoundFlows, "alertImpossible">, timeZone: string): Job => ({
  name: "impossible-daily",
  schedule: { every: "day", hour: 8, openHours: 16 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: { alerts: await flows.alertImpossible() } }),
});
