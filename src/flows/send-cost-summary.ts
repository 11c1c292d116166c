import {
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  type Month,
  previousMonth,
  startOfDay,
} from "../domain/calendar.ts";
import { monthCosts } from "../domain/costs/month-costs.ts";
import type { CostSummaryMessage } from "../domain/messages.ts";
import { ACTIVITY_WINDOW_DAYS } from "../domain/metrics/retention.ts";
import type { ChannelSettingStore } from "../store/channel-settings.ts";
import type { CostStore } from "../store/costs.ts";
import type { OutboxStore } from "../store/outbox.ts";
import type { RetentionStore } from "../store/retention.ts";

export type ComposeCostSummaryDeps = {
  readonly costs: Pick<CostStore, "covering">;
  readonly retention: Pick<RetentionStore, "cohort">;
};
export type SendCostSummaryDeps = ComposeCostSummaryDeps & {
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly outbox: Pick<OutboxStore, "enqueue">;
};

/** The month that is reported, as seen from a time zone. */
export type CostSummaryOccasion = { readonly month: Month; readonly timeZone: string; readonly now: Date };

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
  const channels = (await deps.channelSettings.optedIn("costSummary")).filter(
    ({ timeZone }) => timeZone === occasion.timeZone,
  );
  const message = channels.some(({ shared }) => !shared) ? await composeCostSummary(deps, occasion) : null;
  const decisions: CostSummaryDecision[] = [];
  for (const { channelId, shared } of channels) {
    if (shared || message === null) {
      decisions.push({ kind: "skip", channelId, because: "shared-channel" });
      continue;
    }
    const key = `costs:${channelId}:${occasion.month}`;
    const kept = await deps.outbox.enqueue({ key, recipient: channelId, message, createdAt: occasion.now });
    decisions.push(kept ? { kind: "sent", channelId } : { kind: "skip", channelId, because: "already-sent" });
  }
  return decisions;
}

/** The summary a channel would get, without keeping it. */
export async function composeCostSummary(
  { costs, retention }: ComposeCostSummaryDeps,
  { month, timeZone, now }: CostSummaryOccasion,
): Promise<CostSummaryMessage> {
  const fromDay = firstDayOfMonth(month);
  const toDay = lastDayOfMonth(month);
  const entries = await costs.covering(firstDayOfMonth(previousMonth(month)), toDay);
  const cohort = await retention.cohort({
    fromDay,
    toDay,
    startsAt: startOfDay(fromDay, timeZone),
    endsAt: startOfDay(addDays(toDay, 1), timeZone),
    activityWindowDays: ACTIVITY_WINDOW_DAYS,
  });
  const base = { served: cohort.atStart + cohort.joined, retained: cohort.retained };
  return {
    kind: "cost-summary",
    month,
    currencies: monthCosts(entries, month, base),
    base,
    activityWindowDays: ACTIVITY_WINDOW_DAYS,
    readAt: now.toISOString(),
  };
}
