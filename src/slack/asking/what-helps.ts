import type { Place } from "../../domain/access.ts";
import type { SlackMessage } from "../blocks/elements.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { whatHelpsMessage } from "../blocks/outreach/what-helps.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { type BuildForAll, nothingMore } from "./for-all.ts";

/** What to do about a customer, and what the model says each step would bring. */
export async function showWhatHelps(customerId: number, tools: PermittedTools): Promise<void> {
  const { answer, reader, place } = tools;
  const message = await build(customerId, tools, place);
  await answer.privately(message ?? noticeOf("notice.gone", readerLocale(reader)));
}

/** No amount is in it. */
export const whatHelpsForAll: BuildForAll<number> = async (customerId, tools, place) => {
  const message = await build(customerId, tools, place);
  return message === null ? null : nothingMore(message);
};

/** For everyone and for one alone it is the same: read as everyone, nobody is noted to have seen an amount. */
async function build(
  customerId: number,
  { flows, reader }: PermittedTools,
  place: Place,
): Promise<SlackMessage | null> {
  const shown = await flows.loadCustomerCard({ customerId, member: reader, audience: "everyone", place });
  const explained = await flows.explainRisk({ customerId });
  if (shown.kind === "gone" || explained.kind === "gone") return null;
  await flows.keepSuggestion(shown);
  const read = asReadBy(reader);
  return whatHelpsMessage({ ...shown, ...read }, { ...explained, ...read });
}
