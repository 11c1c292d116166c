import type { Clock } from "../../domain/clock.ts";
import { digestMessage } from "../../domain/messages/digest.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";
import { type DigestOccasion, type FindForDigestDeps, findForDigest } from "./digest-findings.ts";

export type SendDigestDeps = FindForDigestDeps & {
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly outbox: Pick<OutboxStore, "enqueue">;
  readonly clock: Clock;
};

export type SentDigests = { readonly messages: number; readonly alreadySent: number };

/** Keeps the week's digest for every channel of a time zone that asked for it. */
export async function sendDigest(deps: SendDigestDeps, occasion: DigestOccasion): Promise<SentDigests> {
  const now = deps.clock();
  const channels = (await deps.channelSettings.optedIn("digest")).filter(
    ({ timeZone }) => timeZone === occasion.timeZone,
  );
  if (channels.length === 0) return { messages: 0, alreadySent: 0 };
  const message = digestMessage(await findForDigest(deps, occasion, now));
  let messages = 0;
  for (const { channelId } of channels) {
    const key = `digest:${channelId}:${occasion.week}`;
    if (await deps.outbox.enqueue({ key, recipient: channelId, message, createdAt: now })) messages += 1;
  }
  return { messages, alreadySent: channels.length - messages };
}
