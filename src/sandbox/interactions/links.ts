import { isObject } from "../block-kit/checks.ts";
import type { SandboxContext } from "../context.ts";
import type { Outcome } from "../delivery/courier.ts";
import type { Conversation, Message } from "../page-protocol.ts";
import type { ShownPane } from "../panes.ts";
import { IDENTITY } from "../seed.ts";
import { type EntityJson, entityButtons, entitySchema } from "../web-api/entities.ts";
import { sendEvent } from "./events.ts";
import { channelName, conversationOf, payloadBase, slackTime } from "./payload.ts";
import { RefusedError } from "./refused.ts";

/** The web addresses in a message, each once. */
export const linksIn = (text: string): string[] => [...new Set(text.match(/https?:\/\/[^\s<>|]+/g) ?? [])];

/** Tells the app of the links of its domains, also where it is not in the conversation. */
export function tellOfLinks(context: SandboxContext, conversation: Conversation, message: Message): void {
  const links = linksIn(message.text)
    .filter((url) => URL.canParse(url))
    .map((url) => ({ url, domain: new URL(url).hostname }))
    .filter(({ domain }) => isOfApp(context, domain));
  if (links.length === 0) return;
  const { isShared } = conversation;
  const event = {
    ...{ type: "link_shared", user: message.authorId, channel: conversation.id, message_ts: message.ts },
    is_bot_user_member: conversation.memberIds.includes(IDENTITY.botUserId),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...{ links, source: "conversations_history", unfurl_id: `${conversation.id}-${message.ts}` },
  };
  void sendEvent(context, "link_shared", event, { isShared });
}

/** A domain stands for what lies below it as well. */
function isOfApp({ workspace }: SandboxContext, domain: string): boolean {
  const domains = workspace.seed.unfurlDomains ?? [];
  return domains.some((one) => domain === one || domain.endsWith(`.${one}`));
}

/** A person opens the pane of a link in a message. @returns what the app puts into it, once it does */
export async function openPane(
  context: SandboxContext,
  given: { readonly as: string; readonly conversationId: string; readonly ts: string; readonly link: string },
): Promise<ShownPane> {
  const { as, conversationId, ts, link } = given;
  conversationOf(context, as, conversationId);
  const message = context.workspace.findMessage(conversationId, ts);
  if (!message || !linksIn(message.text).includes(link)) throw new RefusedError("That link is gone.");
  const entity = entityBelow(message, link);
  const trigger_id = context.triggers.issue(as);
  const filled = context.panes.open(trigger_id, {
    personId: as,
    conversationId,
    messageTs: ts,
    link,
    entity,
  });
  const event = {
    ...{ type: "entity_details_requested", user: as, trigger_id, channel: conversationId, message_ts: ts },
    ...{ link: { url: link, domain: new URL(link).hostname }, app_unfurl_url: link },
    entity_url: entity?.url ?? link,
    user_locale: context.workspace.person(as)?.locale ?? "en-US",
    ...(entity === null ? {} : { external_ref: entity.external_ref }),
  };
  await sendEvent(context, "entity_details_requested", event);
  return filled;
}

function entityBelow({ attachments }: Message, link: string): EntityJson | null {
  const found = attachments.find(({ original_url }) => original_url === link);
  return isObject(found?.entity) ? entitySchema.parse(found.entity) : null;
}

/** A person presses a button of the pane that stands open. */
export function actInPane(
  context: SandboxContext,
  { as, actionId }: { readonly as: string; readonly actionId: string },
): Promise<Outcome> {
  const pane = context.panes.of(as);
  const pressed =
    pane?.kind === "entity"
      ? entityButtons(pane.entity).find(({ action_id }) => action_id === actionId)
      : undefined;
  if (pane?.kind !== "entity" || pressed === undefined) throw new RefusedError("There is no such button.");
  const { conversationId, messageTs, link } = pane.at;
  const conversation = conversationOf(context, as, conversationId);
  return context.courier.deliver({
    kind: "interactive",
    name: `block_actions: ${actionId}`,
    retry: null,
    body: {
      type: "block_actions",
      ...payloadBase(context, as),
      trigger_id: context.triggers.issue(as),
      container: {
        ...{ type: "entity_detail", entity_url: pane.entity.url, app_unfurl_url: link },
        ...{ external_ref: pane.entity.external_ref, channel_id: conversationId, message_ts: messageTs },
      },
      channel: { id: conversationId, name: channelName(conversation) },
      actions: [
        {
          ...{ type: "button", action_id: actionId, block_id: "entity", value: pressed.value },
          text: { type: "plain_text", text: pressed.text },
          action_ts: slackTime(context.clock.now()),
        },
      ],
    },
  });
}
