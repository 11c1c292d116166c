import { escapeMrkdwn } from "../blocks/escape.ts";
import { nudgeTakenMessage } from "../blocks/messages/channel-nudge.ts";
import { noticeOf, offerTouch } from "../blocks/messages/notices.ts";
import { nudgeSettingsForm } from "../blocks/outreach/nudge-settings-form.ts";
import { whyNotForm } from "../blocks/outreach/why-not-form.ts";
import { encodePlace, encodeWhyNot } from "../frame/form-metadata.ts";
import type { ActionHandler } from "../frame/handler.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { sayTooOld, withButton } from "./card-buttons.ts";
import { showSettled } from "./nudge-buttons.ts";
import { redrawOwnNudges } from "./redraw-own-nudges.ts";

/** Reached out, in the list of one's open nudges: notes it, and offers to log how it went. */
export const openNudgeReachedOutAction = withButton(async ({ customerId, suggestionKey }, request, tools) => {
  if (suggestionKey === null) return sayTooOld(request, tools);
  const { flows, answer, clock, reader } = tools;
  const memberId = reader.slackUserId;
  const result = await flows.settleSuggestion({ key: suggestionKey, status: "reached_out", memberId });
  await showSettled(result, tools, redrawOwnNudges);
  if (result.kind !== "settled") return;
  await answer.privately(offerTouch(customerId, { now: clock(), locale: readerLocale(reader) }));
});

/** Not useful, in the list: asks why, unless it was answered before. */
export const openNudgeNotUsefulAction = withButton(async ({ customerId, suggestionKey }, request, tools) => {
  if (suggestionKey === null) return sayTooOld(request, tools);
  const { flows, slack, reader } = tools;
  const asked = await flows.askWhyNot(suggestionKey);
  if (asked.kind !== "ask") return showSettled(asked, tools, redrawOwnNudges);
  const { responseUrl, channelId, home } = request;
  const metadata = encodeWhyNot({ customerId, suggestionKey, responseUrl, channelId, home, isInList: true });
  const { customerName } = asked;
  const form = whyNotForm({ customerName, metadata, locale: readerLocale(reader) });
  await slack.openModal(request.triggerId, form);
});

/** Change: how one is told of one's customers. */
export const nudgeSettingsAction: ActionHandler = async (request, { flows, slack, reader }) => {
  const opened = await flows.openNudgeSettings({ member: reader });
  const { responseUrl, channelId, home } = request;
  const metadata = encodePlace({ responseUrl, channelId, home });
  await slack.openModal(request.triggerId, nudgeSettingsForm(opened, metadata, readerLocale(reader)));
};

/** I take it, in a channel: from now on it is the reader's nudge, with all ways to answer. */
export const takeNudgeAction = withButton(async ({ suggestionKey }, request, tools) => {
  if (suggestionKey === null) return sayTooOld(request, tools);
  const { flows, answer, clock, reader } = tools;
  const locale = readerLocale(reader);
  const taken = await flows.takeNudge({ key: suggestionKey, memberId: reader.slackUserId });
  if (taken.kind === "taken") return answer.privately(nudgeTakenMessage(taken, clock(), locale));
  if (taken.kind === "settled") return showSettled(taken.result, tools);
  const name = taken.byName === null ? "" : escapeMrkdwn(taken.byName, 200);
  const who = taken.by === reader.slackUserId ? "you" : taken.byName === null ? "someone" : "named";
  await answer.privately(noticeOf("nudge.take.other", locale, { who, name }));
});
