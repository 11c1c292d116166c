import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Shows contracts that begin, end or cost something else from today on, before the night's scores read them.
 * @param timeZone the team's own
 */
export const namedContractsDaily = (
  flows: Pick<BoundFlows, "showNamedContracts">,
  timeZone: string,
): Job => ({
  name: "named-contracts-daily",
  schedule: { every: "day", hour: 0, openHours: 24 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => ({ kind: "done", figures: { changed: await flows.showNamedContracts() } }),
});
