import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

const NAME = "loyalty-daily";

/**
 * Books the points of what was bought and returned since the last night, and lets go what is over. After midnight where
 * the team is, so that a month's last day is in its cost summary.
 * @param timeZone the team's own
 */
export const loyaltyDaily = (flows: Pick<BoundFlows, "settlePoints">, timeZone: string): Job => ({
  name: NAME,
  schedule: { every: "day", hour: 2, openHours: 22 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => {
    const { kind, ...figures } = await flows.settlePoints({ by: NAME });
    return kind === "settled" ? { kind: "done", figures } : { kind: "skipped", because: kind };
  },
});
