import { SlackApiError } from "../api-error.ts";
import { isObject, type JsonObject } from "../block-kit/checks.ts";
import type { SandboxContext } from "../context.ts";
import type { Outcome } from "../delivery/courier.ts";
import type { EntityJson, EntityPlace, Message } from "../page-protocol.ts";
import { IDENTITY } from "../seed.ts";
import type { StoredFlexpane } from "../state.ts";
import { messageJson } from "../web-api/message-json.ts";
import { surfaceAt } from "./elements.ts";
import { sendEvent } from "./events.ts";
import { channelName, conversationOf, payloadBase, slackTime } from "./payload.ts";
import { RefusedError, sentenceFor } from "./refused.ts";

/** Within it the app has to fill a flexpane: so long a trigger lives. */
const FILLED_WITHIN_MS = 3_000;

type Unfurl = {
  readonly as: string;
  readonly conversationId: string;
  readonly ts: string;
  readonly url: string;
};

/**
 * A person clicks what a link was unfurled to: the flexpane opens for them, and the app is asked to fill it.
 * @throws RefusedError when the message or its unfurl is gone
 */
export function openEntity(context: SandboxContext, given: Unfurl): void {
  const { message, entity } = unfurledAt(context, given);
  const triggerId = context.triggers.issue(given.as);
  const flexpane: StoredFlexpane = {
    conversationId: given.conversationId,
    messageTs: given.ts,
    url: entity.url,
    kind: "loading",
    entity: null,
    message: null,
    signInUrl: null,
    triggerId,
    externalId: entity.external_ref.id,
  };
  context.workspace.setFlexpane(given.as, flexpane);
  context.clock.after(FILLED_WITHIN_MS, () => refuseUnlessFilled(context, given.as, triggerId, NOT_IN_TIME));
  void askForDetails(context, given.as, message, entity, triggerId).then((outcome) => {
    if (outcome?.kind === "acknowledged") return;
    const why = outcome === null ? NOT_SUBSCRIBED : sentenceFor("The details", outcome);
    refuseUnlessFilled(context, given.as, triggerId, why);
  });
}

const NOT_IN_TIME = "The app gave no details in time.";
const NOT_SUBSCRIBED = "The app did not ask for the event entity_details_requested, so it gives no details.";

function refuseUnlessFilled(context: SandboxContext, as: string, triggerId: string, message: string): void {
  const open = context.workspace.flexpaneOf(as);
  if (open?.triggerId === triggerId && open.kind === "loading")
    context.workspace.setFlexpane(as, { ...open, kind: "refused", message });
}

/** What `entity.presentDetails` says: the entity, or why none is shown. */
export type Details = {
  readonly triggerId: string;
  readonly entity: EntityJson | null;
  readonly message: string | null;
  readonly signInUrl: string | null;
};

/**
 * The app fills the flexpane whose opening it was told of. One that was closed meanwhile stays closed.
 * @throws SlackApiError for a trigger that is unknown, used or too old, and for another entity than was clicked
 */
export function fillFlexpane({ workspace, triggers }: SandboxContext, details: Details): void {
  const { triggerId, entity, message, signInUrl } = details;
  const personId = triggers.ownerOf(triggerId);
  const found = workspace.flexpaneOf(personId);
  const open = found?.triggerId === triggerId ? found : null;
  if (entity && open && entity.external_ref.id !== open.externalId)
    throw new SlackApiError("entity_metadata_does_not_match_trigger");
  triggers.exchange(triggerId);
  if (!open) return;
  const kind = entity === null ? "refused" : "shown";
  workspace.setFlexpane(personId, { ...open, kind, entity, message, signInUrl });
}

function unfurledAt(
  context: SandboxContext,
  { as, conversationId, ts, url }: Unfurl,
): { readonly message: Message; readonly entity: EntityJson } {
  conversationOf(context, as, conversationId);
  const surface = surfaceAt(context, as, { kind: "message", conversationId, ts });
  const message = surface.kind === "message" ? surface.message : null;
  const entity = message?.entities.find((each) => each.url === url);
  if (!message || !entity) throw new RefusedError("That preview is gone.");
  return { message, entity };
}

function askForDetails(
  context: SandboxContext,
  as: string,
  message: Message,
  entity: EntityJson,
  triggerId: string,
): Promise<Outcome | null> {
  const { isShared } = conversationOf(context, as, message.conversationId);
  const event = {
    type: "entity_details_requested",
    user: as,
    external_ref: entity.external_ref,
    entity_url: entity.url,
    link: { url: entity.app_unfurl_url ?? entity.url, domain: domainOf(entity.url) },
    app_unfurl_url: entity.app_unfurl_url ?? entity.url,
    trigger_id: triggerId,
    user_locale: context.workspace.person(as)?.locale ?? "en-US",
    channel: message.conversationId,
    message_ts: message.ts,
    ...(message.threadTs !== null && { thread_ts: message.threadTs }),
  };
  return sendEvent(context, "entity_details_requested", event, { isShared });
}

const domainOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : "");

/**
 * A person presses a button of an unfurl or of the open flexpane.
 * @throws RefusedError when it is no longer there
 */
export function actOnEntity(
  context: SandboxContext,
  { as, place, actionId }: { readonly as: string; readonly place: EntityPlace; readonly actionId: string },
): Promise<Outcome> {
  const { entity, whereabouts } = entityAt(context, as, place);
  const button = buttonsOf(entity).find(({ action_id }) => action_id === actionId);
  if (!button) throw new RefusedError("There is no such button any more.");
  return context.courier.deliver({
    kind: "interactive",
    name: `block_actions: ${actionId}`,
    retry: null,
    body: {
      type: "block_actions",
      ...payloadBase(context, as),
      trigger_id: context.triggers.issue(as),
      ...whereabouts,
      actions: [
        {
          type: "button",
          action_id: actionId,
          block_id: entity.external_ref.id,
          text: { type: "plain_text", text: String(button.text ?? ""), emoji: true },
          ...(button.value !== undefined && { value: button.value }),
          ...(button.style !== undefined && { style: button.style }),
          action_ts: slackTime(context.clock.now()),
        },
      ],
    },
  });
}

function entityAt(
  context: SandboxContext,
  as: string,
  place: EntityPlace,
): { readonly entity: EntityJson; readonly whereabouts: JsonObject } {
  if (place.kind === "flexpane") {
    const open = context.workspace.flexpaneOf(as);
    if (!open?.entity) throw new RefusedError("These details have been closed.");
    return { entity: open.entity, whereabouts: { container: detailContainer(open, open.entity) } };
  }
  const { message, entity } = unfurledAt(context, { as, ...place });
  const conversation = conversationOf(context, as, message.conversationId);
  return {
    entity,
    whereabouts: {
      container: {
        type: "message_attachment",
        message_ts: message.ts,
        channel_id: conversation.id,
        is_ephemeral: false,
        is_app_unfurl: true,
        app_unfurl_url: entity.app_unfurl_url ?? entity.url,
        ...(message.threadTs !== null && { thread_ts: message.threadTs }),
      },
      channel: { id: conversation.id, name: channelName(conversation) },
      message: messageJson(context.workspace, message),
    },
  };
}

function detailContainer(open: StoredFlexpane, entity: EntityJson): JsonObject {
  return {
    type: "entity_detail",
    entity_url: entity.url,
    external_ref: entity.external_ref,
    app_unfurl_url: entity.app_unfurl_url ?? entity.url,
    message_ts: open.messageTs,
    channel_id: open.conversationId,
    app_id: IDENTITY.appId,
  };
}

function buttonsOf({ entity_payload: { actions } }: EntityJson): readonly JsonObject[] {
  if (!isObject(actions)) return [];
  return [actions.primary_actions, actions.overflow_actions].filter(Array.isArray).flat().filter(isObject);
}
