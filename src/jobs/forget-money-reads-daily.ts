import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Forgets who saw amounts longer ago than is kept.
 * @param timeZone the team's own
 */
export const forgetMoneyReadsDaily = (
  flows: Pick<BoundFlows, "forgetMoneyReads">,
  timeZone: string,
): Job => ({
  name: "forget-money-reads-daily",
  schedule: { every: "day", hour: 3, openHours: 21 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: { forgotten: await flows.forgetMoneyReads() } }),
});
