import { turnedTo } from "../../domain/outreach/home-state.ts";
import { notice, offerTouch, settledSentence } from "../blocks/messages/notices.ts";
import { atRiskMessage } from "../blocks/outreach/at-risk.ts";
import { type AtRiskPageButton, decodeAtRiskPage } from "../blocks/outreach/at-risk-page.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import type { ActionHandler, PermittedTools } from "../frame/handler.ts";
import { showHomeTo } from "../home/home-opened.ts";
import { sayTooOld } from "./card-buttons.ts";
import { settlementOf, showSettled } from "./nudge-buttons.ts";

/** Next and Previous: another page in place of the one that is there. */
export const atRiskPageAction: ActionHandler = async (request, tools) => {
  const wanted = decodeAtRiskPage(request.value);
  return wanted === null ? sayTooOld(request, tools) : showPage(wanted, tools);
};

/** Reached out: notes it, shows the page as it stands now, and offers to log how it went. */
export const atRiskReachedOutAction: ActionHandler = async (request, tools) => {
  const pressed = decodeAtRiskPage(request.value);
  if (pressed === null || pressed.suggestionKey === null) return sayTooOld(request, tools);
  const { flows, answer, clock, reader } = tools;
  const answered = { key: pressed.suggestionKey, memberId: reader.slackUserId };
  const result = await flows.settleSuggestion({ ...answered, status: "reached_out" });
  if (result.kind === "unknown" || result.kind === "too-old") return showSettled(result, tools);
  await showPage(pressed, tools);
  const reading = { now: clock(), ...asReadBy(reader) };
  const { suggestion } = result;
  if (result.kind === "settled") return answer.privately(offerTouch(suggestion.customerId, reading));
  const settlement = settlementOf(suggestion, reader, reading.now);
  await answer.privately(notice(settledSentence(settlement, reader.slackUserId, reading)));
};

/** In place of the page whose button was pressed. Slack hands over no message that one person alone sees. */
async function showPage({ scope, page }: AtRiskPageButton, tools: PermittedTools): Promise<void> {
  const { flows, answer, reader, place } = tools;
  if (tools.home) return showHomeTo(reader, tools, turnedTo(tools.home, "at-risk", page));
  const { list, suggestions, now } = await flows.listAtRisk({ reader, place, scope, page });
  await answer.replacing(atRiskMessage(list, { now, ...asReadBy(reader) }));
  await flows.keepSuggestions(suggestions);
}
