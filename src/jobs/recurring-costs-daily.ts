import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

const NAME = "recurring-costs-daily";

/**
 * Makes the entries of recurring costs whose period begins; what a day without the bot left out is made up.
 * @param timeZone the team's own
 */
export const recurringCostsDaily = (
  flows: Pick<BoundFlows, "makeRecurringCosts">,
  timeZone: string,
): Job => ({
  name: NAME,
  schedule: { every: "day", hour: 1, openHours: 23 },
  catchUp: { kind: "skip" },
  timeZones: async () => [timeZone],
  run: async ({ day }) => ({
    kind: "done",
    figures: { made: await flows.makeRecurringCosts({ day, by: NAME }) },
  }),
});
