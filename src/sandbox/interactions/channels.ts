import type { SandboxContext } from "../context.ts";
import type { Conversation, Sharing } from "../page-protocol.ts";
import { isOutsider, teamOf } from "../people.ts";
import { IDENTITY } from "../seed.ts";
import { sendEvent } from "./events.ts";
import { RefusedError } from "./refused.ts";

type Channel = { readonly conversationId: string };

function channelOf({ workspace }: SandboxContext, { conversationId }: Channel): Conversation {
  const conversation = workspace.conversation(conversationId);
  if (!conversation || conversation.kind === "im")
    throw new RefusedError("Only channels can be changed, and this is none.");
  return conversation;
}

/**
 * Shares the channel with another organisation, invites one, or ends it. The end takes outsiders out.
 * @throws RefusedError for what is no channel
 */
export function setSharing(
  context: SandboxContext,
  given: Channel & { readonly sharing: Sharing },
): Conversation {
  const channel = channelOf(context, given);
  const { workspace } = context;
  const ofOthers = (id: string) => {
    const person = workspace.person(id);
    return person !== null && isOutsider(person);
  };
  const changed = {
    ...channel,
    isShared: given.sharing === "shared",
    isPendingShared: given.sharing === "pending",
    memberIds:
      given.sharing === "shared" ? channel.memberIds : channel.memberIds.filter((id) => !ofOthers(id)),
  };
  workspace.putConversation(changed);
  return changed;
}

/** @throws RefusedError for what is no channel */
export function setArchived(
  context: SandboxContext,
  given: Channel & { readonly isArchived: boolean },
): Conversation {
  const changed = { ...channelOf(context, given), isArchived: given.isArchived };
  context.workspace.putConversation(changed);
  return changed;
}

/** @throws RefusedError for what is no channel, and for an outsider where the channel is not shared */
export function setMembership(
  context: SandboxContext,
  given: Channel & { readonly personId: string; readonly isMember: boolean },
): void {
  const { workspace } = context;
  const channel = channelOf(context, given);
  const person = workspace.person(given.personId);
  if (!person) throw new RefusedError("There is no such person here.");
  if (given.isMember && isOutsider(person) && !channel.isShared)
    throw new RefusedError(`Share the channel first: ${person.realName} is of another company.`);
  const others = channel.memberIds.filter((id) => id !== person.id);
  const memberIds = given.isMember ? [...others, person.id] : others;
  workspace.putConversation({ ...channel, memberIds });
  const isNew = given.isMember && !channel.memberIds.includes(person.id);
  if (!isNew || !memberIds.includes(IDENTITY.botUserId)) return;
  void sendEvent(context, "member_joined_channel", {
    type: "member_joined_channel",
    user: person.id,
    channel: channel.id,
    channel_type: channel.kind === "channel" ? "C" : "G",
    team: teamOf(person).id,
  });
}
