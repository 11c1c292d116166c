import { notice, noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { feedbackMessage, notSetUp } from "../blocks/outreach/feedback.ts";
import { feedbackForm } from "../blocks/outreach/feedback-form.ts";
import { encodeFeedbackForm } from "../frame/form-metadata.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { withButton } from "./card-buttons.ts";

/** What a customer answered and is asked, to its reader alone. */
export async function showFeedback(
  customerId: number,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  const reading = asReadBy(reader);
  const shown = await flows.loadFeedback({ customerId });
  if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", reading.locale));
  await answer.privately(feedbackMessage({ ...shown, ...reading }));
}

/** Ask for feedback: asks what, and whom. */
export const askFeedbackAction = withButton(async ({ customerId }, request, tools) => {
  const { flows, slack, answer, reader } = tools;
  const { locale } = asReadBy(reader);
  const opened = await flows.openFeedbackForm({ customerId });
  if (opened.kind === "gone") return answer.privately(noticeOf("notice.gone", locale));
  if (opened.kind === "not-set-up") return answer.privately(notice(notSetUp({ ...opened, locale })));
  const { channelId, responseUrl } = request;
  const metadata = encodeFeedbackForm({ customerId, channelId, responseUrl });
  await slack.openModal(request.triggerId, feedbackForm({ ...opened, metadata, locale }));
});
