import type { ChannelTopic } from "../../../domain/messages/channel-setting.ts";
import type { SetChannelResult } from "../../../flows/messages/set-channel.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { channelSetMessage, notice, noticeOf } from "../../blocks/messages/notices.ts";
import type { HandlerTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";

/** `/customer channel on|off digest|costs|alerts`: what this channel receives. */
export async function setUpChannel(
  request: CommandRequest,
  { flows, answer }: HandlerTools,
  onOrOff: string | undefined,
  topic: string | undefined,
): Promise<void> {
  const member = await flows.knowMember(request.userId);
  const locale = readerLocale(member);
  if (onOrOff === undefined || topic === undefined)
    return answer.privately(noticeOf("channel.usage", locale));
  const result = await flows.setChannel({
    channelId: request.channelId,
    member,
    topic: TOPICS[topic.toLowerCase().replace(/s$/, "")] ?? "digest",
    on: /^on$/i.test(onOrOff),
  });
  return answer.privately(notice(sentence(result, locale)));
}

/** By the word that is typed, without a plural's s. */
const TOPICS: Readonly<Record<string, ChannelTopic>> = {
  digest: "digest",
  cost: "costSummary",
  alert: "alerts",
};

function sentence(result: SetChannelResult, locale: Locale): string {
  const say = sayIn(locale);
  switch (result.kind) {
    case "set":
      return channelSetMessage(result.setting, result.botIsMember, locale);
    case "not-allowed":
      return say("channel.not-allowed");
    case "no-channel":
      return say("channel.no-channel");
    case "shared-channel":
      return say(result.topic === "alerts" ? "channel.shared.alerts" : "channel.shared.costs");
  }
}
