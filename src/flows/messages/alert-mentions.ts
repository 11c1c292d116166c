import type { Clock } from "../../domain/clock.ts";
import { mentionAlert } from "../../domain/messages/mention-alert.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { DueMention, MentionAlertStore, MentionStage } from "../../store/messages/mention-alerts.ts";

export type AlertMentionsDeps = {
  readonly mentionAlerts: MentionAlertStore;
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly clock: Clock;
};

/** More wait for the next hour. Chosen: none is read one by one. */
const MOST_AT_ONCE = 1000;

export type MentionAlerts = {
  /** Messages kept. */
  readonly alerted: number;
  readonly escalated: number;
  /** Complaints with nobody to tell: they are told once there is somebody. */
  readonly untold: number;
};

/** Tells of complaints that nobody answered, each once to whom it concerns and once to managers. */
export async function alertMentions(deps: AlertMentionsDeps): Promise<MentionAlerts> {
  const [managers, channels] = await Promise.all([
    deps.mentionAlerts.managers(),
    deps.channelSettings.optedIn("alerts"),
  ]);
  const to = { managers, channels: channels.map(({ channelId }) => channelId) };
  const escalated = await tellAll(deps, "escalated", () => or(to.managers, to.channels));
  const alerted = await tellAll(deps, "alerted", (due) => recipientsOf(due, to));
  return {
    alerted: alerted.messages,
    escalated: escalated.messages,
    untold: alerted.untold + escalated.untold,
  };
}

type Reachable = { readonly managers: readonly string[]; readonly channels: readonly string[] };

/** The owner; managers where a customer has none; the operators' channels for those of nobody we know. */
function recipientsOf(
  { mention, ownerId }: DueMention,
  { managers, channels }: Reachable,
): readonly string[] {
  if (ownerId !== null) return [ownerId];
  return mention.customer === null ? or(channels, managers) : managers;
}

const or = (first: readonly string[], otherwise: readonly string[]) => (first.length > 0 ? first : otherwise);

/** One message for all that the same people are to be told. */
async function tellAll(
  { mentionAlerts, clock }: AlertMentionsDeps,
  stage: MentionStage,
  recipients: (due: DueMention) => readonly string[],
): Promise<{ messages: number; untold: number }> {
  const now = clock();
  const due = await mentionAlerts.due(stage, now, MOST_AT_ONCE);
  const groups = new Map<string, DueMention[]>();
  for (const one of due) {
    const to = recipients(one).join(" ");
    groups.set(to, [...(groups.get(to) ?? []), one]);
  }
  let messages = 0;
  for (const [to, group] of groups) {
    if (to === "") continue;
    const mentions = group.map(({ mention }) => mention);
    const ids = mentions.map(({ id }) => id);
    const message = mentionAlert(stage, mentions, now);
    const kept = to.split(" ").map((recipient) => ({
      key: `mentions:${stage}:${recipient}:${Math.min(...ids)}`,
      recipient,
      message,
      createdAt: now,
    }));
    messages += await mentionAlerts.tell(stage, ids, kept, now);
  }
  return { messages, untold: groups.get("")?.length ?? 0 };
}
