import type { KnownBlock } from "@slack/types";
import {
  ADVOCATE_DAYS,
  ADVOCATE_LEAST,
  type Advocate,
  MENTION_DAYS,
  type Mention,
  type MentionList,
  webAddress,
} from "../../../domain/outreach/mentions.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { ago } from "../words.ts";
import { crmLinkText } from "./crm-link.ts";
import { encodeMentionButton } from "./mentions-page.ts";

/** Eight of them stay within what Slack takes. */
const QUOTE_LENGTH = 400;
const NAME_LENGTH = 100;

/** Complaints nobody answered, the most urgent first. @param notice what the last click did */
export function mentionsMessage(
  list: MentionList,
  reading: Reading,
  notice: string | null = null,
): SlackMessage {
  const say = sayIn(reading.locale);
  const title = say("mentions.title", { mentions: list.inAll });
  const told = notice === null ? [] : [context(notice)];
  const foot = context(footOf(list, say).join("\n"));
  if (list.items.length === 0)
    return { text: say("mentions.none"), blocks: [...told, section(say("mentions.none")), foot] };
  const rows = list.items.flatMap((mention) => [
    section(mentionLines(mention, reading)),
    rowButtons(mention, list.page, reading.now, say),
  ]);
  return {
    text: notice === null ? title : `${notice} ${title}`,
    blocks: [...told, header(title), ...rows, ...pager(list, say), foot],
  };
}

/** What was said, of whom, by whom and where, how far it reaches, since when, and a link to it. */
export function mentionLines(mention: Mention, { now, locale }: Pick<Reading, "now" | "locale">): string {
  const say = sayIn(locale);
  const { customer, text, at } = mention;
  const of = customer === null ? say("mentions.of-nobody") : `*${escapeMrkdwn(customer.name, NAME_LENGTH)}*`;
  const known = [of, authorText(mention, say), ...reachText(mention, say), ago(at, now, locale)];
  return [quoted(text, say), [...known, ...linkText(mention.url, say)].join(" · ")].join("\n");
}

export const quoted = (text: string, say: Say): string =>
  say("mentions.quote", { text: escapeMrkdwn(text, QUOTE_LENGTH) });

export function authorText(
  { author, network }: Pick<Mention, "author"> & { readonly network: string | null },
  say: Say,
): string {
  const where = escapeMrkdwn(network ?? "", NAME_LENGTH);
  return author === null
    ? say("mentions.unsigned", { network: where })
    : say("mentions.by", { author: escapeMrkdwn(author, NAME_LENGTH), network: where });
}

const reachText = ({ reach }: Pick<Mention, "reach">, say: Say): string[] =>
  reach === null ? [] : [say("mentions.reach", { reach })];

function linkText(url: string | null, say: Say): string[] {
  const href = webAddress(url);
  return href === null ? [] : crmLinkText({ href, host: new URL(href).host }, say);
}

function rowButtons({ id, customer, author, network }: Mention, page: number, now: Date, say: Say) {
  const value = encodeMentionButton({ mentionId: id, page });
  const ofCustomer =
    customer === null ? null : encodeButton({ customerId: customer.id, suggestionKey: null, shownAt: now });
  const shown = [
    button(ACTION.mentionAnswered, say("mentions.answered"), value, "primary"),
    button(ACTION.mentionNotNegative, say("mentions.not-negative"), value),
    ...(ofCustomer === null
      ? []
      : [
          button(ACTION.logTouch, say("touch.log"), ofCustomer),
          button(ACTION.card, say("at-risk.card"), ofCustomer),
        ]),
  ];
  const who = author ?? customer?.name ?? network;
  return actions(
    `mention:${id}`,
    shown.map((one) => about(who, one)),
  );
}

function pager({ page, pages }: MentionList, say: Say): KnownBlock[] {
  const to = (place: "previous" | "next", wanted: number) =>
    button(
      `${ACTION.mentionsPage}:${place}`,
      say(`at-risk.${place}`),
      encodeMentionButton({ mentionId: null, page: wanted }),
    );
  const shown = [
    ...(page > 0 ? [to("previous", page - 1)] : []),
    ...(page < pages - 1 ? [to("next", page + 1)] : []),
  ];
  return shown.length === 0 ? [] : [actions("mentions_pages", shown)];
}

function footOf({ counts, page, pages }: MentionList, say: Say): string[] {
  return [
    ...(pages > 1 ? [say("at-risk.page", { page: page + 1, pages })] : []),
    say("mentions.counts", { ...counts, days: MENTION_DAYS }),
    ...(counts.unjudged > 0 ? [say("mentions.unjudged", { mentions: counts.unjudged })] : []),
    ...(counts.waiting > 0 ? [say("mentions.waiting", { mentions: counts.waiting })] : []),
    say("mentions.order"),
  ];
}

/** Who speaks for us. */
export function advocatesMessage(advocates: readonly Advocate[], reading: Reading): SlackMessage {
  const say = sayIn(reading.locale);
  const rule = say("advocates.rule", { least: ADVOCATE_LEAST, days: ADVOCATE_DAYS });
  if (advocates.length === 0) {
    const text = say("advocates.none", { least: ADVOCATE_LEAST, days: ADVOCATE_DAYS });
    return { text, blocks: [section(text)] };
  }
  const title = say("advocates.title", { advocates: advocates.length });
  const rows = advocates.map((advocate) => section(advocateLines(advocate, reading, say)));
  return { text: title, blocks: [header(title), ...rows, context(rule)] };
}

function advocateLines(advocate: Advocate, { now, locale }: Reading, say: Say): string {
  const { author, network, customer, positive, lastAt, lastText } = advocate;
  const name = customer === null ? [] : [escapeMrkdwn(customer.name, NAME_LENGTH)];
  const who = author === null ? name : [authorText({ author, network }, say), ...name];
  const [first = "", ...rest] = who;
  const praised = say("advocates.praised", { mentions: positive, last: ago(lastAt, now, locale) });
  return [
    [`*${first}*`, ...rest, ...reachText(advocate, say), praised].join(" · "),
    quoted(lastText, say),
  ].join("\n");
}
