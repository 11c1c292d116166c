import type { BoundFlows } from "../flows/bind-flows.ts";
import type { Job } from "./job.ts";

type Flows = Pick<BoundFlows, "listChannelTimeZones" | "sendCostSummary">;

/**
 * Sums up the month that ended, on the 3rd: its last costs have two days to be entered. What comes late because the bot was off
 * is still wanted, until the next one.
 */
export const costSummaryMonthly = (flows: Flows): Job => ({
  name: "cost-summary-monthly",
  schedule: { every: "month", dayOfMonth: 3, hour: 9, openHours: 240 },
  catchUp: { kind: "run", withinDays: 28 },
  timeZones: () => flows.listChannelTimeZones("costSummary"),
  run: async ({ period: month, timeZone }) => {
    const channels = await flows.sendCostSummary({ month, timeZone });
    if (channels.length === 0) return { kind: "skipped", because: "no channel asked for it" };
    if (channels.every(({ kind }) => kind === "already-sent"))
      return { kind: "skipped", because: "already sent" };
    return { kind: "done", figures: { channels } };
  },
});
