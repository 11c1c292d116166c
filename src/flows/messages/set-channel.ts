import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { FALLBACK_LOCALE } from "../../domain/fallback-locale.ts";
import {
  type ChannelSetting,
  type ChannelTopic,
  NO_TOPICS,
  USUAL_DIGEST_TIME,
} from "../../domain/messages/channel-setting.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { Workspace } from "../workspace.ts";

export type SetChannelDeps = {
  readonly channelSettings: Pick<ChannelSettingStore, "get" | "change">;
  readonly workspace: Pick<Workspace, "channel">;
  readonly clock: Clock;
};

export type SetChannelResult =
  | { readonly kind: "set"; readonly setting: ChannelSetting; readonly botIsMember: boolean }
  | { readonly kind: "no-channel" };

/** Turns a topic on or off in a channel, on behalf of someone who may decide it there. */
export async function setChannel(
  deps: SetChannelDeps,
  request: {
    readonly channelId: string | null;
    readonly member: Member;
    readonly topic: ChannelTopic;
    readonly on: boolean;
  },
): Promise<SetChannelResult> {
  const { channelId, member, topic, on } = request;
  const channel = channelId === null ? null : await deps.workspace.channel(channelId);
  if (channelId === null || channel === null) return { kind: "no-channel" };
  const before = await deps.channelSettings.get(channelId);
  const setting: Required<ChannelSetting> = {
    ...NO_TOPICS,
    ...USUAL_DIGEST_TIME,
    ...before,
    [topic]: on,
    channelId,
    timeZone: before?.timeZone ?? member.timeZone,
    locale: before?.locale ?? member.locale ?? FALLBACK_LOCALE,
    setBy: member.slackUserId,
    updatedAt: deps.clock(),
  };
  await deps.channelSettings.change(setting, { topic, on, was: before?.[topic] ?? false });
  return { kind: "set", setting, botIsMember: channel.botIsMember };
}
