import { type SendCostSummaryDeps, sendCostSummary } from "../flows/messages/send-cost-summary.ts";
import { channelTimeZones } from "./channel-time-zones.ts";
import type { Job } from "./job.ts";

/** Sums up the month that ended, on the 3rd: its last costs have two days to be entered. */
export const costSummaryMonthly = (deps: SendCostSummaryDeps): Job => ({
  name: "cost-summary-monthly",
  schedule: { every: "month", dayOfMonth: 3, hour: 9, openHours: 240 },
  timeZones: () => channelTimeZones(deps.channelSettings, "costSummary"),
  run: async ({ period: month, timeZone }, now) => {
    const channels = await sendCostSummary(deps, { month, timeZone, now });
    if (channels.every(({ kind }) => kind === "skip")) {
      return { kind: "skipped", because: channels.map(because).join(", ") || "no channel asked for it" };
    }
    return { kind: "done", figures: { channels } };
  },
});

function because(decision: Awaited<ReturnType<typeof sendCostSummary>>[number]): string {
  return `${decision.channelId}: ${decision.kind === "skip" ? decision.because : "sent"}`;
}
