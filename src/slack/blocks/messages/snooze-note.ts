import type { SnoozeNoteMessage } from "../../../domain/messages/messages.ts";
import { RENEWAL_WITHIN_DAYS, RISK_ROSE_POINTS } from "../../../domain/outreach/break-through.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { dateToken } from "../report-parts.ts";

/** Tells an owner what somebody else did about one of their customers, and lets them undo it. */
export function snoozeNoteMessage(message: SnoozeNoteMessage, locale: Locale): SlackMessage {
  const { customerId, name, by, at, untilDay } = message;
  const say = sayIn(locale);
  const told = {
    who: `<@${plainLine(by, 30)}>`,
    customer: escapeMrkdwn(name, 150),
    when: dateToken(at, locale),
    points: RISK_ROSE_POINTS,
    days: RENEWAL_WITHIN_DAYS,
  };
  const text =
    untilDay === null
      ? say("snooze-note.ended", told)
      : say("snooze-note.snoozed", { ...told, until: { day: untilDay } });
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: new Date(at) });
  const shown = [
    button(ACTION.nudgeCard, say("nudge.card"), value),
    ...(untilDay === null ? [] : [button(ACTION.endSnooze, say("card.end-snooze"), value)]),
  ];
  const row = actions(
    "snooze_note",
    shown.map((one) => about(name, one)),
  );
  return { text, blocks: [section(text), row] };
}
