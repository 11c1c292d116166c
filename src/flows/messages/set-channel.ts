import { mayManageChannels } from "../../domain/access.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { FALLBACK_LOCALE } from "../../domain/fallback-locale.ts";
import type { ChannelSetting, ChannelTopic } from "../../domain/messages/channel-setting.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { Workspace } from "../workspace.ts";

export type SetChannelDeps = {
  readonly channelSettings: Pick<ChannelSettingStore, "get" | "save">;
  readonly workspace: Pick<Workspace, "channel">;
  readonly clock: Clock;
};

export type SetChannelResult =
  | { readonly kind: "set"; readonly setting: ChannelSetting; readonly botIsMember: boolean }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "no-channel" }
  /** Costs are nothing but money, and how the bot fares is for those who run it: neither goes where another organisation reads. */
  | { readonly kind: "shared-channel"; readonly topic: ChannelTopic };

const INTERNAL_ONLY: readonly ChannelTopic[] = ["costSummary", "alerts"];

/** Turns a topic on or off in a channel, on behalf of someone who may decide it. */
export async function setChannel(
  deps: SetChannelDeps,
  request: {
    readonly channelId: string;
    readonly member: Member;
    readonly topic: ChannelTopic;
    readonly on: boolean;
  },
): Promise<SetChannelResult> {
  const { channelId, member, topic, on } = request;
  if (!mayManageChannels(member)) return { kind: "not-allowed" };
  const channel = await deps.workspace.channel(channelId);
  if (channel === null) return { kind: "no-channel" };
  if (on && INTERNAL_ONLY.includes(topic) && channel.shared) return { kind: "shared-channel", topic };
  const before = await deps.channelSettings.get(channelId);
  const setting: ChannelSetting = {
    digest: before?.digest ?? false,
    costSummary: before?.costSummary ?? false,
    alerts: before?.alerts ?? false,
    [topic]: on,
    channelId,
    shared: channel.shared,
    timeZone: before?.timeZone ?? member.timeZone,
    locale: before?.locale ?? member.locale ?? FALLBACK_LOCALE,
    setBy: member.slackUserId,
    updatedAt: deps.clock(),
  };
  await deps.channelSettings.save(setting);
  return { kind: "set", setting, botIsMember: channel.botIsMember };
}
