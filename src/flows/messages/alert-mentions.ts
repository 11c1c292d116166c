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

/** How many messages were kept. */
export type MentionAlerts = { readonly alerted: number; readonly escalated: number };

/**
 * Tells of complaints that nobody answered, each once to whom it concerns and once to managers. With nobody to tell it
 * waits until there is somebody.
 */
export async function alertMentions(deps: AlertMentionsDeps): Promise<MentionAlerts> {
  const [managers, settings] = await Promise.all([
    deps.mentionAlerts.managers(),
    deps.channelSettings.optedIn("alerts"),
  ]);
  const channels = settings.map(({ channelId }) => channelId);
  const anybody = { managers: or(managers, channels), channels: or(channels, managers) };
  const escalated = await tellAll(deps, "escalated", anybody, () => anybody.managers);
  const alerted = await tellAll(deps, "alerted", { ...anybody, managers }, (due) =>
    recipientsOf(due, { ...anybody, managers }),
  );
  return { alerted, escalated };
}

type Reachable = { readonly managers: readonly string[]; readonly channels: readonly string[] };

/** The owner; managers where a customer has none; the operators' channels for those of nobody we know. */
function recipientsOf(
  { mention, ownerId }: DueMention,
  { managers, channels }: Reachable,
): readonly string[] {
  if (ownerId !== null) return [ownerId];
  return mention.customer === null ? channels : managers;
}

const or = (first: readonly string[], otherwise: readonly string[]) => (first.length > 0 ? first : otherwise);

/** One message for all that the same people are to be told. @returns messages kept */
async function tellAll(
  { mentionAlerts, clock }: AlertMentionsDeps,
  stage: MentionStage,
  { managers, channels }: Reachable,
  recipients: (due: DueMention) => readonly string[],
): Promise<number> {
  const now = clock();
  const audience = { ofOwnerless: managers.length > 0, ofNobody: channels.length > 0 };
  const due = await mentionAlerts.due(stage, audience, now, MOST_AT_ONCE);
  const groups = new Map<string, DueMention[]>();
  for (const one of due) {
    const to = recipients(one).join(" ");
    groups.set(to, [...(groups.get(to) ?? []), one]);
  }
  let kept = 0;
  for (const [to, group] of groups) {
    if (to === "") continue;
    const mentions = group.map(({ mention }) => mention);
    const ids = mentions.map(({ id }) => id);
    const message = mentionAlert(stage, mentions, now);
    const messages = to.split(" ").map((recipient) => ({
      key: `mentions:${stage}:${recipient}:${Math.min(...ids)}`,
      recipient,
      message,
      createdAt: now,
    }));
    kept += await mentionAlerts.tell(stage, ids, messages, now);
  }
  return kept;
}
