import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Forgets what systems delivered, once nobody needs it any more.
 * @param timeZone the team's own
 */
export const forgetDeliveriesDaily = (
  flows: Pick<BoundFlows, "forgetDeliveries">,
  timeZone: string,
): Job => ({
  name: "forget-deliveries-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: await flows.forgetDeliveries() }),
});
