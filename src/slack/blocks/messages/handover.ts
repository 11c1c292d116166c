import type { EscalationMessage, HandoverNoteMessage } from "../../../domain/messages/handover-messages.ts";
import { ESCALATE_AFTER_WORKING_DAYS } from "../../../domain/outreach/escalation.ts";
import { isSettled, type NudgeAnswer } from "../../../domain/outreach/nudge-answer.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import { atStake, became } from "./nudge.ts";

const NAME_LENGTH = 150;
const SENTENCE_LENGTH = 500;

const mention = (slackUserId: string) => `<@${plainLine(slackUserId, 30)}>`;

/** For managers: whose nudge about whom waits, what it asks for and since when; or what became of it. */
export function escalationMessage(
  message: EscalationMessage,
  locale: Locale,
  answers: readonly NudgeAnswer[] = [],
): SlackMessage {
  const { suggestionKey, customerId, name, memberId, action, reason, since, stake } = message;
  const say = sayIn(locale);
  const answer = answers.find((one) => one.suggestionKey === suggestionKey) ?? null;
  const told = { customer: escapeMrkdwn(name, NAME_LENGTH), owner: mention(memberId) };
  const title = say("escalation.waits", { ...told, days: ESCALATE_AFTER_WORKING_DAYS });
  const lines = [
    `${title}${atStake(stake, say)}`,
    say("nudge.why", { reason: escapeMrkdwn(textOf(reason, locale), SENTENCE_LENGTH) }),
    say("nudge.next", { action: escapeMrkdwn(textOf(action, locale), SENTENCE_LENGTH) }),
    say("escalation.since", { when: dateToken(since, locale) }),
  ];
  const value = encodeButton({ customerId, suggestionKey, shownAt: new Date(since) });
  const row = [
    button(ACTION.escalationTake, say("escalation.take"), value, "primary"),
    button(ACTION.nudgeCard, say("nudge.card"), value),
  ].map((one) => about(name, one));
  // Everybody reads it by name: several people do.
  const done = isSettled(answer) ? became(answer, { memberId: "" }, locale) : null;
  return {
    text: done === null ? title : say("nudge.text.done", { name: told.customer, done }),
    blocks: [section(lines.join("\n")), done === null ? actions(suggestionKey, row) : context(done)],
  };
}

/** Whoever had a nudge hears whose it is now. */
export function handoverNoteMessage(message: HandoverNoteMessage, locale: Locale): SlackMessage {
  const { customerId, name, by, to, at } = message;
  const say = sayIn(locale);
  const told = { customer: escapeMrkdwn(name, NAME_LENGTH), by: mention(by), to: mention(to) };
  const text = say(by === to ? "handover-note.taken" : "handover-note.handed", {
    ...told,
    when: dateToken(at, locale),
  });
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: new Date(at) });
  const card = about(name, button(ACTION.nudgeCard, say("nudge.card"), value));
  return { text, blocks: [section(text), actions("handover_note", [card])] };
}
