import type { ChannelTopic } from "../../../domain/messages/channel-setting.ts";
import type { SetChannelResult } from "../../../flows/messages/set-channel.ts";
import { channelSetMessage, notice } from "../../blocks/messages/notices.ts";
import type { HandlerTools } from "../../frame/handler.ts";
import type { CommandRequest } from "../../frame/payloads.ts";

/** `/customer channel on|off digest|costs|alerts`: what this channel receives. */
export async function setUpChannel(
  request: CommandRequest,
  { flows, answer }: HandlerTools,
  onOrOff: string | undefined,
  topic: string | undefined,
): Promise<void> {
  if (onOrOff === undefined || topic === undefined) return answer.privately(notice(USAGE));
  const result = await flows.setChannel({
    channelId: request.channelId,
    member: await flows.knowMember(request.userId),
    topic: TOPICS[topic.toLowerCase().replace(/s$/, "")] ?? "digest",
    on: /^on$/i.test(onOrOff),
  });
  return answer.privately(notice(sentence(result)));
}

/** By the word that is typed, without a plural's s. */
const TOPICS: Readonly<Record<string, ChannelTopic>> = {
  digest: "digest",
  cost: "costSummary",
  alert: "alerts",
};

const USAGE =
  "Say what this channel should get: `/customer channel on digest`, `/customer channel on costs` or `/customer channel on alerts`; `off` ends it.";

function sentence(result: SetChannelResult): string {
  switch (result.kind) {
    case "set":
      return channelSetMessage(result.setting, result.botIsMember);
    case "not-allowed":
      return "Only managers and operations can decide what a channel gets. Ask one of them, or an administrator.";
    case "no-channel":
      return "I cannot see this conversation. Invite me to the channel, then type the command there again.";
    case "shared-channel":
      return `${result.topic === "alerts" ? "Alerts" : "Costs"} are not posted here, because another organisation reads this channel. Use an internal one.`;
  }
}
