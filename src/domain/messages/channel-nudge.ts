import type { Message } from "./messages.ts";
import { withoutAmounts } from "./nudge-effect.ts";

/** A nudge as a channel is told of it: to whoever takes it, and without what the customers are worth. */
export function channelNudge(message: Message): Message {
  if (message.kind !== "nudge") return message;
  const { memberId: channelId, items, ...rest } = message;
  return { ...rest, kind: "channel-nudge", channelId, items: items.map(withoutAmounts) };
}
