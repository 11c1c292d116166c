import type { Week } from "../../domain/calendar.ts";
import { type ChannelSetting, hasUsualDigestTime } from "../../domain/messages/channel-setting.ts";
import { digestKey, digestTurn } from "../../domain/messages/digest-turn.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { OutboxStore } from "../../store/messages/outbox.ts";

export type FindDueDigestsDeps = {
  readonly channelSettings: Pick<ChannelSettingStore, "optedIn">;
  readonly outbox: Pick<OutboxStore, "receipt">;
};

export type DueDigest = { readonly setting: ChannelSetting; readonly week: Week };

/** The channels with a time of their own whose turn has come, and that have not had the digest of that week. */
export async function findDueDigests(
  { channelSettings, outbox }: FindDueDigestsDeps,
  now: Date,
): Promise<readonly DueDigest[]> {
  const due: DueDigest[] = [];
  for (const setting of await channelSettings.optedIn("digest")) {
    const week = hasUsualDigestTime(setting) ? null : digestTurn(setting, now);
    if (week === null) continue;
    if ((await outbox.receipt(digestKey(setting.channelId, week))) === null) due.push({ setting, week });
  }
  return due;
}
