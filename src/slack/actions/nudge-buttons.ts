import type { Member } from "../../domain/customer.ts";
import type { SettleResult } from "../../flows/outreach/settle-suggestion.ts";
import { sayIn } from "../../words/say.ts";
import { type AnswerReading, notice, offerTouch, settledSentence } from "../blocks/messages/notices.ts";
import { settleBlock } from "../blocks/outreach/settled-block.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { showHomeTo } from "../home/home-opened.ts";
import { sayTooOld, withButton } from "./card-buttons.ts";

export const reachedOutAction = settles("reached_out");
export const notUsefulAction = settles("not_useful");

/** Notes the answer to a nudge, and puts it in the place of the nudge's buttons. */
function settles(status: "reached_out" | "not_useful"): ActionHandler {
  return withButton(async ({ customerId, suggestionKey }, request, tools) => {
    if (suggestionKey === null) return sayTooOld(request, tools);
    const { flows, answer, clock, reader } = tools;
    const result = await flows.settleSuggestion({ key: suggestionKey, status, memberId: reader.slackUserId });
    const reading = { now: clock(), locale: readerLocale(reader) };
    const sentence = sentenceOf(result, reader, reading);
    if (request.message === null) {
      await showHomeTo(reader, tools);
      return answer.privately(notice(sentence));
    }
    const { text, blocks } = request.message;
    await answer.replacing({ text, blocks: settleBlock(blocks, request.blockId, sentence) });
    if (result.kind === "settled" && status === "reached_out") {
      await answer.privately(offerTouch(customerId, reading));
    }
  });
}

function sentenceOf(
  result: SettleResult,
  { slackUserId: reader, name: readerName }: Member,
  reading: AnswerReading,
): string {
  if (result.kind === "unknown") return sayIn(reading.locale)("notice.old-button");
  const { settledBy, settledAt, status } = result.suggestion;
  const by = settledBy ?? reader;
  const byName = by === reader ? readerName : null;
  const action = STATUS_ACTION[status] ?? "suggestion.settled";
  return settledSentence({ action, status, by, byName, at: settledAt ?? reading.now }, reader, reading);
}

const STATUS_ACTION: Readonly<Record<string, "touch.logged" | "customer.snoozed">> = {
  touched: "touch.logged",
  snoozed: "customer.snoozed",
};
