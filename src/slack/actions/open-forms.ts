import type { ModalView } from "@slack/types";
import type { Member } from "../../domain/customer.ts";
import type { FormDecision } from "../../flows/outreach/open-form.ts";
import type { CustomerButton } from "../blocks/button-value.ts";
import { GONE, notice, settledSentence } from "../blocks/messages/notices.ts";
import { type FormView, snoozeForm, touchForm } from "../blocks/outreach/forms.ts";
import { settleBlock } from "../blocks/outreach/settled-block.ts";
import { encodeMetadata } from "../frame/form-metadata.ts";
import type { ActionHandler, HandlerTools } from "../frame/handler.ts";
import type { ActionRequest } from "../frame/payloads.ts";
import { withButton } from "./card-buttons.ts";

type Answered = { readonly isCard: boolean };

export const logTouchAction = opens(touchForm, { isCard: true });
export const snoozeAction = opens(snoozeForm, { isCard: true });
export const nudgeSnoozeAction = opens(snoozeForm, { isCard: false });

/** Opens a form about the button's customer, unless the message was answered since it was shown. */
function opens(form: (view: FormView) => ModalView, { isCard }: Answered): ActionHandler {
  return withButton(async (button, request, tools) => {
    const [member, decision] = await Promise.all([
      tools.flows.knowMember(request.userId),
      tools.flows.openForm(button),
    ]);
    if (decision.kind === "gone") return tools.answer.privately(notice(GONE));
    if (decision.kind === "settled") return sayWhoWasFaster(decision, request, tools);
    const metadata = encodeMetadata(metadataOf(button, request, member, isCard));
    const { timeZone } = member;
    const view = form({ customerName: decision.customer.name, metadata, now: decision.now, timeZone });
    await tools.slack.openModal(request.triggerId, view);
  });
}

function metadataOf(button: CustomerButton, request: ActionRequest, { timeZone }: Member, isCard: boolean) {
  return {
    customerId: button.customerId,
    suggestionKey: button.suggestionKey,
    responseUrl: request.responseUrl,
    channelId: request.channelId,
    timeZone,
    isCard,
    sharedBy: button.sharedBy ?? null,
  };
}

/** Says who answered and when; a posted message loses the buttons that only look live. */
async function sayWhoWasFaster(
  { settlement, now }: Extract<FormDecision, { kind: "settled" }>,
  request: ActionRequest,
  { answer }: HandlerTools,
): Promise<void> {
  const sentence = settledSentence(settlement, request.userId, now);
  await answer.privately(notice(`${sentence} Look the customer up again to add to it.`));
  if (request.message === null || request.isEphemeral) return;
  const { text, blocks } = request.message;
  await answer.replacing({
    text,
    blocks: settleBlock(blocks, request.blockId, settledSentence(settlement, "", now)),
  });
}
