import { type Day, weekdayOf } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import type { ChannelSetting } from "../../domain/messages/channel-setting.ts";
import { escalationKey } from "../../domain/messages/handover-messages.ts";
import { toEscalate } from "../../domain/outreach/escalation.ts";
import { nudgesOverSince } from "../../domain/outreach/nudge-answer.ts";
import type { PublicHolidays } from "../../domain/public-holidays.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { EscalationCandidate, HandoverStore } from "../../store/messages/handovers.ts";
import type { MentionAlertStore } from "../../store/messages/mention-alerts.ts";
import type { NewOutboxMessage } from "../../store/messages/outbox.ts";

export type EscalateNudgesDeps = {
  readonly handovers: Pick<HandoverStore, "recent" | "escalate">;
  readonly mentionAlerts: Pick<MentionAlertStore, "managers">;
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly holidays: PublicHolidays;
  readonly clock: Clock;
};

/**
 * Tells managers of nudges with much at stake that nobody answers, once each: in the channels that asked for it, else each
 * manager. With nobody to tell it waits until there is somebody.
 * @returns nudges told of, and those for which there was nobody to tell
 */
export async function escalateNudges(
  deps: EscalateNudgesDeps,
): Promise<{ readonly escalated: number; readonly nobodyToTell: number }> {
  const now = deps.clock();
  const recent = await deps.handovers.recent(nudgesOverSince(now));
  const due = toEscalate(recent, (timeZone, day) => isDayOff(deps.holidays, timeZone, day), now);
  if (due.length === 0) return { escalated: 0, nobodyToTell: 0 };
  const [channels, managers] = await Promise.all([
    deps.channelSettings.optedIn("escalations"),
    deps.mentionAlerts.managers(),
  ]);
  let escalated = 0;
  let nobodyToTell = 0;
  for (const nudge of due) {
    const messages = messagesAbout(nudge, channels, managers, now);
    if (messages.length === 0) nobodyToTell += 1;
    else if (await deps.handovers.escalate(nudge.key, messages, now)) escalated += 1;
  }
  return { escalated, nobodyToTell };
}

/** Saturday, Sunday and the public holidays of the country whose clocks show the time zone. */
function isDayOff(holidays: PublicHolidays, timeZone: string, day: Day): boolean {
  if (weekdayOf(day) > 5) return true;
  const country = holidays.countryOf(timeZone);
  return country !== null && holidays.on(country, day) !== null;
}

/** Managers may see every amount; a channel only where a manager opened it to amounts. */
function messagesAbout(
  nudge: EscalationCandidate,
  channels: readonly ChannelSetting[],
  managers: readonly string[],
  createdAt: Date,
): NewOutboxMessage[] {
  const to = (recipient: string, showsMoney: boolean): NewOutboxMessage => {
    const { key: suggestionKey, nudgeKey, customerId, name, memberId, action, reason, stake } = nudge;
    const about = { suggestionKey, nudgeKey, customerId, name, memberId, action, reason };
    return {
      key: escalationKey(nudge.key, recipient),
      recipient,
      message: {
        ...{ kind: "escalation", ...about, since: nudge.createdAt.toISOString() },
        stake: showsMoney ? stake : null,
      },
      createdAt,
    };
  };
  if (channels.length > 0)
    return channels.map(({ channelId, digest, costSummary }) => to(channelId, digest || costSummary));
  return managers.filter((id) => id !== nudge.memberId).map((id) => to(id, true));
}
