import type { KnownBlock } from "@slack/types";
import { phrase } from "../../../domain/phrase.ts";
import { commaList } from "../../../words/joined.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDate } from "../words.ts";
import type { CardView } from "./card-facts.ts";
import { overrideSays } from "./override-words.ts";

/** What colleagues decided about a customer, before anything the model says: who, until when, why, and how to change it. */
export function standingBlocks(view: CardView, say: Say): KnownBlock[] {
  const quiet = quietLines(view, say).map((line) => section(line));
  const { override } = view.card;
  if (override === null) return quiet;
  const value = buttonValue(view);
  const row = [
    button(ACTION.override, say("override.change"), value),
    button(ACTION.overrideTakeBack, say("override.take-back"), value),
  ];
  return [
    ...quiet,
    section(overrideSays(override, readingOf(view))),
    context(say("override.quiet", { says: override.says })),
    actions(
      "customer_override",
      row.map((one) => about(view.card.name, one)),
    ),
  ];
}

/** The same as lines to be read aloud. */
export function standingLines(view: CardView): string[] {
  const { override } = view.card;
  const says = override === null ? [] : [overrideSays(override, readingOf(view))];
  return [...quietLines(view, sayIn(view.locale)), ...says];
}

function quietLines({ card: { doNotDisturb }, shownAt, timeZone, locale }: CardView, say: Say): string[] {
  if (doNotDisturb === null) return [];
  const { every, playbooks } = doNotDisturb;
  const names = playbooks.map((key) => textOf(phrase(`playbook.${key}`), locale));
  return [
    ...(every === null
      ? []
      : [
          say("card.do-not-disturb", {
            since: shortDate(every.since, timeZone, shownAt, locale),
            who: every.byName === null ? "someone" : "named",
            name: escapeMrkdwn(every.byName ?? "", 200),
            because: escapeMrkdwn(every.because, 600),
          }),
        ]),
    ...(names.length === 0 ? [] : [say("card.quiet-playbooks", { playbooks: commaList(names, say) })]),
  ];
}

/** Beside the model's figure, where nobody has said anything against it. */
export const knowBetter = (view: CardView, say: Say) =>
  view.card.override === null
    ? { accessory: about(view.card.name, button(ACTION.override, say("override.button"), buttonValue(view))) }
    : {};

const readingOf = ({ shownAt, timeZone, locale }: CardView) => ({ now: shownAt, timeZone, locale });

function buttonValue({ card: { customerId }, suggestionKey, shownAt, sharedBy }: CardView): string {
  const carried = { customerId, suggestionKey, shownAt };
  return encodeButton(sharedBy === undefined ? carried : { ...carried, sharedBy });
}
