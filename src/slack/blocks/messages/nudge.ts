import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { NudgeItem, NudgeMessage } from "../../../domain/messages/messages.ts";
import { estimate, type Money } from "../../../domain/money.ts";
import {
  isSettled,
  NUDGE_OPEN_DAYS,
  type NudgeAnswer,
  type SettledAnswer,
} from "../../../domain/outreach/nudge-answer.ts";
import type { MorePressing } from "../../../domain/outreach/open-nudge.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import { HIGH_RISK } from "../../../domain/risk/bands.ts";
import { labelled, semicolonList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { reachable } from "../outreach/card-facts.ts";
import { dateToken } from "../report-parts.ts";
import { basisLines } from "../risk/basis-line.ts";
import { leverLine, percentWithin } from "../risk/risk-words.ts";
import { withoutFullStop } from "../words.ts";

const NAME_LENGTH = 150;
const SENTENCE_LENGTH = 400;
/** About one line. */
const ALSO_LENGTH = 150;
/** Of each part in the text that is read aloud, so that eight customers stay within what an update may hold. */
const SPOKEN_LENGTH = 120;
/** Two blocks each, within Slack's 50 a message and some 13,000 characters. */
const MOST_ITEMS = 8;

/** A nudge as it stands: whoever was answered or closed has what became of them in the place of the buttons. */
export function nudgeMessage(
  message: NudgeMessage,
  locale: Locale,
  answers: readonly NudgeAnswer[] = [],
): SlackMessage {
  return { text: nudgeText(message, locale, answers), blocks: nudgeBlocks(message, locale, answers) };
}

/** A member's customers who need them today, each with a reason, one action, and the ways to answer. */
export function nudgeBlocks(
  message: NudgeMessage,
  locale: Locale,
  answers: readonly NudgeAnswer[] = [],
): KnownBlock[] {
  const say = sayIn(locale);
  const shown = shownItems(message, answers);
  const unshown = message.items.slice(shown.length);
  const more = message.overBudget + unshown.length;
  const unshownAtRisk = unshown.filter(({ probability }) => (probability ?? 0) >= HIGH_RISK).length;
  const atRisk = (message.overBudgetAtRisk ?? message.overBudget) + unshownAtRisk;
  const foot = [
    ...basisLines(message, locale),
    ...stakeLines(message, say),
    ...(more > 0 ? [say("nudge.more", { customers: more, atRisk })] : []),
  ];
  return [
    header(title(message, answers, say)),
    ...shown.flatMap(({ item, answer }): KnownBlock[] => {
      // What an old one says of the risk is no longer so.
      const isClosed = answer?.status === "closed";
      const text = isClosed
        ? `*${escapeMrkdwn(item.name, NAME_LENGTH)}*`
        : itemText(item, { reader: message.memberId, pressing: answer?.morePressing ?? null }, locale);
      if (isSettled(answer)) return [section(text), context(became(answer, message, locale))];
      const asked = { ...section(text), accessory: draftButton(item, message, say) };
      return [asked, itemActions(item, message, say)];
    }),
    ...(shown.some(({ answer }) => answer?.status !== "closed") ? [context(foot.join("\n"))] : []),
  ];
}

/** The same for notifications and screen readers: who, why, and what to do. */
export function nudgeText(
  message: NudgeMessage,
  locale: Locale,
  answers: readonly NudgeAnswer[] = [],
): string {
  const say = sayIn(locale);
  const told = shownItems(message, answers).map(({ item, answer }) => {
    const name = escapeMrkdwn(item.name, SPOKEN_LENGTH);
    return isSettled(answer)
      ? say("nudge.text.done", { name, done: became(answer, message, locale) })
      : spokenOpen(item, answer, locale);
  });
  return labelled(title(message, answers, say), semicolonList(told, say), say);
}

/** Who, why, and what to do by now. */
export function spokenOpen(item: NudgeItem, answer: NudgeAnswer | null, locale: Locale): string {
  const spoken = (phrase: Phrase) => escapeMrkdwn(textOf(phrase, locale), SPOKEN_LENGTH);
  const { reason, action } = answer?.morePressing ?? item;
  const name = escapeMrkdwn(item.name, SPOKEN_LENGTH);
  return sayIn(locale)("nudge.text.open", { name, reason: spoken(reason), action: spoken(action) });
}

export function shownItems({ items }: Pick<NudgeMessage, "items">, answers: readonly NudgeAnswer[]) {
  const byKey = new Map(answers.map((answer) => [answer.suggestionKey, answer]));
  return items.slice(0, MOST_ITEMS).map((item) => ({ item, answer: byKey.get(item.suggestionKey) ?? null }));
}

function title({ items, day }: NudgeMessage, answers: readonly NudgeAnswer[], say: Say): string {
  const settled = answers.filter(isSettled).length;
  const customers = items.length - settled;
  if (settled === 0) return say("nudge.title", { customers });
  return customers === 0
    ? say("nudge.title.none-left", { day: { day } })
    : say("nudge.title.left", { customers, day: { day } });
}

/** What became of one customer's part: who did what and when, or why it was closed. */
export function became(
  answer: SettledAnswer,
  { memberId }: { readonly memberId: string | null },
  locale: Locale,
): string {
  const say = sayIn(locale);
  const { status, closedBecause, whyNot, by, byName, handedTo } = answer;
  const when = dateToken(answer.at.toISOString(), locale);
  if (status === "closed")
    return say(`nudge.closed.${closedBecause ?? "age"}`, { when, days: NUDGE_OPEN_DAYS });
  const who = by === memberId ? "you" : byName === null ? "someone" : "named";
  const done = { who, name: escapeMrkdwn(byName ?? "", NAME_LENGTH), when };
  if (whyNot !== null)
    return say("nudge.done.not-useful-because", { ...done, why: phrase(`why-not.is.${whyNot}`) });
  if (handedTo !== undefined) {
    const to = escapeMrkdwn(handedTo.name ?? "", NAME_LENGTH);
    return say(handedTo.id === by ? "nudge.done.taken-over" : "nudge.done.handed-over", { ...done, to });
  }
  return say(`nudge.done.${status.replace("_", "-")}`, done);
}

function handedOverLine({ handedOverBy }: NudgeItem, reader: string | null, say: Say): string[] {
  if (handedOverBy === undefined) return [];
  if (handedOverBy === reader) return [`_${say("nudge.taken-over")}_`];
  return [`_${say("nudge.handed-over", { by: `<@${plainLine(handedOverBy, 30)}>` })}_`];
}

/** @param told.reader whose nudge it is; null: a channel's. @param told.pressing what came to press more; null: nothing */
export function itemText(
  item: NudgeItem,
  { reader, pressing }: { readonly reader: string | null; readonly pressing: MorePressing | null },
  locale: Locale,
): string {
  const say = sayIn(locale);
  const { contact, inSpiteOfSnooze, stoppedSince } = item;
  const { reason, action } = pressing ?? item;
  const sentence = (phrase: Phrase) => escapeMrkdwn(textOf(phrase, locale), SENTENCE_LENGTH);
  return [
    `*${escapeMrkdwn(item.name, NAME_LENGTH)}* · ${riskText(item, locale)}${atStake(item.stake, say)}`,
    ...(stoppedSince === undefined ? [] : [`_${say("risk.stopped", { since: { day: stoppedSince } })}_`]),
    ...handedOverLine(item, reader, say),
    ...(pressing ? [`_${say("nudge.more-pressing", { when: dateToken(pressing.at, locale) })}_`] : []),
    ...(inSpiteOfSnooze ? [`_${sentence(inSpiteOfSnooze)}_`] : []),
    say("nudge.why", { reason: sentence(reason) }),
    ...alsoLine(item, pressing, locale),
    say("nudge.next", { action: sentence(action) }),
    ...(contact ? [say("nudge.contact", { who: reachable(contact, say) })] : []),
    // What a contact or a step would bring is of what it said first.
    ...(pressing ? [] : [...effectLine(item, locale), ...leverLines(item, locale)]),
  ].join("\n");
}

function riskText({ probability, ...item }: NudgeItem, locale: Locale): string {
  const say = sayIn(locale);
  if (probability === null) return say("nudge.no-risk");
  return say("nudge.risk", { risk: percentWithin({ ...item, probability }, locale) });
}

function leverLines({ lever, probability }: NudgeItem, locale: Locale): string[] {
  return lever && probability !== null ? [leverLine(lever, { probability }, locale)] : [];
}

/** What a contact is expected to keep and what it takes; nothing in messages from before that was told. */
function effectLine({ effect }: NudgeItem, locale: Locale): string[] {
  if (effect === undefined) return [];
  const say = sayIn(locale);
  const { minutes, gift, expected } = effect;
  const given = { hasGift: gift === undefined ? "no" : "yes", gift: gift ? moneyText(gift, locale) : "" };
  const takes = say("nudge.effect.takes", { minutes, ...given });
  if (expected === undefined) return [say("nudge.effect.unknown", { takes })];
  const { kept, cost } = expected;
  const figures = { takes, kept: estimated(kept), cost: estimated(cost) };
  // Only what a customer waits for is told at such a price.
  const isOwed = kept.minor <= 0 && cost.minor > 0;
  return [say(isOwed ? "nudge.effect.owed" : "nudge.effect", figures)];
}

/** What else there is about them, in at most one line; where something came to press more, what the nudge said first too. */
function alsoLine({ reason, also = [] }: NudgeItem, pressing: MorePressing | null, locale: Locale): string[] {
  const others = pressing === null ? also : [reason, ...also];
  if (others.length === 0) return [];
  const what = escapeMrkdwn(
    semicolonList(
      others.map((one) => withoutFullStop(textOf(one, locale))),
      sayIn(locale),
    ),
    ALSO_LENGTH,
  );
  return [sayIn(locale)("nudge.also", { count: others.length, what })];
}

/** " · about €4,200 at stake"; nothing where it is not known, or nothing is to be lost. */
export function atStake(stake: NudgeItem["stake"], say: Say): string {
  if (!stake || stake.minor <= 0) return "";
  return ` · ${say("nudge.stake", { amount: estimated(stake) })}`;
}

function estimated(amount: Money): Phrase {
  const { is, money } = estimate(amount);
  return phrase(`money.${is}`, { amount: { ...money, digits: "whole" } });
}

/** What "at stake" means and what comes first, where either is said of anybody, and where those stand of whom it is not. */
function stakeLines({ items }: NudgeMessage, say: Say): string[] {
  const valued = items.filter(({ expectedValue }) => expectedValue).length;
  if (valued > 0) return [say("nudge.order-by-value", { unknown: items.length - valued })];
  const known = items.filter(({ stake }) => stake).length;
  return known === 0 ? [] : [say("nudge.order", { unknown: items.length - known })];
}

/** Beside the text: the row below is full on a phone. */
function draftButton({ customerId, suggestionKey, name }: NudgeItem, { createdAt }: NudgeMessage, say: Say) {
  const value = encodeButton({ customerId, suggestionKey, shownAt: new Date(createdAt) });
  return about(name, button(ACTION.nudgeDraft, say("draft.button"), value));
}

/** One row: what was done, what helps to do it, and the two ways to be left in peace. */
function itemActions(
  { customerId, suggestionKey, name }: NudgeItem,
  { createdAt }: NudgeMessage,
  say: Say,
): ActionsBlock {
  const value = encodeButton({ customerId, suggestionKey, shownAt: new Date(createdAt) });
  const row = [
    button(ACTION.nudgeReachedOut, say("nudge.reached-out"), value, "primary"),
    button(ACTION.nudgeCard, say("nudge.card"), value),
    button(ACTION.why, say("nudge.why-button"), value),
    button(ACTION.nudgeSnooze, say("nudge.snooze"), value),
    button(ACTION.nudgeNotUseful, say("nudge.not-useful"), value),
    button(ACTION.nudgeHandOver, say("handover.button"), value),
  ];
  return actions(
    suggestionKey,
    row.map((one) => about(name, one)),
  );
}
