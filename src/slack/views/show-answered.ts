import type { Member } from "../../domain/customer.ts";
import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import type { FormMetadata } from "../frame/form-metadata.ts";
import type { HandlerTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";

/**
 * After a form: the card it came from as it is now; a shared card keeps showing what its sharer may see. Where the
 * form came from a nudge, a line to its sender.
 * @param line in the language of the member who sent the form
 */
export async function showAnswered(
  metadata: FormMetadata,
  member: Member,
  line: string,
  { flows, answer }: HandlerTools,
): Promise<void> {
  const { customerId, sharedBy, channelId } = metadata;
  if (!metadata.isCard) return answer.privately(notice(line));
  const reader = sharedBy === null ? member : await flows.knowMember(sharedBy);
  const shown =
    sharedBy !== null && channelId !== null
      ? await flows.shareCard({ customerId, sharer: reader, channelId, isUpdate: true })
      : await flows.loadCustomerCard({ customerId, reader });
  if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(member)));
  const view = { ...shown, ...asReadBy(reader) };
  if (sharedBy === null) {
    await answer.replacing(customerCardMessage({ ...view, notice: line }));
    return flows.keepSuggestion(shown);
  }
  await answer.replacing(customerCardMessage({ ...view, sharedBy }));
  await answer.privately(notice(line));
}
