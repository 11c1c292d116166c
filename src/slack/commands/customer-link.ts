import { escapeMrkdwn } from "../blocks/escape.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import type { HandlerTools, PermittedTools } from "../frame/handler.ts";
import type { CommandRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/** `/customer acme link`: the address that shows the customer where it is posted. */
export async function showCustomerLink(
  customerId: number,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  const locale = readerLocale(reader);
  const read = await flows.readCustomerLink(customerId);
  if (read.kind === "gone") return answer.privately(noticeOf("notice.gone", locale));
  if (read.kind === "no-address") return answer.privately(noticeOf("object.link.none", locale));
  const { name, link } = read;
  await answer.privately(noticeOf("object.link", locale, { name: escapeMrkdwn(name, 100), link }));
}

/**
 * Whom a request means without naming them: by a link of theirs, or, where nothing was typed, by the channel that is linked
 * to them. Null: nobody is meant so.
 */
export async function impliedCustomer(
  { text, channelId, askedIn }: CommandRequest,
  { flows }: Pick<HandlerTools, "flows">,
): Promise<number | null> {
  if (/^https?:\/\/\S+$/i.test(text)) {
    const found = await flows.findLinkedCustomer(text);
    return found.kind === "found" ? found.customerId : null;
  }
  // A greeting is no text either, and nobody greeted wants the channel to read a card.
  if (text !== "" || channelId === null || askedIn !== undefined) return null;
  return flows.findAccountCustomer(channelId);
}
