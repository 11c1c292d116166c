import type { Member } from "../../domain/customer.ts";
import type { Settlement } from "../../domain/customers/settlement.ts";
import type { Suggestion } from "../../domain/outreach/suggestion.ts";
import type { SettleResult } from "../../flows/outreach/settle-suggestion.ts";
import { notice, noticeOf, offerTouch, settledSentence, tooOldNudge } from "../blocks/messages/notices.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { whyNotForm } from "../blocks/outreach/why-not-form.ts";
import { encodeWhyNot } from "../frame/form-metadata.ts";
import type { PermittedTools } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld, withButton } from "./card-buttons.ts";
import { redrawNudge } from "./redraw-nudge.ts";

/** Reached out: notes it, and offers to log how it went. */
export const reachedOutAction = withButton(async ({ customerId, suggestionKey }, request, tools) => {
  if (suggestionKey === null) return sayTooOld(request, tools);
  const { flows, answer, clock, reader } = tools;
  const memberId = reader.slackUserId;
  const result = await flows.settleSuggestion({ key: suggestionKey, status: "reached_out", memberId });
  await showSettled(result, tools);
  if (result.kind !== "settled") return;
  await answer.privately(offerTouch(customerId, { now: clock(), locale: readerLocale(reader) }));
});

/** Not useful: asks why, unless it was answered before. */
export const notUsefulAction = withButton(async ({ customerId, suggestionKey }, request, tools) => {
  if (suggestionKey === null) return sayTooOld(request, tools);
  const { flows, slack, reader } = tools;
  const asked = await flows.askWhyNot(suggestionKey);
  if (asked.kind !== "ask") return showSettled(asked, tools);
  const { responseUrl, channelId } = request;
  const metadata = encodeWhyNot({ customerId, suggestionKey, responseUrl, channelId });
  const { customerName } = asked;
  const form = whyNotForm({ customerName, metadata, locale: readerLocale(reader) });
  await slack.openModal(request.triggerId, form);
});

type Redraw = (suggestionKey: string | null, tools: PermittedTools) => Promise<boolean>;

/**
 * The nudge as it stands now; where the answer did not count, whoever gave it also hears why.
 * @param redraw puts what was clicked in its place as it is now, and says whether that shows the answer
 */
export async function showSettled(
  result: SettleResult,
  tools: PermittedTools,
  redraw: Redraw = redrawNudge,
): Promise<void> {
  const { answer, clock, reader } = tools;
  const reading = { now: clock(), ...asReadBy(reader) };
  if (result.kind === "unknown") return answer.privately(noticeOf("notice.old-button", reading.locale));
  const { suggestion } = result;
  const isShown = await redraw(suggestion.key, tools);
  if (result.kind === "too-old") return answer.privately(tooOldNudge(suggestion, reading));
  if (result.kind === "settled" && isShown) return;
  const settlement = settlementOf(suggestion, reader, reading.now);
  await answer.privately(notice(settledSentence(settlement, reader.slackUserId, reading)));
}

/** Who answered it how, for a sentence. */
export function settlementOf(
  { settledBy, settledAt, status }: Suggestion,
  { slackUserId, name }: Member,
  now: Date,
): Settlement {
  const by = settledBy ?? slackUserId;
  const byName = by === slackUserId ? name : null;
  const action = STATUS_ACTION[status] ?? "suggestion.settled";
  return { action, status, by, byName, at: settledAt ?? now };
}

const STATUS_ACTION: Readonly<Record<string, "touch.logged" | "customer.snoozed">> = {
  touched: "touch.logged",
  snoozed: "customer.snoozed",
};
