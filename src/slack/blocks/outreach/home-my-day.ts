import type { KnownBlock } from "@slack/types";
import type { PageOf } from "../../../domain/outreach/at-risk.ts";
import type { Mention } from "../../../domain/outreach/mentions.ts";
import type { Freshness, MyDay, OpenAnswer } from "../../../domain/outreach/my-day.ts";
import type { OpenNudge } from "../../../domain/outreach/turns/open-nudge.ts";
import { isUnread, type Part } from "../../../domain/part.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, button, context, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import type { Reading } from "../risk/risk-words.ts";
import { unlessUnread } from "../unread-part.ts";
import { ago } from "../words.ts";
import { dueBlocks } from "./home-due.ts";
import { askButton, homePager } from "./home-pages.ts";
import { mentionLines } from "./mentions.ts";
import { encodeMentionButton } from "./mentions-page.ts";
import { openNudgeBlocks } from "./own-nudges.ts";
import { unhappyText } from "./unhappy-text.ts";

const NAME_LENGTH = 150;

/** How old the risks on the page are, before any of them. */
export function freshnessBlock(freshness: Freshness, { now, locale }: Reading): KnownBlock {
  const say = sayIn(locale);
  if (freshness.kind === "never") return context(say("home.fresh.never"));
  const { scoredAt, kind } = freshness;
  const when = { ago: ago(scoredAt, now, locale), scored: dateToken(scoredAt.toISOString(), locale) };
  return context(say(kind === "old" ? "home.fresh.old" : "home.fresh", when));
}

/** Nudges, due follow-ups, unhappy answers and complaints that wait for the reader; of lists with nothing in them one line says so. */
export function myDayBlocks(day: MyDay, reading: Reading): KnownBlock[] {
  const say = sayIn(reading.locale);
  const nothing = nothingIn(day, say);
  return [
    ...unlessUnread("nudges", day.nudges, say, (nudges) => nudgeBlocks(nudges, reading, say)),
    ...unlessUnread("due", day.due, say, (due) => dueBlocks(due, reading)),
    ...unlessUnread("answers", day.answers, say, (answers) => answerBlocks(answers, reading, say)),
    ...unlessUnread("mentions", day.mentions, say, (mentions) => mentionBlocks(mentions, reading, say)),
    ...(nothing.length === 0 ? [] : [context(nothing.join("\n"))]),
  ];
}

function nothingIn({ nudges, due, answers, mentions, ownsCustomers }: MyDay, say: Say): string[] {
  const noNudges = say(ownsCustomers ? "own-nudges.none" : "home.owns-nobody");
  return [
    ...(isEmpty(nudges) ? [noNudges] : []),
    ...(ownsCustomers && isEmpty(due) ? [say("home.due.none")] : []),
    ...(isEmpty(answers) ? [say("home.answers.none")] : []),
    ...(isEmpty(mentions) ? [say("mentions.none")] : []),
  ];
}

/** What could not be read may have something in it. */
const isEmpty = (list: Part<PageOf<unknown>>) => !isUnread(list) && list.inAll === 0;

function nudgeBlocks(nudges: PageOf<OpenNudge>, { now, locale }: Reading, say: Say): KnownBlock[] {
  if (nudges.inAll === 0) return [];
  return [
    header(say("home.nudges", { nudges: nudges.inAll })),
    ...nudges.items.flatMap((item) => openNudgeBlocks(item, now, locale)),
    ...homePager("nudges", nudges, say, [askButton("nudges", say("home.show-all"), "nudges")]),
  ];
}

function answerBlocks(answers: PageOf<OpenAnswer>, { now }: Reading, say: Say): KnownBlock[] {
  if (answers.inAll === 0) return [];
  return [
    header(say("home.answers", { answers: answers.inAll })),
    ...answers.items.map((answer) => answerBlock(answer, now, say)),
    ...homePager("answers", answers, say),
  ];
}

function answerBlock(answer: OpenAnswer, now: Date, say: Say): KnownBlock {
  const { customerId, customer } = answer;
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  const name = `*${escapeMrkdwn(customer, NAME_LENGTH)}*`;
  return {
    ...section(`${name}\n${unhappyText(answer, now, say)}`),
    accessory: about(customer, button(ACTION.feedbackLogTouch, say("touch.log"), value)),
  };
}

function mentionBlocks(mentions: PageOf<Mention>, reading: Reading, say: Say): KnownBlock[] {
  if (mentions.inAll === 0) return [];
  return [
    header(say("home.mentions", { mentions: mentions.inAll })),
    ...mentions.items.map((mention) => mentionBlock(mention, mentions.page, reading, say)),
    ...homePager("mentions", mentions, say, [askButton("mentions", say("home.show-all"), "mentions")]),
  ];
}

/** All ways to settle it stand in the list that *Show all* opens. */
function mentionBlock(mention: Mention, page: number, reading: Reading, say: Say): KnownBlock {
  const { id, author, customer, network } = mention;
  const value = encodeMentionButton({ mentionId: id, page });
  const answered = button(ACTION.mentionAnswered, say("mentions.answered"), value);
  return {
    ...section(mentionLines(mention, reading)),
    accessory: about(author ?? customer?.name ?? network, answered),
  };
}
