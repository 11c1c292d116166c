import { redrawNudge } from "../actions/redraw-nudge.ts";
import type { SlackMessage } from "../blocks/elements.ts";
import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import type { FormMetadata } from "../frame/form-metadata.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { redrawHome } from "../home/redraw-home.ts";

/**
 * After a form: the card it came from as it is now; one that a channel sees, as everyone there may see it. Where the
 * form came from a nudge, that as it is now, and a line to its sender.
 * @param line in the language of the member who sent the form
 * @param told the same line with what can be done about it, for where there is no card to do it on
 */
export async function showAnswered(
  { customerId, suggestionKey, isCard, isSeenByAll, sharedBy }: FormMetadata,
  line: string,
  tools: PermittedTools,
  told: SlackMessage = notice(line),
): Promise<void> {
  const { flows, answer, reader, place } = tools;
  if (!isCard) {
    if (!(await redrawHome(tools))) await redrawNudge(suggestionKey, tools);
    return answer.privately(told);
  }
  const audience = isSeenByAll ? "everyone" : "member";
  const shown = await flows.loadCustomerCard({ customerId, member: reader, audience, place });
  if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  const view = { ...shown, ...asReadBy(reader) };
  await flows.keepSuggestion(shown);
  if (!isSeenByAll) return answer.replacing(customerCardMessage({ ...view, notice: line }));
  await answer.replacing(customerCardMessage(sharedBy === null ? view : { ...view, sharedBy }));
  await answer.privately(notice(line));
}
