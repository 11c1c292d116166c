import { notice, offerTouch, settledSentence } from "../blocks/messages/notices.ts";
import { atRiskMessage } from "../blocks/outreach/at-risk.ts";
import { decodeAtRiskPage } from "../blocks/outreach/at-risk-page.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { settleBlock } from "../blocks/outreach/settled-block.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { showHomeTo } from "../home/home-opened.ts";
import { sayTooOld, withButton } from "./card-buttons.ts";
import { settlementOf, showSettled } from "./nudge-buttons.ts";

/** Next and Previous: another page in place of the one that is there, in a message or on Home. */
export const atRiskPageAction: ActionHandler = async (request, tools) => {
  const wanted = decodeAtRiskPage(request.value);
  if (wanted === null) return sayTooOld(request, tools);
  const { flows, answer, reader, place } = tools;
  if (request.message === null && request.responseUrl === null) return showHomeTo(reader, tools, wanted.page);
  const { list, suggestions, now } = await flows.listAtRisk({ reader, place, ...wanted });
  await answer.replacing(atRiskMessage(list, { now, ...asReadBy(reader) }));
  await flows.keepSuggestions(suggestions);
};

/** Reached out: notes it in the place of that customer's buttons, or on Home drawn anew, and offers to log how it went. */
export const atRiskReachedOutAction = withButton(async ({ customerId, suggestionKey }, request, tools) => {
  if (suggestionKey === null) return sayTooOld(request, tools);
  const { flows, answer, clock, reader } = tools;
  const memberId = reader.slackUserId;
  const result = await flows.settleSuggestion({ key: suggestionKey, status: "reached_out", memberId });
  if (result.kind === "unknown" || result.kind === "too-old") return showSettled(result, tools);
  const reading = { now: clock(), ...asReadBy(reader) };
  const settlement = settlementOf(result.suggestion, reader, reading.now);
  const sentence = settledSentence(settlement, memberId, reading);
  if (request.message === null) {
    await showHomeTo(reader, tools);
    await answer.privately(notice(sentence));
  } else {
    const { text, blocks } = request.message;
    await answer.replacing({ text, blocks: settleBlock(blocks, request.blockId, sentence) });
  }
  if (result.kind === "settled") await answer.privately(offerTouch(customerId, reading));
});
