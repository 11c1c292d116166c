import type {
  OverrideNoteMessage,
  OverrideScoreMessage,
} from "../../../domain/messages/override-messages.ts";
import { JUDGED_AFTER_DAYS } from "../../../domain/outreach/overrides/override.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { ownTally } from "../outreach/overrides.ts";
import { dateToken } from "../report-parts.ts";

const NAME_LENGTH = 150;
const BECAUSE_LENGTH = 600;

/** Tells an owner what somebody else says about one of their customers, with the way to the card, where it can be changed. */
export function overrideNoteMessage(message: OverrideNoteMessage, locale: Locale): SlackMessage {
  const { customerId, name, by, at, call } = message;
  const say = sayIn(locale);
  const told = {
    who: `<@${plainLine(by, 30)}>`,
    customer: escapeMrkdwn(name, NAME_LENGTH),
    when: dateToken(at, locale),
  };
  const text =
    call === null
      ? say("override-note.taken-back", told)
      : say("override-note.made", {
          ...{ ...told, says: call.says, until: { day: call.untilDay } },
          because: escapeMrkdwn(call.because, BECAUSE_LENGTH),
        });
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: new Date(at) });
  const card = about(name, button(ACTION.nudgeCard, say("nudge.card"), value));
  return { text, blocks: [section(text), actions("override_note", [card])] };
}

/** A member's calls that are over, whether they came true, and all theirs so far beside the model's. */
export function overrideScoreMessage(message: OverrideScoreMessage, locale: Locale): SlackMessage {
  const { items, more, tally } = message;
  const say = sayIn(locale);
  const title = say("override-score.title");
  const lines = items.map((item) => scoreLine(item, locale, say));
  const sum = ownTally(tally, say);
  return {
    text: say("override-score.text", { title, tally: sum }),
    blocks: [
      header(title),
      section(lines.join("\n")),
      ...(more === 0 ? [] : [section(say("override-score.more", { calls: more }))]),
      section(sum),
      context(say("override-score.private", { days: JUDGED_AFTER_DAYS })),
    ],
  };
}

function scoreLine(item: OverrideScoreMessage["items"][number], locale: Locale, say: Say): string {
  const { says, outcome, modelWasRight, name, madeAt } = item;
  return say("override-score.line", {
    ...{ says, outcome, customer: escapeMrkdwn(name, NAME_LENGTH), on: dateToken(madeAt, locale) },
    right: (says === "stay") === (outcome === "stayed") ? "yes" : "no",
    model: modelWasRight === null ? "none" : modelWasRight ? "right" : "wrong",
  });
}
