import type { Clock } from "../../domain/clock.ts";
import { type ChannelSetting, hasUsualDigestTime } from "../../domain/messages/channel-setting.ts";
import { digestMessage } from "../../domain/messages/digest.ts";
import { digestKey } from "../../domain/messages/digest-turn.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";
import { type DigestOccasion, type FindForDigestDeps, findForDigest } from "./digest-findings.ts";

export type SendDigestDeps = FindForDigestDeps & {
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly outbox: Pick<OutboxStore, "enqueue">;
  readonly clock: Clock;
};

export type SentDigests = { readonly messages: number; readonly alreadySent: number };

/** Keeps the week's digest for every channel of a time zone that asked for it and chose no time of its own. */
export async function sendDigest(deps: SendDigestDeps, occasion: DigestOccasion): Promise<SentDigests> {
  const channels = (await deps.channelSettings.optedIn("digest")).filter(
    (setting) => setting.timeZone === occasion.timeZone && hasUsualDigestTime(setting),
  );
  return keepDigests(deps, { occasion, channels }, deps.clock());
}

/** The same digest for each of these channels. */
export async function keepDigests(
  deps: FindForDigestDeps & Pick<SendDigestDeps, "outbox">,
  { occasion, channels }: { readonly occasion: DigestOccasion; readonly channels: readonly ChannelSetting[] },
  now: Date,
): Promise<SentDigests> {
  if (channels.length === 0) return { messages: 0, alreadySent: 0 };
  const message = digestMessage(await findForDigest(deps, occasion, now));
  let messages = 0;
  for (const { channelId } of channels) {
    const key = digestKey(channelId, occasion.week);
    if (await deps.outbox.enqueue({ key, recipient: channelId, message, createdAt: now })) messages += 1;
  }
  return { messages, alreadySent: channels.length - messages };
}
