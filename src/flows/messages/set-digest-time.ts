import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { FALLBACK_LOCALE } from "../../domain/fallback-locale.ts";
import {
  type ChannelSetting,
  type DigestTime,
  digestTimeOf,
  NO_TOPICS,
} from "../../domain/messages/channel-setting.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { Workspace } from "../workspace.ts";

export type SetDigestTimeDeps = {
  readonly channelSettings: Pick<ChannelSettingStore, "get" | "changeDigestTime">;
  readonly workspace: Pick<Workspace, "channel">;
  readonly clock: Clock;
};

/** @property timeZone null: the channel keeps its own, else gets that of whoever sets it */
export type AskedDigestTime = DigestTime & {
  readonly channelId: string | null;
  readonly member: Member;
  readonly timeZone: string | null;
};

export type SetDigestTimeResult =
  | { readonly kind: "set"; readonly setting: Required<ChannelSetting> }
  | { readonly kind: "no-channel" };

/** Sets when a channel gets its digest, also before it asked for one. The zone is the channel's, for all it receives. */
export async function setDigestTime(
  deps: SetDigestTimeDeps,
  { channelId, member, digestWeekday, digestHour, timeZone }: AskedDigestTime,
): Promise<SetDigestTimeResult> {
  const channel = channelId === null ? null : await deps.workspace.channel(channelId);
  if (channelId === null || channel === null) return { kind: "no-channel" };
  const before = await deps.channelSettings.get(channelId);
  const setting: Required<ChannelSetting> = {
    ...NO_TOPICS,
    ...before,
    ...{ channelId, digestWeekday, digestHour },
    timeZone: timeZone ?? before?.timeZone ?? member.timeZone,
    locale: before?.locale ?? member.locale ?? FALLBACK_LOCALE,
    setBy: member.slackUserId,
    updatedAt: deps.clock(),
  };
  const was = before && { ...digestTimeOf(before), timeZone: before.timeZone };
  await deps.channelSettings.changeDigestTime(setting, was);
  return { kind: "set", setting };
}
