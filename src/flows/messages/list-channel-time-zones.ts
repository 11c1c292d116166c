import { type ChannelTopic, hasUsualDigestTime } from "../../domain/messages/channel-setting.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";

export type ListChannelTimeZonesDeps = { readonly channelSettings: Pick<ChannelSettingStore, "optedIn"> };

/** The time zones of the channels that asked for a topic; of a digest without those that chose a time of their own. */
export async function listChannelTimeZones(
  { channelSettings }: ListChannelTimeZonesDeps,
  topic: ChannelTopic,
): Promise<readonly string[]> {
  const settings = await channelSettings.optedIn(topic);
  const usual = topic === "digest" ? settings.filter(hasUsualDigestTime) : settings;
  return [...new Set(usual.map(({ timeZone }) => timeZone))];
}
