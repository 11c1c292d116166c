import type { KnownBlock } from "@slack/types";
import type { Say } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, section } from "../elements.ts";
import type { CardView } from "./card-facts.ts";
import { overrideSays } from "./override-words.ts";

/** What colleagues decided about a customer, before anything the model says: who, until when, why, and how to change it. */
export function standingBlocks(view: CardView, say: Say): KnownBlock[] {
  const { override } = view.card;
  if (override === null) return [];
  const value = buttonValue(view);
  const row = [
    button(ACTION.override, say("override.change"), value),
    button(ACTION.overrideTakeBack, say("override.take-back"), value),
  ];
  return [
    section(overrideSays(override, readingOf(view))),
    context(say("override.quiet", { says: override.says })),
    actions(
      "customer_override",
      row.map((one) => about(view.card.name, one)),
    ),
  ];
}

/** The same as lines to be read aloud. */
export const standingLines = (view: CardView): string[] =>
  view.card.override === null ? [] : [overrideSays(view.card.override, readingOf(view))];

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
