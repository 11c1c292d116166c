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
export type CostSummaryDecision =
  | { readonly kind: "sent"; readonly channelId: string }
  | {
      readonly kind: "skip";
      readonly channelId: string;
      readonly because: "shared-channel" | "already-sent";
    };

/** Keeps the month's cost summary for every channel of a time zone that asked for it and may see money. */
export async function sendCostSummary(
  deps: SendCostSummaryDeps,
  occasion: CostSummaryOccasion,
): Promise<readonly CostSummaryDecision[]> {
  const now = deps.clock();
  const channels = (await deps.channelSettings.optedIn("costSummary")).filter(
    ({ timeZone }) => timeZone === occasion.timeZone,
  );
  const message = channels.some(({ shared }) => !shared)
    ? await composeCostSummary({ ...deps, clock: () => now }, occasion)
    : null;
  const decisions: CostSummaryDecision[] = [];
  for (const { channelId, shared } of channels) {
    if (shared || message === null) {
      decisions.push({ kind: "skip", channelId, because: "shared-channel" });
      continue;
    }
    const key = `costs:${channelId}:${occasion.month}`;
    const kept = await deps.outbox.enqueue({ key, recipient: channelId, message, createdAt: now });
    decisions.push(kept ? { kind: "sent", channelId } : { kind: "skip", channelId, because: "already-sent" });
  }
  return decisions;
}
