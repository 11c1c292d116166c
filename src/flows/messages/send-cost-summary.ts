import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";
import {
  type ComposeCostSummaryDeps,
  type CostSummaryOccasion,
  composeCostSummary,
} from "./compose-cost-summary.ts";

export type SendCostSummaryDeps = ComposeCostSummaryDeps & {
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly outbox: Pick<OutboxStore, "enqueue">;
};

/** What became of each channel that asked. */
export type CostSummaryDecision = {
  readonly kind: "sent" | "already-sent";
  readonly channelId: string;
};

/** Keeps the month's cost summary for every channel of a time zone that asked for it. */
export async function sendCostSummary(
  deps: SendCostSummaryDeps,
  occasion: CostSummaryOccasion,
): Promise<readonly CostSummaryDecision[]> {
  const now = deps.clock();
  const channels = (await deps.channelSettings.optedIn("costSummary")).filter(
    ({ timeZone }) => timeZone === occasion.timeZone,
  );
  if (channels.length === 0) return [];
  const message = await composeCostSummary({ ...deps, clock: () => now }, occasion);
  const decisions: CostSummaryDecision[] = [];
  for (const { channelId } of channels) {
    const key = `costs:${channelId}:${occasion.month}`;
    const isNew = await deps.outbox.enqueue({ key, recipient: channelId, message, createdAt: now });
    decisions.push({ kind: isNew ? "sent" : "already-sent", channelId });
  }
  return decisions;
}
