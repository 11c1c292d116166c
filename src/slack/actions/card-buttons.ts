import { type CustomerButton, decodeButton } from "../blocks/button-value.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import type { MovementState } from "../blocks/risk/movement.ts";
import { riskExplanationModal } from "../blocks/risk/risk-explanation.ts";
import { customerCostsAnswer } from "../commands/value/customer-costs.ts";
import type { ActionHandler, HandlerTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { hasMoved, showMovement } from "./show-movement.ts";

/** For a button that is no longer known, or whose value cannot be read. */
export const sayTooOld: ActionHandler = async ({ userId }, { flows, answer }) => {
  const reader = await flows.knowMember(userId);
  await answer.privately(noticeOf("notice.old-button", readerLocale(reader)));
};

/** Hands a customer's button to `handle`, or says that it is too old. */
export function withButton(
  handle: (button: CustomerButton, request: ActionRequest, tools: HandlerTools) => Promise<void>,
): ActionHandler {
  return (request, tools) => {
    const button = decodeButton(request.value);
    return button === null ? sayTooOld(request, tools) : handle(button, request, tools);
  };
}

/** One of several customers was chosen: the choice gives way to the card. */
export const chooseCustomer = withButton(async ({ customerId }, request, { flows, answer }) => {
  const reader = await flows.knowMember(request.userId);
  const shown = await flows.loadCustomerCard({ customerId, reader });
  if (shown.kind === "gone") return answer.replacing(noticeOf("notice.gone", readerLocale(reader)));
  await answer.replacing(customerCardMessage({ ...shown, ...asReadBy(reader) }));
  await flows.keepSuggestion(shown);
});

/** Why: everything behind the score, in a modal; it opens at once, and says why the score moved when that is known. */
export const explainRiskAction = withButton(async ({ customerId }, request, { flows, slack, answer }) => {
  const reader = await flows.knowMember(request.userId);
  const explained = await flows.explainRisk({ customerId, reader });
  if (explained.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  const modal = (movement: MovementState) =>
    riskExplanationModal({ ...explained, ...asReadBy(reader), movement });
  const moved = hasMoved(explained.explanation);
  const viewId = await slack.openModal(request.triggerId, modal(moved ? "pending" : null));
  if (!moved || viewId === null) return;
  await showMovement(customerId, { flows }, (movement) => slack.updateModal(viewId, modal(movement)));
});

/** Cost: what the customer costs and brings. */
export const showCostAction = withButton(async ({ customerId }, { userId, channelId }, tools) => {
  const asked = { customerId, userId, channelId, withDivisions: false };
  await tools.answer.privately(await customerCostsAnswer(asked, tools));
});

/** Show the divisions: in place of what is there. */
export const showDivisionsAction = withButton(async ({ customerId }, { userId, channelId }, tools) => {
  const asked = { customerId, userId, channelId, withDivisions: true };
  await tools.answer.replacing(await customerCostsAnswer(asked, tools));
});

/** Share to channel: the card for everyone, without what not everyone there may see. */
export const shareCardAction = withButton(async ({ customerId }, request, { flows, answer }) => {
  const sharer = await flows.knowMember(request.userId);
  const locale = readerLocale(sharer);
  if (request.channelId === null) return answer.privately(noticeOf("notice.share-in-channel", locale));
  const shown = await flows.shareCard({ customerId, sharer, channelId: request.channelId });
  if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", locale));
  const view = { ...shown, ...asReadBy(sharer), sharedBy: sharer.slackUserId };
  await answer.toChannel(customerCardMessage(view));
});
