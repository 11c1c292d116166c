import type { ModalView } from "@slack/types";
import type { Place } from "../../domain/access.ts";
import type { FormDecision } from "../../flows/outreach/open-form.ts";
import type { CustomerButton } from "../blocks/button-value.ts";
import { noticeOf, settledSentence } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { touchForm } from "../blocks/outreach/forms.ts";
import { settleBlock } from "../blocks/outreach/settled-block.ts";
import { type SnoozeFormView, snoozeForm } from "../blocks/outreach/snooze-form.ts";
import { encodeMetadata } from "../frame/form-metadata.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { endSnooze } from "../views/end-snooze.ts";
import { withButton } from "./card-buttons.ts";
import { redrawNudge } from "./redraw-nudge.ts";

type Answered = { readonly isCard: boolean };

export const logTouchAction = opens(touchForm, { isCard: true });
/** Below an answer of a customer's, which stays as it is. */
export const feedbackLogTouchAction = opens(touchForm, { isCard: false });
export const snoozeAction = opens(snoozeForm, { isCard: true });
export const nudgeSnoozeAction = opens(snoozeForm, { isCard: false });
export const cardEndSnoozeAction = endsSnooze({ isCard: true });
export const endSnoozeAction = endsSnooze({ isCard: false });

/** Ends a snooze at once. */
function endsSnooze({ isCard }: Answered): ActionHandler {
  return withButton((button, request, tools) =>
    endSnooze(metadataOf(button, request, tools.place, { isCard, openedAt: button.shownAt }), tools),
  );
}

/** Opens a form about the button's customer, unless the message was answered since it was shown. */
function opens(form: (view: SnoozeFormView) => ModalView, { isCard }: Answered): ActionHandler {
  return withButton(async (button, request, tools) => {
    const { reader } = tools;
    const decision = await tools.flows.openForm(button);
    if (decision.kind === "gone")
      return tools.answer.privately(noticeOf("notice.gone", readerLocale(reader)));
    if (decision.kind === "settled") return sayWhoWasFaster(decision, { button, request, isCard }, tools);
    const { now, customer, snooze } = decision;
    const metadata = encodeMetadata(metadataOf(button, request, tools.place, { isCard, openedAt: now }));
    const { name: customerName, renewsOn } = customer;
    const asked = { customerName, renewsOn, snooze, metadata, now, readerId: reader.slackUserId };
    await tools.slack.openModal(request.triggerId, form({ ...asked, ...asReadBy(reader) }));
  });
}

export function metadataOf(
  button: CustomerButton,
  request: ActionRequest,
  place: Place,
  { isCard, openedAt }: Answered & { readonly openedAt: Date },
) {
  return {
    customerId: button.customerId,
    suggestionKey: button.suggestionKey,
    responseUrl: request.responseUrl,
    channelId: request.channelId,
    home: request.home,
    isCard,
    isSeenByAll: place !== "direct" && !request.isEphemeral,
    sharedBy: button.sharedBy ?? null,
    openedAt: openedAt.getTime(),
  };
}

/** Says who answered and when; a posted message loses the buttons that only look live. */
export async function sayWhoWasFaster(
  { settlement, now }: Extract<FormDecision, { kind: "settled" }>,
  { button, request, isCard }: Answered & { button: CustomerButton; request: ActionRequest },
  tools: PermittedTools,
): Promise<void> {
  const { answer, reader } = tools;
  const reading = { now, locale: readerLocale(reader) };
  const settled = settledSentence(settlement, request.userId, reading);
  await answer.privately(noticeOf("settled.look-up-again", reading.locale, { settled }));
  if (!isCard) {
    await redrawNudge(button.suggestionKey, tools);
    return;
  }
  if (request.message === null || request.isEphemeral) return;
  const { text, blocks } = request.message;
  await answer.replacing({
    text,
    blocks: settleBlock(blocks, request.blockId, settledSentence(settlement, "", reading)),
  });
}
