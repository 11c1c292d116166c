import type { Clock } from "../../domain/clock.ts";
import type { Member } from "../../domain/customer.ts";
import { FALLBACK_LOCALE } from "../../domain/fallback-locale.ts";
import { type ChannelSetting, NO_TOPICS, USUAL_DIGEST_TIME } from "../../domain/messages/channel-setting.ts";
import type { ChannelSettingStore } from "../../store/messages/channel-settings.ts";
import type { Workspace } from "../workspace.ts";

export type SetChannelLanguageDeps = {
  readonly channelSettings: Pick<ChannelSettingStore, "get" | "changeLanguage">;
  readonly workspace: Pick<Workspace, "channel">;
  readonly clock: Clock;
};

/** Sets the language in which a channel is written to, also before it receives anything. */
export async function setChannelLanguage(
  deps: SetChannelLanguageDeps,
  request: { readonly channelId: string | null; readonly member: Member; readonly locale: string },
): Promise<{ readonly kind: "set" | "no-channel" }> {
  const { channelId, member, locale } = request;
  const channel = channelId === null ? null : await deps.workspace.channel(channelId);
  if (channelId === null || channel === null) return { kind: "no-channel" };
  const before = await deps.channelSettings.get(channelId);
  const setting: Required<ChannelSetting> = {
    ...NO_TOPICS,
    ...USUAL_DIGEST_TIME,
    ...before,
    channelId,
    timeZone: before?.timeZone ?? member.timeZone,
    locale,
    setBy: member.slackUserId,
    updatedAt: deps.clock(),
  };
  const was = before?.locale ?? member.locale ?? FALLBACK_LOCALE;
  await deps.channelSettings.changeLanguage(setting, was);
  return { kind: "set" };
}
