import type { ChannelTopic } from "../../domain/messages/channel-setting.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";

export type ListChannelTimeZonesDeps = { readonly channelSettings: Pick<ChannelSettingStore, "optedIn"> };

/** The time zones of the channels that asked for a topic. */
export async function listChannelTimeZones(
  { channelSettings }: ListChannelTimeZonesDeps,
  topic: ChannelTopic,
): Promise<readonly string[]> {
  const settings = await channelSettings.optedIn(topic);
  return [...new Set(settings.map(({ timeZone }) => timeZone))];
}
