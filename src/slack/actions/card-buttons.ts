import type { Phrase } from "../../domain/phrase.ts";
import { textOf } from "../../words/text.ts";
import { type CustomerButton, decodeButton } from "../blocks/button-value.ts";
import { noticeOf } from "../blocks/messages/notices.ts";
import { asReadBy, customerCardMessage } from "../blocks/outreach/customer-card.ts";
import { shareForm } from "../blocks/outreach/share-form.ts";
import type { MovementState } from "../blocks/risk/movement.ts";
import { riskExplanationModal } from "../blocks/risk/risk-explanation.ts";
import { customerCostsAnswer } from "../commands/value/customer-costs.ts";
import { encodeShared } from "../frame/form-metadata.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { hasMoved, showMovement } from "./show-movement.ts";

/** For a button that is no longer known, or whose value cannot be read. */
export const sayTooOld: ActionHandler = async (_request, { answer, reader }) => {
  await answer.privately(noticeOf("notice.old-button", readerLocale(reader)));
};

/** Hands a customer's button to `handle`, or says that it is too old. */
export function withButton(
  handle: (button: CustomerButton, request: ActionRequest, tools: PermittedTools) => Promise<void>,
): ActionHandler {
  return (request, tools) => {
    const button = decodeButton(request.value);
    return button === null ? sayTooOld(request, tools) : handle(button, request, tools);
  };
}

/** A customer's card, to its reader alone. @param line what to say above it */
export async function showCard(
  { customerId }: Pick<CustomerButton, "customerId">,
  { flows, answer, reader, place }: PermittedTools,
  line: Phrase | null = null,
): Promise<void> {
  const shown = await flows.loadCustomerCard({ customerId, member: reader, place });
  const read = asReadBy(reader);
  if (shown.kind === "gone") return answer.privately(noticeOf("notice.gone", read.locale));
  const view = { ...shown, ...read };
  await answer.privately(
    customerCardMessage(line === null ? view : { ...view, notice: textOf(line, read.locale) }),
  );
  await flows.keepSuggestion(shown);
}

/** Card: in lists, below what is there. */
export const showCardAction = withButton((button, _request, tools) => showCard(button, tools));

/** One of several customers was chosen: the choice gives way to the card. */
export const chooseCustomer = withButton(
  async ({ customerId }, _request, { flows, answer, reader, place }) => {
    const shown = await flows.loadCustomerCard({ customerId, member: reader, place });
    if (shown.kind === "gone") return answer.replacing(noticeOf("notice.gone", readerLocale(reader)));
    await answer.replacing(customerCardMessage({ ...shown, ...asReadBy(reader) }));
    await flows.keepSuggestion(shown);
  },
);

/** Why: everything behind the score, in a modal; it opens at once, and says why the score moved when that is known. */
export const explainRiskAction = withButton(async ({ customerId }, request, tools) => {
  const { flows, slack, answer, reader } = tools;
  const explained = await flows.explainRisk({ customerId });
  if (explained.kind === "gone") return answer.privately(noticeOf("notice.gone", readerLocale(reader)));
  const modal = (movement: MovementState) =>
    riskExplanationModal({ ...explained, ...asReadBy(reader), movement });
  const moved = hasMoved(explained.explanation);
  const viewId = await slack.openModal(request.triggerId, modal(moved ? "pending" : null));
  if (!moved || viewId === null) return;
  await showMovement(customerId, { flows }, (movement) => slack.updateModal(viewId, modal(movement)));
});

/** Cost: what the customer costs and brings. */
export const showCostAction = withButton(async ({ customerId }, _request, tools) => {
  await tools.answer.privately(await customerCostsAnswer({ customerId, withDivisions: false }, tools));
});

/** Show the divisions: in place of what is there. */
export const showDivisionsAction = withButton(async ({ customerId }, _request, tools) => {
  await tools.answer.replacing(await customerCostsAnswer({ customerId, withDivisions: true }, tools));
});

/** A form hands back 3,000 characters at most. */
const LONGEST_NAME = 200;

/** Share to channel: says who will read it, and asks for a note. */
export const shareCardAction = withButton(async ({ customerId }, request, tools) => {
  const { flows, slack, answer, reader } = tools;
  const { channelId, responseUrl } = request;
  const locale = readerLocale(reader);
  if (channelId === null) return answer.privately(noticeOf("access.direct", locale));
  const asked = await flows.openShare({ customerId, channelId });
  if (asked.kind === "gone") return answer.privately(noticeOf("notice.gone", locale));
  const { ownerId, sharedBefore } = asked;
  const customerName = asked.customerName.slice(0, LONGEST_NAME);
  const seenShareAt = sharedBefore?.at.getTime() ?? null;
  const metadata = encodeShared({
    ...{ customerId, channelId, responseUrl, ownerId, customerName, seenShareAt },
  });
  await slack.openModal(request.triggerId, shareForm({ ...asked, channelId, metadata, locale }));
});
