import type { JsonObject } from "../block-kit/checks.ts";
import type { SandboxContext } from "../context.ts";
import type { Outcome } from "../delivery/courier.ts";
import { IDENTITY } from "../seed.ts";
import { sendEvent } from "./events.ts";
import { conversationOf } from "./payload.ts";

/**
 * A person has a channel before them, which stays open beside the conversation with the app.
 * @throws RefusedError when they are not in it
 */
export function lookAt(
  context: SandboxContext,
  { as, conversationId }: { readonly as: string; readonly conversationId: string },
): void {
  const { id, kind } = conversationOf(context, as, conversationId);
  if (kind !== "im" && context.workspace.openChannelOf(as) !== id) context.workspace.lookAt(as, id);
}

/** What a person has open beside the app, as events and direct messages say it; empty without a channel they are in. */
export function appContext({ workspace }: SandboxContext, personId: string): JsonObject {
  const channel = workspace.conversation(workspace.openChannelOf(personId) ?? "");
  if (!channel?.memberIds.includes(personId)) return {};
  return {
    entities: [{ type: "slack#/types/channel_id", value: channel.id, team_id: IDENTITY.teamId }],
  };
}

/** Tells the app, now that it is visible. Null when it did not ask for it. */
export function tellContext(context: SandboxContext, personId: string): Promise<Outcome | null> {
  return sendEvent(context, "app_context_changed", {
    type: "app_context_changed",
    user: personId,
    channel: context.workspace.directMessage(personId, IDENTITY.botUserId).id,
    context: appContext(context, personId),
  });
}
