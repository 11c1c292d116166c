import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { NudgeItem, NudgeMessage } from "../../../domain/messages/messages.ts";
import { estimate } from "../../../domain/money.ts";
import { phrase } from "../../../domain/phrase.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { basisLine } from "../risk/basis-line.ts";
import { leverPromise, percentWithin } from "../risk/risk-words.ts";

const NAME_LENGTH = 150;
const SENTENCE_LENGTH = 500;
/** Two blocks each, within Slack's 50 a message and some 13,000 characters. */
const MOST_ITEMS = 8;

/** A member's customers who need them today, each with a reason, one action, and three ways to answer. */
export function nudgeBlocks(message: NudgeMessage, locale: Locale): KnownBlock[] {
  const say = sayIn(locale);
  const shown = message.items.slice(0, MOST_ITEMS);
  const more = message.overBudget + message.items.length - shown.length;
  const foot = [
    basisLine(message.basis, locale),
    ...stakeLines(message, say),
    ...(more > 0 ? [say("nudge.more", { customers: more })] : []),
  ];
  return [
    header(title(message, say)),
    ...shown.flatMap((item) => [
      section(itemText(item, say, locale)),
      itemActions(item, message.createdAt, say),
    ]),
    context(foot.join("\n")),
  ];
}

/** The same for notifications and screen readers. */
export function nudgeText(message: NudgeMessage, locale: Locale): string {
  const names = message.items.slice(0, MOST_ITEMS).map(({ name }) => escapeMrkdwn(name, NAME_LENGTH));
  return `${title(message, sayIn(locale))}: ${names.join(", ")}`;
}

const title = ({ items }: NudgeMessage, say: Say) => say("nudge.title", { customers: items.length });

function itemText(item: NudgeItem, say: Say, locale: Locale): string {
  const { name, probability, bounds, stake, reason, action, lever, stoppedSince } = item;
  const risk = percentWithin(probability, bounds, locale);
  return [
    `*${escapeMrkdwn(name, NAME_LENGTH)}* · ${say("nudge.risk", { risk })}${atStake(stake, say)}`,
    ...(stoppedSince === undefined ? [] : [`_${say("risk.stopped", { since: { day: stoppedSince } })}_`]),
    say("nudge.why", { reason: escapeMrkdwn(textOf(reason, locale), SENTENCE_LENGTH) }),
    say("nudge.next", { action: escapeMrkdwn(textOf(action, locale), SENTENCE_LENGTH) }),
    ...(lever ? [leverPromise(lever, { probability }, locale)] : []),
  ].join("\n");
}

/** " · about €4,200 at stake"; nothing where it is not known, or nothing is to be lost. */
function atStake(stake: NudgeItem["stake"], say: Say): string {
  if (!stake || stake.minor <= 0) return "";
  const { is, money } = estimate(stake);
  const amount = phrase(`money.${is}`, { amount: { ...money, digits: "whole" } });
  return ` · ${say("nudge.stake", { amount })}`;
}

/** What "at stake" means, where it is said of anybody, and where those stand of whom it is not. */
function stakeLines({ items }: NudgeMessage, say: Say): string[] {
  const known = items.filter(({ stake }) => stake).length;
  return known === 0 ? [] : [say("nudge.order", { unknown: items.length - known })];
}

function itemActions(
  { customerId, suggestionKey, name }: NudgeItem,
  createdAt: string,
  say: Say,
): ActionsBlock {
  const value = encodeButton({ customerId, suggestionKey, shownAt: new Date(createdAt) });
  const answers = [
    button(ACTION.nudgeReachedOut, say("nudge.reached-out"), value, "primary"),
    button(ACTION.nudgeSnooze, say("nudge.snooze"), value),
    button(ACTION.nudgeNotUseful, say("nudge.not-useful"), value),
  ];
  return actions(
    suggestionKey,
    answers.map((answer) => about(name, answer)),
  );
}
