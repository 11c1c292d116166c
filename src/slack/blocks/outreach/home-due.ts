import type { KnownBlock } from "@slack/types";
import { localTime } from "../../../domain/calendar.ts";
import type { DueFollowUp, DueFollowUps } from "../../../domain/outreach/due-follow-ups.ts";
import { aboutAmount } from "../../../domain/value/about-money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, button, context, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { shortDate } from "../words.ts";
import { homePager } from "./home-pages.ts";

const NAME_LENGTH = 150;
const SENTENCE_LENGTH = 500;

/** Whom the reader is to get back to, a page of them; nothing where there is nobody. */
export function dueBlocks(due: DueFollowUps, reading: Reading): KnownBlock[] {
  if (due.inAll === 0) return [];
  const say = sayIn(reading.locale);
  const { lookedAt, owned } = due;
  return [
    header(say("home.due", { customers: due.inAll })),
    ...due.items.map((one) => dueBlock(one, reading, say)),
    ...homePager("due", due, say),
    ...(lookedAt < owned ? [context(say("home.due.looked-at", { lookedAt, owned }))] : []),
  ];
}

function dueBlock(due: DueFollowUp, reading: Reading, say: Say): KnownBlock {
  const { customerId, name, says } = due;
  const sentence = (text: string) => escapeMrkdwn(text, SENTENCE_LENGTH);
  const lines =
    says === null
      ? [say("home.due.snooze-ends")]
      : [
          say("nudge.why", { reason: sentence(textOf(says.reason, reading.locale)) }),
          say("nudge.next", { action: sentence(textOf(says.action, reading.locale)) }),
        ];
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: reading.now });
  const first = [`*${escapeMrkdwn(name, NAME_LENGTH)}*`, ...dueFacts(due, reading, say)].join(" · ");
  return {
    ...section([first, ...lines].join("\n")),
    accessory: about(name, button(ACTION.card, say("nudge.card"), value)),
  };
}

/** Since when, what is at stake, and that a snooze ends. */
function dueFacts({ since, stake, says, snoozeEnds }: DueFollowUp, reading: Reading, say: Say): string[] {
  const { now, timeZone, locale } = reading;
  const dayOf = (instant: Date) => localTime(instant, timeZone).day;
  const isToday = dayOf(since) >= dayOf(now);
  const day = shortDate(since, timeZone, now, locale);
  return [
    isToday ? say("home.due.today") : say("home.due.since", { day }),
    ...(stake === null ? [] : [say("at-risk.stake", { amount: aboutAmount(stake) })]),
    ...(snoozeEnds !== null && says !== null ? [say("home.due.back")] : []),
  ];
}
