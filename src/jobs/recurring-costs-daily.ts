import type { RecurringCostStore } from "../store/costs/recurring-costs.ts";
import type { Job } from "./job.ts";

export type RecurringCostsDailyDeps = {
  /** The team's own zone. */
  readonly timeZone: string;
  readonly recurringCosts: Pick<RecurringCostStore, "makeDue">;
};

const NAME = "recurring-costs-daily";

/** Makes the entries of recurring costs whose period begins; what a day without the bot left out is made up. */
export const recurringCostsDaily = ({ timeZone, recurringCosts }: RecurringCostsDailyDeps): Job => ({
  name: NAME,
  schedule: { every: "day", hour: 1, openHours: 23 },
  timeZones: async () => [timeZone],
  run: async ({ day }, now) => ({
    kind: "done",
    figures: { made: await recurringCosts.makeDue(day, { by: NAME, at: now }) },
  }),
});
