import { isObject, type JsonObject } from "../block-kit/checks.ts";
import type { SandboxContext } from "../context.ts";
import type { Outcome } from "../delivery/courier.ts";
import type { ActionJson, ActionPlace, CommandValue, StateValues } from "../page-protocol.ts";
import { issueResponseUrl } from "../responses.ts";
import { IDENTITY } from "../seed.ts";
import { viewJson } from "../state.ts";
import { messageJson } from "../web-api/message-json.ts";
import { checkedAction, type Surface, surfaceAt } from "./elements.ts";
import { channelName, payloadBase, slackTime } from "./payload.ts";
import { RefusedError, sentenceFor } from "./refused.ts";

/** A person uses a button, menu or picker. */
export async function actOnBlock(
  context: SandboxContext,
  given: {
    readonly as: string;
    readonly place: ActionPlace;
    readonly action: ActionJson;
    readonly state: StateValues;
  },
): Promise<Outcome> {
  const surface = withState(surfaceAt(context, given.as, given.place), given.state);
  const action = checkedAction(surface, given.action, slackTime(context.clock.now()));
  if (surface.kind === "view") context.workspace.putView(surface.view);
  return context.courier.deliver({
    kind: "interactive",
    name: `block_actions: ${given.action.action_id}`,
    retry: null,
    body: {
      type: "block_actions",
      ...payloadBase(context, given.as),
      trigger_id: context.triggers.issue(given.as),
      ...whereabouts(context, given.as, surface),
      ...(surface.kind === "message" && {
        state: { values: given.state },
        response_url: issueResponseUrl(context, {
          personId: given.as,
          conversationId: surface.message.conversationId,
          messageTs: surface.message.ts,
          threadTs: surface.message.threadTs,
        }),
      }),
      actions: [action],
    },
  });
}

const withState = (surface: Surface, state: StateValues): Surface =>
  surface.kind === "view" ? { kind: "view", view: { ...surface.view, state } } : surface;

/** Ephemeral messages are named but not repeated, as in Slack. */
function whereabouts(context: SandboxContext, as: string, surface: Surface): JsonObject {
  if (surface.kind === "view")
    return { container: { type: "view", view_id: surface.view.id }, view: viewJson(surface.view) };
  const { message } = surface;
  const conversation = context.workspace.conversation(message.conversationId);
  const isEphemeral = message.ephemeralFor !== null;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.conversationId,
      is_ephemeral: isEphemeral,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    },
    channel: { id: message.conversationId, name: conversation ? channelName(conversation) : as },
    ...(!isEphemeral && { message: messageJson(context.workspace, message, { withMetadata: true }) }),
  };
}

/** What the app offers in an external menu. @throws RefusedError when it gives no list */
export async function loadOptions(
  context: SandboxContext,
  given: {
    readonly as: string;
    readonly place: ActionPlace;
    readonly blockId: string;
    readonly actionId: string;
    readonly query: string;
  },
): Promise<Extract<CommandValue, { kind: "options" }>> {
  const surface = surfaceAt(context, given.as, given.place);
  const outcome = await context.courier.deliver({
    kind: "interactive",
    name: `block_suggestion: ${given.actionId}`,
    retry: null,
    body: {
      type: "block_suggestion",
      ...payloadBase(context, given.as),
      ...whereabouts(context, given.as, surface),
      action_id: given.actionId,
      block_id: given.blockId,
      value: given.query,
    },
  });
  if (outcome.kind !== "acknowledged") throw new RefusedError(sentenceFor("The menu", outcome));
  const payload = isObject(outcome.payload) ? outcome.payload : {};
  return {
    kind: "options",
    options: Array.isArray(payload.options) ? payload.options : [],
    optionGroups: Array.isArray(payload.option_groups) ? payload.option_groups : [],
  };
}

/** A person uses a global or message shortcut. */
export async function invokeShortcut(
  context: SandboxContext,
  given: {
    readonly as: string;
    readonly callbackId: string;
    readonly message: { readonly conversationId: string; readonly ts: string } | null;
  },
): Promise<Outcome> {
  const known = context.workspace.seed.shortcuts?.find(({ callbackId }) => callbackId === given.callbackId);
  if (!known || (known.scope === "message") !== (given.message !== null))
    throw new RefusedError("There is no such shortcut here.");
  return context.courier.deliver({
    kind: "interactive",
    name: `shortcut: ${given.callbackId}`,
    retry: null,
    body: {
      ...payloadBase(context, given.as),
      callback_id: given.callbackId,
      trigger_id: context.triggers.issue(given.as),
      action_ts: slackTime(context.clock.now()),
      ...(given.message === null ? { type: "shortcut" } : onMessage(context, given.as, given.message)),
    },
  });
}

function onMessage(
  context: SandboxContext,
  as: string,
  { conversationId, ts }: { readonly conversationId: string; readonly ts: string },
): JsonObject {
  const surface = surfaceAt(context, as, { kind: "message", conversationId, ts });
  if (surface.kind !== "message") throw new RefusedError("That message is gone.");
  const { message } = surface;
  const conversation = context.workspace.conversation(conversationId);
  return {
    type: "message_action",
    message_ts: ts,
    channel: { id: conversationId, name: conversation ? channelName(conversation) : "" },
    message: messageJson(context.workspace, message),
    response_url: issueResponseUrl(context, {
      personId: as,
      conversationId,
      messageTs: message.authorId === IDENTITY.botUserId ? ts : null,
      threadTs: message.threadTs,
    }),
  };
}
