import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Forgets which of Slack's deliveries were handled, once Slack will not send them again.
 * @param timeZone the team's own
 */
export const forgetRequestsDaily = (flows: Pick<BoundFlows, "forgetRequests">, timeZone: string): Job => ({
  name: "forget-requests-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: { forgotten: await flows.forgetRequests() } }),
});
