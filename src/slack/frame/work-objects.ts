import type { EntityMetadata } from "@slack/types";
import { type WebAPICallResult, WebAPIPlatformError, type WebClient } from "@slack/web-api";

/** The message whose links are shown: by channel and time, as a message in a channel is known. */
export type UnfurlTarget = { readonly channelId: string; readonly messageTs: string };

/** What a pane holds: a customer, or why there is none, as plain text. */
export type Pane =
  | { readonly kind: "entity"; readonly entity: EntityMetadata }
  | { readonly kind: "refused"; readonly title: string; readonly text: string };

/** Slack took the call and shows nothing, or something else, of what was sent; the message says why. */
export class EntityDroppedError extends Error {
  override readonly name = "EntityDroppedError";
}

/** Somebody was quicker: the message was deleted, its link taken out, or the bot's sight of it. */
const GONE = ["cannot_find_message", "cannot_find_channel", "cannot_unfurl_message", "cannot_unfurl_url"];
/** What Slack says where it took the call and drops an entity that it cannot read. */
const DROPPED = /invalid_metadata/;

/** The two calls that show a customer as a Work Object. */
export function workObjects(web: WebClient) {
  return {
    async unfurl(
      { channelId, messageTs }: UnfurlTarget,
      entities: readonly EntityMetadata[],
    ): Promise<boolean> {
      try {
        const asked = { channel: channelId, ts: messageTs, metadata: { entities: [...entities] } };
        assertShown(await web.chat.unfurl(asked));
        return true;
      } catch (error) {
        if (error instanceof WebAPIPlatformError && GONE.includes(error.data.error)) return false;
        throw error;
      }
    },
    async showPane(triggerId: string, shown: Pane): Promise<void> {
      const content =
        shown.kind === "entity"
          ? { metadata: shown.entity }
          : { error: { status: "custom", custom_title: shown.title, custom_message: shown.text } };
      assertShown(await web.entity.presentDetails({ trigger_id: triggerId, ...content }));
    },
  };
}

function assertShown(answer: WebAPICallResult & { readonly warning?: unknown }): void {
  const { warning, response_metadata } = answer;
  const told = [warning, ...(response_metadata?.warnings ?? [])].filter((one) => DROPPED.test(String(one)));
  if (told.length === 0) return;
  const messages = response_metadata?.messages ?? [];
  throw new EntityDroppedError(`Slack shows no customer: ${[...told, ...messages].join(", ")}`);
}
