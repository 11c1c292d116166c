import type { FeedbackAlertMessage, FeedbackNoteMessage } from "../../../domain/messages/messages.ts";
import { phrase } from "../../../domain/phrase.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { reachable } from "../outreach/card-facts.ts";
import { dateToken } from "../report-parts.ts";
import { spoken } from "../spoken.ts";

type Told = FeedbackNoteMessage | FeedbackAlertMessage;

const NAME_LENGTH = 150;
/** Whole, with what escaping adds to it. */
const COMMENT_LENGTH = 2900;
const SPOKEN_COMMENT_LENGTH = 300;

/** What a customer answered by a link; where they are unhappy, whom to call, and how the loop is closed. */
export function feedbackNoteMessage(told: Told, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const { name, customerId, comment, at } = told;
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: new Date(at) });
  const buttons = [
    button(ACTION.feedbackLogTouch, say("touch.log"), value, told.isUnhappy ? "primary" : undefined),
    button(ACTION.nudgeCard, say("nudge.card"), value),
  ];
  const whole = comment === null ? [] : [said(comment, COMMENT_LENGTH, say)];
  const short = comment === null ? [] : [said(comment, SPOKEN_COMMENT_LENGTH, say)];
  const [answer, ...rest] = lines(told, locale);
  const gap = ownerLine(told, locale);
  return {
    text: spoken([answer ?? "", ...short, ...rest, ...gap], locale),
    blocks: [
      ...[answer ?? "", ...whole, ...rest].map(section),
      ...gap.map(context),
      actions(
        "feedback_note",
        buttons.map((one) => about(name, one)),
      ),
    ],
  };
}

const said = (comment: string, length: number, say: Say) =>
  say("feedback.note.said", { comment: escapeMrkdwn(comment, length) });

function lines(told: Told, locale: Locale): string[] {
  const say = sayIn(locale);
  const { contact, ticket } = told;
  const asked = told.isAnswerers ? contact : null;
  const answer = say("feedback.note", {
    customer: `*${escapeMrkdwn(told.name, NAME_LENGTH)}*`,
    kind: phrase(`feedback.kind.${told.of}`),
    ...{ score: told.score, most: told.scaleMax, when: dateToken(told.at, locale) },
    by: asked === null ? "" : say("feedback.note.by", { name: escapeMrkdwn(asked.name, NAME_LENGTH) }),
    about:
      ticket === null ? "" : say("feedback.waiting.about", { ticket: escapeMrkdwn(ticket, NAME_LENGTH) }),
  });
  return told.isUnhappy ? [answer, closing(told, say)] : [answer];
}

function closing({ contact }: Told, say: Say): string {
  const call =
    contact === null
      ? say("feedback.note.unhappy.nobody")
      : say("feedback.note.unhappy", { who: reachable(contact, say) });
  return `${call} ${say("feedback.note.touch")}`;
}

/** Why it comes to whoever reads it, where that is not the owner. */
function ownerLine({ kind, ownerGap }: Told, locale: Locale): string[] {
  if (ownerGap === null) return [];
  const because = escapeMrkdwn(textOf(ownerGap, locale), 300);
  return [
    sayIn(locale)(kind === "feedback-note" ? "feedback.note.no-owner" : "feedback.alert.no-owner", {
      because,
    }),
  ];
}
