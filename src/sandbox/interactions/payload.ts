import type { SandboxContext } from "../context.ts";
import type { Conversation } from "../page-protocol.ts";
import { teamOf } from "../people.ts";
import { IDENTITY } from "../seed.ts";
import { RefusedError } from "./refused.ts";

/** What every interaction payload says about who and where. The team is the person's own, an outsider's another one. */
export function payloadBase(
  { workspace }: SandboxContext,
  personId: string,
): Readonly<Record<string, unknown>> {
  const person = workspace.person(personId);
  if (!person) throw new RefusedError("There is no such person here.");
  const team = teamOf(person);
  return {
    team,
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    api_app_id: IDENTITY.appId,
    token: IDENTITY.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

export const channelName = (conversation: Conversation) =>
  conversation.kind === "im" ? "directmessage" : conversation.name;

/** @throws RefusedError when the person is not in it */
export function conversationOf(context: SandboxContext, personId: string, id: string): Conversation {
  const conversation = context.workspace.conversation(id);
  if (!conversation?.memberIds.includes(personId))
    throw new RefusedError("You are not in this conversation.");
  return conversation;
}

/** The time of an event or action, as Slack writes it. */
export const slackTime = (at: Date): string => (at.getTime() / 1000).toFixed(6);
