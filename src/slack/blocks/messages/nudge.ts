import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { NudgeItem, NudgeMessage } from "../../../domain/messages/messages.ts";
import { aboutMoney } from "../../../domain/money.ts";
import type { Locale } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { actions, button, context, header, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { AT_STAKE, counted } from "../report-parts.ts";
import { basisLine } from "../risk/basis-line.ts";
import { leverPromise, percentWithin } from "../risk/risk-words.ts";

const NAME_LENGTH = 150;
const SENTENCE_LENGTH = 500;
/** Two blocks each, within Slack's 50 a message and some 13,000 characters. */
const MOST_ITEMS = 8;

/** A member's customers who need them today, each with a reason, one action, and three ways to answer. */
export function nudgeBlocks(message: NudgeMessage, locale: Locale): KnownBlock[] {
  const shown = message.items.slice(0, MOST_ITEMS);
  const more = message.overBudget + message.items.length - shown.length;
  return [
    header(title(message)),
    ...shown.flatMap((item) => [section(itemText(item, locale)), itemActions(item, message.createdAt)]),
    context(
      [basisLine(message.basis, locale), ...stakeLines(message), ...(more > 0 ? [moreLine(more)] : [])].join(
        "\n",
      ),
    ),
  ];
}

/** The same for notifications and screen readers. */
export function nudgeText(message: NudgeMessage): string {
  const names = message.items.slice(0, MOST_ITEMS).map(({ name }) => escapeMrkdwn(name, NAME_LENGTH));
  return `${title(message)}: ${names.join(", ")}`;
}

const title = ({ items }: NudgeMessage) => `${counted(items.length, "customer")} to contact today`;

const moreLine = (count: number) =>
  `${counted(count, "more customer")} at high risk: held back, so that a day stays doable.`;

function itemText(item: NudgeItem, locale: Locale): string {
  const { name, probability, bounds, stake, reason, action, lever } = item;
  return [
    `*${escapeMrkdwn(name, NAME_LENGTH)}* · ${percentWithin(probability, bounds, locale)} risk of leaving${atStake(stake)}`,
    `Why: ${escapeMrkdwn(textOf(reason, locale), SENTENCE_LENGTH)}`,
    `Next: ${escapeMrkdwn(textOf(action, locale), SENTENCE_LENGTH)}`,
    ...(lever ? [leverPromise(lever, { probability }, locale)] : []),
  ].join("\n");
}

/** " · about €4,200 at stake"; nothing where it is not known, or nothing is to be lost. */
function atStake(stake: NudgeItem["stake"]): string {
  return stake && stake.minor > 0 ? ` · ${aboutMoney(stake)} at stake` : "";
}

/** What "at stake" means, where it is said of anybody, and where those stand of whom it is not. */
function stakeLines({ items }: NudgeMessage): string[] {
  const known = items.filter(({ stake }) => stake).length;
  if (known === 0) return [];
  const others = known < items.length ? "; those without a known value come last, by risk" : "";
  return [`${AT_STAKE}, most first${others}.`];
}

function itemActions({ customerId, suggestionKey, name }: NudgeItem, createdAt: string): ActionsBlock {
  const value = encodeButton({ customerId, suggestionKey, shownAt: new Date(createdAt) });
  const answers = [
    button(ACTION.nudgeReachedOut, "Reached out", value, "primary"),
    button(ACTION.nudgeSnooze, "Snooze", value),
    button(ACTION.nudgeNotUseful, "Not useful", value),
  ];
  // Read aloud, "Snooze" five times over would not say whom.
  const labelled = answers.map((answer) => ({
    ...answer,
    accessibility_label: plainLine(`${answer.text.text}: ${name}`, 75),
  }));
  return actions(suggestionKey, labelled);
}
