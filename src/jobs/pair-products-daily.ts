import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

/**
 * Reckons which products are bought by the same customers, for the day's cards.
 * @param timeZone the team's own
 */
export const pairProductsDaily = (
  flows: Pick<BoundFlows, "readAsOf" | "pairProducts">,
  timeZone: string,
): Job => ({
  name: "pair-products-daily",
  schedule: { every: "day", hour: 4, openHours: 20 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async () => {
    const { scoring: asOf } = await flows.readAsOf();
    return { kind: "done", figures: await flows.pairProducts({ asOf }) };
  },
});
