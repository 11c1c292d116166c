import type { KnownBlock } from "@slack/types";
import type { OpenNudge, OpenNudges } from "../../../domain/outreach/turns/open-nudge.ts";
import { sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { ago } from "../words.ts";
import { type ShownSettings, settingsText } from "./nudge-settings-text.ts";

export type OwnNudgesView = {
  readonly open: OpenNudges;
  readonly settings: ShownSettings;
  readonly ownsCustomers: boolean;
  readonly now: Date;
};

const NAME_LENGTH = 150;
const SENTENCE_LENGTH = 500;
const SPOKEN_LENGTH = 120;

/** What waits for its reader's answer, with the ways to answer, and how they are told of more. */
export function ownNudgesMessage(view: OwnNudgesView, locale: Locale): SlackMessage {
  const say = sayIn(locale);
  const { open, settings, ownsCustomers, now } = view;
  const title = say("own-nudges.title", { customers: open.inAll });
  const more = open.inAll - open.items.length;
  const told = settingsText(settings, now, locale);
  const none = say(ownsCustomers ? "own-nudges.none" : "own-nudges.owns-nobody");
  return {
    blocks: [
      header(title),
      ...(open.items.length === 0 ? [section(none)] : []),
      ...open.items.flatMap((item) => openNudgeBlocks(item, now, locale)),
      ...(more > 0 ? [context(say("own-nudges.more", { customers: more }))] : []),
      section(`*${say("nudge-settings.title")}*\n${told}`),
      actions("nudge_settings", [button(ACTION.nudgeSettings, say("nudge-settings.change"), "change")]),
    ],
    text: sentences([title, ...(open.items.length === 0 ? [none] : [spoken(open.items, locale)]), told], say),
  };
}

/** An open nudge with the ways to answer it; two blocks. */
export function openNudgeBlocks(item: OpenNudge, now: Date, locale: Locale): KnownBlock[] {
  const say = sayIn(locale);
  const { customerId, suggestionKey, name, reason, action, madeAt } = item;
  const value = encodeButton({ customerId, suggestionKey, shownAt: now });
  // A snooze settles whatever is open about the customer, so it needs to name no nudge.
  const customer = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  const row = [
    button(ACTION.openNudgeReachedOut, say("nudge.reached-out"), value, "primary"),
    button(ACTION.card, say("nudge.card"), customer),
    button(ACTION.nudgeSnooze, say("nudge.snooze"), customer),
    button(ACTION.openNudgeNotUseful, say("nudge.not-useful"), value),
  ];
  return [
    section(
      [
        `*${escapeMrkdwn(name, NAME_LENGTH)}* · ${say("own-nudges.since", { ago: ago(madeAt, now, locale) })}`,
        say("nudge.why", { reason: escapeMrkdwn(textOf(reason, locale), SENTENCE_LENGTH) }),
        say("nudge.next", { action: escapeMrkdwn(textOf(action, locale), SENTENCE_LENGTH) }),
      ].join("\n"),
    ),
    actions(
      suggestionKey,
      row.map((one) => about(name, one)),
    ),
  ];
}

const spoken = (items: readonly OpenNudge[], locale: Locale): string =>
  items
    .map(({ name, reason, action }) =>
      sayIn(locale)("nudge.text.open", {
        name: escapeMrkdwn(name, SPOKEN_LENGTH),
        reason: escapeMrkdwn(textOf(reason, locale), SPOKEN_LENGTH),
        action: escapeMrkdwn(textOf(action, locale), SPOKEN_LENGTH),
      }),
    )
    .join("; ");
