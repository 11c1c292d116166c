import type { SandboxContext } from "../context.ts";
import type { Conversation, Message } from "../page-protocol.ts";
import { IDENTITY } from "../seed.ts";
import { sendEvent } from "./events.ts";

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
