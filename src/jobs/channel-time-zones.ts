import type { ChannelTopic } from "../domain/messages/channel-setting.ts";
import type { ChannelSettingStore } from "../store/messages/channel-settings.ts";

/** The time zones of the channels that asked for a topic. */
export async function channelTimeZones(
  channelSettings: Pick<ChannelSettingStore, "optedIn">,
  topic: ChannelTopic,
): Promise<readonly string[]> {
  const settings = await channelSettings.optedIn(topic);
  return [...new Set(settings.map(({ timeZone }) => timeZone))];
}
