import type { ChannelTopic } from "../../../domain/messages/channel-setting.ts";
import { channelSetMessage, notice, noticeOf, orCommand } from "../../blocks/messages/notices.ts";
import type { PermittedTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";
import { readerLocale } from "../../frame/reader-locale.ts";
import { nearestChannelCommand } from "../nearest-command.ts";

/** `/customer channel on|off digest|costs|escalations|alerts|post-mortems|nudges`: what this channel receives. */
export async function setUpChannel(
  { channelId }: CommandRequest,
  { flows, answer, reader }: PermittedTools,
  topic: string,
  on: boolean,
): Promise<void> {
  const locale = readerLocale(reader);
  const result = await flows.setChannel({ channelId, member: reader, topic: topicOf(topic), on });
  if (result.kind === "no-channel") return answer.privately(noticeOf("access.unseen", locale));
  const { setting, botIsMember } = result;
  const isPosting = await flows.isPosting();
  await answer.privately(notice(channelSetMessage(setting, botIsMember, locale, isPosting)));
}

/** What a channel can receive, and how to say so. */
export function explainChannels({ text }: CommandRequest, { answer, reader }: PermittedTools): Promise<void> {
  const locale = readerLocale(reader);
  const usage = noticeOf("channel.usage", locale);
  return answer.privately(orCommand(usage, nearestChannelCommand(text), locale));
}

const topicOf = (typed: string): ChannelTopic =>
  TOPICS[typed.toLowerCase().replace(/[\s-]|s$/g, "")] ?? "digest";

/** By the word that is typed, without a plural's s, hyphens and blanks. */
const TOPICS: Readonly<Record<string, ChannelTopic>> = {
  digest: "digest",
  cost: "costSummary",
  alert: "alerts",
  postmortem: "postMortems",
  escalation: "escalations",
  nudge: "nudges",
};
