import type { ChannelSetting, ChannelTopic } from "../../domain/messages/channel-setting.ts";
import type { Database } from "../database/database.ts";

export type ChannelSettingStore = ReturnType<typeof channelSettingStore>;

/** What each channel asked to receive. */
export function channelSettingStore({ prisma }: Database) {
  return {
    get: (channelId: string): Promise<ChannelSetting | null> =>
      prisma.channelSetting.findUnique({ where: { channelId } }),

    async save(setting: ChannelSetting): Promise<void> {
      const { channelId, ...values } = setting;
      await prisma.channelSetting.upsert({ where: { channelId }, create: setting, update: values });
    },

    /** The channels that asked for a topic, in the order of their ids. */
    optedIn: (topic: ChannelTopic): Promise<ChannelSetting[]> =>
      prisma.channelSetting.findMany({ where: { [topic]: true }, orderBy: { channelId: "asc" } }),
  };
}
