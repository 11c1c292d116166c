import type { SetChannelResult } from "../../flows/set-channel.ts";
import { channelSetMessage, notice } from "../blocks/notices.ts";
import type { HandlerTools } from "../handler.ts";
import type { CommandRequest } from "../payloads.ts";

/** `/customer channel on|off digest|costs`: what this channel receives. */
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
    topic: /^digest$/i.test(topic) ? "digest" : "costSummary",
    on: /^on$/i.test(onOrOff),
  });
  return answer.privately(notice(sentence(result)));
}

const USAGE =
  "Say what this channel should get: `/customer channel on digest` or `/customer channel on costs`; `off` ends it.";

function sentence(result: SetChannelResult): string {
  switch (result.kind) {
    case "set":
      return channelSetMessage(result.setting, result.botIsMember);
    case "not-allowed":
      return "Only managers and operations can decide what a channel gets. Ask one of them, or an administrator.";
    case "no-channel":
      return "I cannot see this conversation. Invite me to the channel, then type the command there again.";
    case "shared-channel":
      return "Costs are not posted here, because another organisation reads this channel. Use an internal one.";
  }
}
