import type {
  PostMortemDetailsMessage,
  PostMortemListMessage,
  PostMortemMessage,
  PostMortemNoteMessage,
} from "../../../domain/messages/post-mortem-messages.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import { cautiousPercent } from "../../../domain/risk/percent.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { bars } from "../bars.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import { spoken } from "../spoken.ts";

const NAME_LENGTH = 150;
/** With what escaping adds to it, a line of a section. */
const LINE_LENGTH = 400;
const NOTE_LENGTH = 2900;

/** The headline: who left, and how safe they seemed. */
export function postMortemMessage(message: PostMortemMessage, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const { name, how, leftOn, probability, ownerId } = message;
  const head = say("post-mortem.head", {
    customer: `*${escapeMrkdwn(name, NAME_LENGTH)}*`,
    how,
    day: { day: leftOn },
    risk: riskPhrase(probability),
  });
  const thread = say("post-mortem.head.thread", { owner: ownerAsked(ownerId, say) });
  return {
    text: spoken([head, thread], locale),
    blocks: [section(head), context(thread), buttons("post_mortem", message, say)],
  };
}

/** The reply: what was seen, known and missed, and the question. */
export function postMortemDetailsMessage(message: PostMortemDetailsMessage, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const told = (phrases: readonly Phrase[]) =>
    phrases.map((one) => `• ${escapeMrkdwn(textOf(one, locale), LINE_LENGTH)}`);
  const moved = message.moved.length === 0 ? [say("post-mortem.moved.nothing")] : told(message.moved);
  const parts = [
    [say("post-mortem.saw"), ...sawLines(message, locale)],
    [say("post-mortem.known"), ...told(message.known)],
    [say("post-mortem.moved"), ...moved],
    [ownerAsked(message.ownerId, say)],
  ];
  return {
    text: spoken(parts.flat(), locale),
    blocks: [
      ...parts.map((lines) => section(lines.join("\n"))),
      buttons("post_mortem_details", message, say),
    ],
  };
}

function sawLines(message: PostMortemDetailsMessage, locale: Locale): string[] {
  const say = sayIn(locale);
  const { probability, scoredAt, raised, lowered } = message;
  const reason = (code: string, one: Phrase | null) =>
    one === null ? [] : [`• ${say(code, { reason: escapeMrkdwn(textOf(one, locale), LINE_LENGTH) })}`];
  const reasons = [
    ...reason("post-mortem.saw.raised", raised),
    ...reason("post-mortem.saw.lowered", lowered),
  ];
  return [
    `• ${say("post-mortem.saw.risk", { risk: riskPhrase(probability), when: dateToken(scoredAt, locale) })}`,
    ...weeksLine(message, say),
    ...(reasons.length > 0 ? reasons : [`• ${say("post-mortem.saw.no-reasons")}`]),
  ];
}

/** Nothing where there is but one week to show. */
function weeksLine({ weeks }: PostMortemDetailsMessage, say: Say): string[] {
  const start = weeks.findIndex((week) => week !== null);
  const known = start === -1 ? [] : weeks.slice(start);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || typeof first !== "number" || typeof last !== "number") return [];
  const line = say("post-mortem.saw.weeks", {
    ...{ bars: bars(known, 1), weeks: known.length - 1 },
    ...{ first: riskPhrase(first), last: riskPhrase(last) },
  });
  return [`• ${line}`];
}

/** Many at once: a list, each with its own button. */
export function postMortemListMessage(message: PostMortemListMessage, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const { items, more, createdAt } = message;
  const head = say("post-mortem.list", { customers: items.length + more });
  const lines = items.map((item) => listLine(item, locale));
  const after = more === 0 ? [] : [say("post-mortem.list.more", { more })];
  const why = say("post-mortem.list.why");
  return {
    text: spoken([head, why], locale),
    blocks: [
      section(`*${head}*`),
      context(why),
      ...items.map((item, place) => ({
        ...section(lines[place] ?? ""),
        accessory: addButton({ ...item, createdAt }, say),
      })),
      ...after.map(context),
    ],
  };
}

function listLine(item: PostMortemListMessage["items"][number], locale: Locale): string {
  const say = sayIn(locale);
  const line = say("post-mortem.list.item", {
    customer: escapeMrkdwn(item.name, NAME_LENGTH),
    ...{ day: { day: item.leftOn }, risk: riskPhrase(item.probability) },
    owner: item.ownerId === null ? say("post-mortem.list.nobody") : `<@${item.ownerId}>`,
  });
  const [moved] = item.moved;
  const shown =
    moved === undefined ? say("post-mortem.moved.nothing") : escapeMrkdwn(textOf(moved, locale), LINE_LENGTH);
  return `${line}\n${shown}`;
}

/** What somebody knew. */
export function postMortemNoteMessage(message: PostMortemNoteMessage, locale: Locale): SlackMessage {
  const customer = escapeMrkdwn(message.name, NAME_LENGTH);
  const head = sayIn(locale)("post-mortem.note", { by: `<@${message.by}>`, customer });
  const note = escapeMrkdwn(message.note, NOTE_LENGTH);
  return {
    text: spoken([head, escapeMrkdwn(message.note, LINE_LENGTH)], locale),
    blocks: [section(head), section(note)],
  };
}

const ownerAsked = (ownerId: string | null, say: Say): string =>
  ownerId === null ? say("post-mortem.owner.nobody") : say("post-mortem.owner", { owner: `<@${ownerId}>` });

const riskPhrase = (probability: number): Phrase =>
  phrase("risk.percent", { percent: cautiousPercent(probability) });

type Pressed = { readonly customerId: number; readonly name: string; readonly createdAt: string };

const pressedValue = ({ customerId, createdAt }: Pressed) =>
  encodeButton({ customerId, suggestionKey: null, shownAt: new Date(createdAt) });

const addButton = (one: Pressed, say: Say) =>
  about(one.name, button(ACTION.postMortemNote, say("post-mortem.add"), pressedValue(one)));

function buttons(blockId: string, one: Pressed, say: Say) {
  const card = about(one.name, button(ACTION.nudgeCard, say("nudge.card"), pressedValue(one)));
  return actions(blockId, [addButton(one, say), card]);
}
