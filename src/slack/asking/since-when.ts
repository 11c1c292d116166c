import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { sinceWhenMessage } from "../blocks/risk/since-when.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { type BuildForAll, nothingMore } from "./for-all.ts";

/** Since when a customer's risk has been high. */
export async function showSinceWhen(customerId: number, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader } = tools;
  const told = await flows.tellSinceWhen({ customerId });
  if (told.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  await answer.privately(sinceWhenMessage({ ...told, ...asReadBy(reader) }));
}

/** No amount is in it. */
export const sinceWhenForAll: BuildForAll<number> = async (customerId, { flows, reader }) => {
  const told = await flows.tellSinceWhen({ customerId });
  return told.kind === "gone" ? null : nothingMore(sinceWhenMessage({ ...told, ...asReadBy(reader) }));
};
