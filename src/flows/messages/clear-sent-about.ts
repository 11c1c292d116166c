import type { SentMessageStore } from "../../store/messages/sent-messages.ts";

export type ClearSentAboutDeps = { readonly sentMessages: Pick<SentMessageStore, "clear"> };

/** Forgets what could rebuild the messages that name a customer. @returns how many messages name them */
export function clearSentAbout(
  { sentMessages }: ClearSentAboutDeps,
  { customerId }: { readonly customerId: number },
): Promise<number> {
  return sentMessages.clear(customerId);
}
