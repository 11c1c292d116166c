import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import type { FormMetadata } from "../frame/form-metadata.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/**
 * After a form: the card it came from as it is now; one that a channel sees, as everyone there may see it. Where the
 * form came from a nudge, a line to its sender.
 * @param line in the language of the member who sent the form
 */
export async function showAnswered(
  { customerId, isCard, isSeenByAll, sharedBy }: FormMetadata,
  line: string,
  { flows, answer, reader, place }: PermittedTools,
): Promise<void> {
  if (!isCard) return answer.privately(notice(line));
  const audience = isSeenByAll ? "everyone" : "member";
  const shown = await flows.loadCustomerCard({ customerId, member: reader, audience, place });
  if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  const view = { ...shown, ...asReadBy(reader) };
  await flows.keepSuggestion(shown);
  if (!isSeenByAll) return answer.replacing(customerCardMessage({ ...view, notice: line }));
  await answer.replacing(customerCardMessage(sharedBy === null ? view : { ...view, sharedBy }));
  await answer.privately(notice(line));
}
