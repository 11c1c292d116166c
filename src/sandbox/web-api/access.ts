import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import type { Conversation, Message } from "../page-protocol.ts";
import { IDENTITY } from "../seed.ts";

type Family = "read" | "history" | "write";

const PREFIX: Readonly<Record<Conversation["kind"], string>> = {
  channel: "channels",
  private_channel: "groups",
  im: "im",
};

export const scopeFor = (conversation: Conversation, family: Family): string =>
  `${PREFIX[conversation.kind]}:${family}`;

export const botIsIn = (conversation: Conversation): boolean =>
  conversation.memberIds.includes(IDENTITY.botUserId);

/**
 * A conversation the bot knows of: what it is not in stays hidden, public channels apart.
 * @throws SlackApiError channel_not_found
 */
export function knownConversation({ workspace }: SandboxContext, id: string): Conversation {
  const conversation = workspace.conversation(id);
  if (!conversation || (conversation.kind !== "channel" && !botIsIn(conversation)))
    throw new SlackApiError("channel_not_found");
  return conversation;
}

/**
 * Where a post goes: an id, a name, or a person's id for the DM with them.
 * @throws SlackApiError channel_not_found, not_in_channel or is_archived
 */
export function postableConversation(context: SandboxContext, target: string): Conversation {
  const conversation = personalTarget(context, target) ?? knownConversation(context, idOf(context, target));
  if (conversation.isArchived) throw new SlackApiError("is_archived");
  const mayPostUnseen = conversation.kind === "channel" && context.scopes.includes("chat:write.public");
  if (!botIsIn(conversation) && !mayPostUnseen) throw new SlackApiError("not_in_channel");
  return conversation;
}

function personalTarget({ workspace }: SandboxContext, target: string): Conversation | null {
  const person = workspace.person(target);
  if (!person || person.id === IDENTITY.botUserId) return null;
  return workspace.directMessage(person.id, IDENTITY.botUserId);
}

function idOf({ workspace }: SandboxContext, target: string): string {
  const name = target.replace(/^#/, "");
  return workspace.conversations().find((each) => each.name === name && each.name !== "")?.id ?? target;
}

/**
 * A message everyone in the conversation can see; ephemeral ones are beyond the Web API.
 * @throws SlackApiError message_not_found
 */
export function knownMessage({ workspace }: SandboxContext, conversation: Conversation, ts: string): Message {
  const message = workspace.findMessage(conversation.id, ts);
  if (!message || message.ephemeralFor !== null || message.isDeleted)
    throw new SlackApiError("message_not_found");
  return message;
}
