import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Forgets what old messages could be rebuilt from.
 * @param timeZone the team's own
 */
export const forgetReplaysDaily = (flows: Pick<BoundFlows, "forgetReplays">, timeZone: string): Job => ({
  name: "forget-replays-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: await flows.forgetReplays() }),
});
