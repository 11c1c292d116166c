import type { SandboxContext } from "../context.ts";
import type { Conversation, Message } from "../page-protocol.ts";
import { notice } from "../responses.ts";
import { IDENTITY } from "../seed.ts";
import { messageJson } from "../web-api/message-json.ts";
import { appContext } from "./context.ts";
import { sendEvent } from "./events.ts";
import { tellOfLinks } from "./links.ts";
import { conversationOf } from "./payload.ts";
import { RefusedError } from "./refused.ts";

const CHANNEL_TYPE: Readonly<Record<Conversation["kind"], string>> = {
  channel: "channel",
  private_channel: "group",
  im: "im",
};
const SUBSCRIPTION: Readonly<Record<Conversation["kind"], string>> = {
  channel: "message.channels",
  private_channel: "message.groups",
  im: "message.im",
};

/** A person writes. The events it causes are on their way when this returns. */
export function postAs(
  context: SandboxContext,
  given: {
    readonly as: string;
    readonly conversationId: string;
    readonly text: string;
    readonly threadTs: string | null;
  },
): Message {
  const conversation = conversationOf(context, given.as, given.conversationId);
  if (conversation.isArchived) throw new RefusedError("This channel is archived.");
  if (given.text.trim() === "") throw new RefusedError("Type a message first.");
  const { as: authorId, conversationId, text, threadTs } = given;
  const message = context.workspace.post(context.clock.now(), { conversationId, authorId, text, threadTs });
  tellApp(context, conversation, message);
  tellOfLinks(context, conversation, message);
  return message;
}

function tellApp(context: SandboxContext, conversation: Conversation, message: Message): void {
  const isMentioned = message.text.includes(`<@${IDENTITY.botUserId}>`);
  if (!conversation.memberIds.includes(IDENTITY.botUserId)) {
    if (isMentioned) tellThatAbsent(context, message);
    return;
  }
  const event = {
    ...messageJson(context.workspace, message),
    channel: conversation.id,
    channel_type: CHANNEL_TYPE[conversation.kind],
    ...(conversation.kind === "im" && { app_context: appContext(context, message.authorId) }),
  };
  const { isShared } = conversation;
  void sendEvent(context, SUBSCRIPTION[conversation.kind], { ...event, type: "message" }, { isShared });
  if (isMentioned && conversation.kind !== "im")
    void sendEvent(context, "app_mention", { ...event, type: "app_mention" }, { isShared });
}

/** Nobody hears a mention in a channel they are not in; Slackbot says so to whoever wrote it. */
function tellThatAbsent(context: SandboxContext, { authorId, conversationId, threadTs }: Message): void {
  const { realName } = context.workspace.seed.bot;
  const place = { personId: authorId, conversationId, messageTs: null, threadTs };
  notice(context, place, `${realName} is not in this channel and does not see this. Add it under Members.`);
}

/** Sets the reaction, or takes it back. */
export function toggleReaction(
  context: SandboxContext,
  given: {
    readonly as: string;
    readonly conversationId: string;
    readonly ts: string;
    readonly name: string;
  },
): void {
  const { workspace } = context;
  conversationOf(context, given.as, given.conversationId);
  const message = workspace.findMessage(given.conversationId, given.ts);
  if (!message) throw new RefusedError("That message is gone.");
  const before = message.reactions.find(({ name }) => name === given.name)?.personIds ?? [];
  const isSet = before.includes(given.as);
  const personIds = isSet ? before.filter((id) => id !== given.as) : [...before, given.as];
  const others = message.reactions.filter(({ name }) => name !== given.name);
  const own = personIds.length > 0 ? [{ name: given.name, personIds }] : [];
  workspace.putMessage({ ...message, reactions: [...others, ...own] });
  if (isSet) return;
  void sendEvent(context, "reaction_added", {
    type: "reaction_added",
    user: given.as,
    reaction: given.name,
    item_user: message.authorId,
    item: { type: "message", channel: given.conversationId, ts: given.ts },
  });
}

export function openDirectMessage(context: SandboxContext, as: string, other: string): Conversation {
  if (!context.workspace.person(as) || !context.workspace.person(other))
    throw new RefusedError("There is no such person here.");
  return context.workspace.directMessage(as, other);
}
