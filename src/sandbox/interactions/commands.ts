import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import type { Outcome } from "../delivery/courier.ts";
import { teamOf } from "../people.ts";
import { issueResponseUrl, notice, respond } from "../responses.ts";
import { IDENTITY } from "../seed.ts";
import { channelName, conversationOf } from "./payload.ts";
import { RefusedError, sentenceFor } from "./refused.ts";

export type SlashCommand = {
  readonly as: string;
  readonly conversationId: string;
  readonly command: string;
  readonly text: string;
};

/**
 * A person types a command. Slack itself offers an outsider none; here theirs reaches the app, which has to refuse it.
 * @returns how the app answered; null when the workspace has no such command
 */
export async function runCommand(context: SandboxContext, given: SlashCommand): Promise<Outcome | null> {
  const { workspace, courier } = context;
  const conversation = conversationOf(context, given.as, given.conversationId);
  const place = { personId: given.as, conversationId: conversation.id, messageTs: null, threadTs: null };
  if (!workspace.seed.commands.some(({ command }) => command === given.command)) {
    notice(context, place, `\`${given.command}\` is not a valid command here.`);
    return null;
  }
  const outcome = await courier.deliver({
    kind: "slash_commands",
    name: given.command,
    retry: null,
    body: commandBody(context, given, channelName(conversation), issueResponseUrl(context, place)),
  });
  if (outcome.kind !== "acknowledged") notice(context, place, sentenceFor(given.command, outcome));
  else if (outcome.payload !== null) answer(context, given, outcome.payload);
  return outcome;
}

function commandBody(context: SandboxContext, given: SlashCommand, channel: string, responseUrl: string) {
  const person = context.workspace.person(given.as);
  if (!person) throw new RefusedError("There is no such person here.");
  const team = teamOf(person);
  return {
    token: IDENTITY.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: given.conversationId,
    channel_name: channel,
    user_id: given.as,
    user_name: person.name,
    command: given.command,
    text: given.text,
    api_app_id: IDENTITY.appId,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: context.triggers.issue(given.as),
  };
}

function answer(context: SandboxContext, given: SlashCommand, payload: unknown): void {
  const place = {
    personId: given.as,
    conversationId: given.conversationId,
    messageTs: null,
    threadTs: null,
  };
  try {
    respond(context, place, payload);
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    notice(context, place, `${given.command} failed with the error "${error.code}".`);
  }
}
