import { escalationMessage } from "../blocks/messages/handover.ts";
import { notice, noticeOf, settledSentence } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { handOverForm } from "../blocks/outreach/hand-over-form.ts";
import { encodeWhyNot } from "../frame/form-metadata.ts";
import type { PermittedTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld, withButton } from "./card-buttons.ts";
import { settlementOf, showSettled } from "./nudge-buttons.ts";

/** Hand over: asks to whom, unless the nudge was answered before. */
export const handOverAction = withButton(async ({ customerId, suggestionKey }, request, tools) => {
  if (suggestionKey === null) return sayTooOld(request, tools);
  const { flows, slack, reader } = tools;
  const asked = await flows.askWhyNot(suggestionKey);
  if (asked.kind !== "ask") return showSettled(asked, tools);
  const { responseUrl, channelId } = request;
  const metadata = encodeWhyNot({ customerId, suggestionKey, responseUrl, channelId });
  const { customerName } = asked;
  await slack.openModal(
    request.triggerId,
    handOverForm({ customerName, metadata, locale: readerLocale(reader) }),
  );
});

/** I take it: the nudge is the manager's own from now on, and the post says so. */
export const takeEscalationAction = withButton(async ({ suggestionKey }, request, tools) => {
  if (suggestionKey === null) return sayTooOld(request, tools);
  const { flows, answer, reader, clock } = tools;
  const by = reader.slackUserId;
  const result = await flows.handOver({ key: suggestionKey, to: by, by });
  const reading = { now: clock(), ...asReadBy(reader) };
  if (result.kind === "unknown") return sayTooOld(request, tools);
  await redrawEscalation(suggestionKey, request, tools);
  if (result.kind === "settled") return answer.privately(noticeOf("escalation.taken", reading.locale));
  if (result.kind === "not-possible")
    return answer.privately(noticeOf("escalation.is-yours", reading.locale));
  if (result.kind === "too-old") return answer.privately(noticeOf("escalation.too-old", reading.locale));
  const settlement = settlementOf(result.suggestion, reader, reading.now);
  await answer.privately(notice(settledSentence(settlement, by, reading)));
});

async function redrawEscalation(
  suggestionKey: string,
  { channelId }: ActionRequest,
  { flows, answer, reader }: PermittedTools,
): Promise<void> {
  const recipients = [...(channelId === null ? [] : [channelId]), reader.slackUserId];
  const shown = await flows.readEscalation({ suggestionKey, recipients });
  if (shown === null) return;
  await answer.replacing(escalationMessage(shown.message, readerLocale(reader), shown.answers));
}
