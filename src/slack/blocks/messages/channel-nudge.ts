import type { ActionsBlock, KnownBlock } from "@slack/types";
import type { ChannelNudgeMessage, NudgeItem } from "../../../domain/messages/messages.ts";
import { isSettled, type NudgeAnswer } from "../../../domain/outreach/nudge-answer.ts";
import { labelled, semicolonList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { basisLines } from "../risk/basis-line.ts";
import { became, itemText, shownItems, spokenOpen } from "./nudge.ts";

const NAME_LENGTH = 150;
const SPOKEN_LENGTH = 120;

/** A channel has no "you". */
const EVERYONE = { memberId: null };

/** Customers without an owner who need somebody: who took or answered one stands in the place of its buttons. */
export function channelNudgeMessage(
  message: ChannelNudgeMessage,
  locale: Locale,
  answers: readonly NudgeAnswer[] = [],
): SlackMessage {
  const say = sayIn(locale);
  const title = say("channel-nudge.title", { customers: message.items.length });
  const shown = shownItems(message, answers);
  const more = message.overBudget + message.items.length - shown.length;
  const foot = [
    say("channel-nudge.why"),
    ...basisLines(message, locale),
    ...(more > 0 ? [say("nudge.more", { customers: more, atRisk: message.overBudgetAtRisk ?? 0 })] : []),
  ];
  const blocks: KnownBlock[] = shown.flatMap(({ item, answer }) => {
    const isClosed = answer?.status === "closed";
    const told = { reader: null, pressing: answer?.morePressing ?? null };
    const text = isClosed ? `*${escapeMrkdwn(item.name, NAME_LENGTH)}*` : itemText(item, told, locale);
    const below = isSettled(answer)
      ? context(became(answer, EVERYONE, locale))
      : takeActions(item, message, say);
    return [section(text), below];
  });
  const spoken = shown.map(({ item, answer }) => spokenItem(item, answer, locale));
  return {
    blocks: [header(title), ...blocks, context(foot.join("\n"))],
    text: labelled(title, semicolonList(spoken, say), say),
  };
}

function spokenItem(item: NudgeItem, answer: NudgeAnswer | null, locale: Locale): string {
  if (!isSettled(answer)) return spokenOpen(item, answer, locale);
  const name = escapeMrkdwn(item.name, SPOKEN_LENGTH);
  return sayIn(locale)("nudge.text.done", { name, done: became(answer, EVERYONE, locale) });
}

function takeActions(
  { customerId, suggestionKey, name }: NudgeItem,
  { createdAt }: ChannelNudgeMessage,
  say: Say,
): ActionsBlock {
  const value = encodeButton({ customerId, suggestionKey, shownAt: new Date(createdAt) });
  const row = [
    button(ACTION.takeNudge, say("channel-nudge.take"), value, "primary"),
    button(ACTION.nudgeCard, say("nudge.card"), value),
    button(ACTION.nudgeNotUseful, say("nudge.not-useful"), value),
  ];
  return actions(
    suggestionKey,
    row.map((one) => about(name, one)),
  );
}

/** To whoever took one: what to do with it now. */
export function nudgeTakenMessage(
  taken: { readonly suggestionKey: string; readonly customerId: number; readonly customerName: string },
  now: Date,
  locale: Locale,
): SlackMessage {
  const say = sayIn(locale);
  const { suggestionKey, customerId, customerName } = taken;
  const text = say("nudge.take.done", { customer: escapeMrkdwn(customerName, NAME_LENGTH) });
  const value = encodeButton({ customerId, suggestionKey, shownAt: now });
  const row = [
    button(ACTION.nudgeReachedOut, say("nudge.reached-out"), value, "primary"),
    button(ACTION.nudgeCard, say("nudge.card"), value),
  ];
  return { blocks: [section(text), actions("nudge_taken", row)], text };
}
