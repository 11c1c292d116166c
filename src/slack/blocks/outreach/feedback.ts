import type { KnownBlock } from "@slack/types";
import type { Customer } from "../../../domain/customer.ts";
import type { LatestAnswer, OpenLoop } from "../../../domain/outreach/feedback/feedback-answer.ts";
import { type AskedBefore, isWaiting } from "../../../domain/outreach/feedback/feedback-request.ts";
import { phrase } from "../../../domain/phrase.ts";
import { commaList, labelled } from "../../../words/joined.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import type { Reading } from "../risk/risk-words.ts";
import { spoken } from "../spoken.ts";
import { ago, shortDate } from "../words.ts";
import { unhappyText } from "./unhappy-text.ts";

export type FeedbackView = Reading & {
  readonly customer: Customer;
  readonly latest: readonly LatestAnswer[];
  readonly openLoops: readonly OpenLoop[];
  readonly asked: readonly AskedBefore[];
  /** Variables that have to be set before anybody can be asked. */
  readonly missing: readonly string[];
};

const NAME_LENGTH = 100;
/** Of a comment: enough to know what it is about. The whole of it stood in the message about it. */
const COMMENT_LENGTH = 200;
/** Of each list, so that the longest names fit a message: nobody waits for more than a few answers of one customer. */
const MOST_LISTED = 5;

/** What a customer answered, whom to call, and what is still asked. */
export function feedbackMessage(view: FeedbackView): SlackMessage {
  const say = sayIn(view.locale);
  const heading = say("feedback.of", { customer: escapeMrkdwn(view.customer.name, 300) });
  const latest = latestLines(view);
  const loops = firstOf(loopLines(view), view.locale);
  const waiting = firstOf(waitingLines(view), view.locale);
  const blocks: KnownBlock[] = [
    header(say("feedback.of", { customer: view.customer.name })),
    section(latest.join("\n")),
    ...titled(say("feedback.loops.title"), loops),
    ...(loops.length === 0 ? [] : [context(say("feedback.loops.how"))]),
    ...titled(say("feedback.waiting.title"), waiting),
    ...(view.missing.length === 0 ? [] : [context(notSetUp(view))]),
    buttons(view),
  ];
  return { blocks, text: labelled(heading, spoken([...latest, ...loops, ...waiting], view.locale), say) };
}

export const notSetUp = ({ missing, locale }: Pick<FeedbackView, "missing" | "locale">): string =>
  sayIn(locale)("feedback.not-set-up", {
    missing: commaList(
      missing.map((name) => `\`${name}\``),
      sayIn(locale),
    ),
  });

function titled(title: string, lines: readonly string[]): KnownBlock[] {
  return lines.length === 0 ? [] : [section([`*${title}*`, ...lines.map((line) => `• ${line}`)].join("\n"))];
}

/** The first of many, and how many there are besides. */
function firstOf(lines: readonly string[], locale: FeedbackView["locale"]): string[] {
  const more = lines.length - MOST_LISTED;
  return more <= 0 ? [...lines] : [...lines.slice(0, MOST_LISTED), sayIn(locale)("feedback.more", { more })];
}

function latestLines({ latest, now, timeZone, locale }: FeedbackView): string[] {
  const say = sayIn(locale);
  if (latest.length === 0) return [say("feedback.none")];
  return latest.map(({ kind, score, scaleMax, at, before, comment }) => {
    const trend =
      before === null
        ? ""
        : say("feedback.trend", {
            way: score > before.score ? "up" : score < before.score ? "down" : "same",
            ...{ before: before.score, day: shortDate(before.at, timeZone, now, locale) },
          });
    const day = shortDate(at, timeZone, now, locale);
    const told = { kind: phrase(`feedback.kind.${kind}`), score, most: scaleMax, day, trend };
    return say("feedback.latest", { ...told, comment: quoted(comment, locale) });
  });
}

const loopLines = ({ openLoops, now, locale }: FeedbackView): string[] =>
  openLoops.map((answer) => unhappyText(answer, now, sayIn(locale)));

function waitingLines({ asked, now, timeZone, locale }: FeedbackView): string[] {
  const say = sayIn(locale);
  return asked
    .filter((one) => isWaiting(one, now))
    .map(({ kind, contactName, ticket, askedAt, expiresAt, askedBy, askedByName }) =>
      say("feedback.waiting", {
        kind: phrase(`feedback.kind.${kind}`),
        who: whom(contactName, locale),
        about:
          ticket === null ? "" : say("feedback.waiting.about", { ticket: escapeMrkdwn(ticket, NAME_LENGTH) }),
        ago: ago(askedAt, now, locale),
        by:
          askedByName === null
            ? say(askedBy === null ? "feedback.by.nobody" : "feedback.by.somebody")
            : escapeMrkdwn(askedByName, NAME_LENGTH),
        day: shortDate(expiresAt, timeZone, now, locale),
      }),
    );
}

/** " to Jane Doe". */
export const whom = (contactName: string | null, locale: FeedbackView["locale"]): string =>
  contactName === null
    ? ""
    : sayIn(locale)("feedback.waiting.to", { name: escapeMrkdwn(contactName, NAME_LENGTH) });

const quoted = (comment: string | null, locale: FeedbackView["locale"]): string =>
  comment === null
    ? ""
    : sayIn(locale)("feedback.comment", { comment: escapeMrkdwn(comment, COMMENT_LENGTH) });

function buttons({ customer, openLoops, missing, now, locale }: FeedbackView): KnownBlock {
  const say = sayIn(locale);
  const value = encodeButton({ customerId: customer.id, suggestionKey: null, shownAt: now });
  const shown = [
    ...(openLoops.length === 0
      ? []
      : [button(ACTION.feedbackLogTouch, say("touch.log"), value, "primary" as const)]),
    ...(missing.length === 0 ? [button(ACTION.askFeedback, say("feedback.ask"), value)] : []),
    button(ACTION.nudgeCard, say("nudge.card"), value),
  ];
  return actions(
    "feedback",
    shown.map((one) => about(customer.name, one)),
  );
}
