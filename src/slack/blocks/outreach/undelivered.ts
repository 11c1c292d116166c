import type { Button, KnownBlock } from "@slack/types";
import { UNDELIVERED_ON_HOME } from "../../../domain/outreach/home.ts";
import { HOME_AT_FIRST, type HomeState, pageOn } from "../../../domain/outreach/home-state.ts";
import { pageWithin } from "../../../domain/outreach/page-of-first.ts";
import type { Undelivered, UndeliveredList } from "../../../domain/outreach/undelivered.ts";
import { UNDELIVERED_DAYS } from "../../../domain/outreach/undelivered.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { about, button, header, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { dateToken } from "../report-parts.ts";
import { homePager } from "./home-pages.ts";

const NAME_LENGTH = 80;
/** Of a button's value; Slack's limit. */
const VALUE_LENGTH = 2000;
const BECAUSE_LENGTH = 500;

/** "*Nudge for Ana* did not arrive: the channel is archived. Unarchive it, or choose another." */
export function undeliveredLine(
  { what, recipient, recipientName, because, at }: Undelivered,
  locale: Locale,
): string {
  const say = sayIn(locale);
  const whom = recipientName === null ? mentioned(recipient) : escapeMrkdwn(recipientName, NAME_LENGTH);
  const told = escapeMrkdwn(textOf(because, locale), BECAUSE_LENGTH);
  return say(at === null ? "undelivered.impossible" : "undelivered.failed", {
    // A choice in the words has no hyphen in its name.
    what: what.replaceAll("-", "_"),
    whom,
    because: told,
  });
}

/** Slack shows a channel's name for its id; whatever an id may be, it is no markup of its own. */
function mentioned(recipient: string): string {
  const id = plainLine(recipient, 30);
  if (!/^[A-Z0-9]+$/.test(id)) return escapeMrkdwn(id, NAME_LENGTH);
  return /^[UW]/.test(id) ? `<@${id}>` : `<#${id}>`;
}

/** For what failed and was kept: what is still tried, or was never kept, cannot be sent again. */
function resendButton({ key, at, recipient, recipientName }: Undelivered, say: Say): { accessory?: Button } {
  if (key === undefined || at === null || key.length > VALUE_LENGTH) return {};
  const resend = button(ACTION.resendMessage, say("undelivered.resend"), key);
  return { accessory: about(recipientName ?? recipient, resend) };
}

/** The message whose button was pressed; null for a value that no such button has. */
export const decodeMessageKey = (value: string | undefined): string | null =>
  value !== undefined && value !== "" && value.length <= VALUE_LENGTH ? value : null;

/** What did not arrive lately, for Home; nothing where everything did. */
export function undeliveredBlocks(
  list: UndeliveredList | null,
  locale: Locale,
  state: HomeState = HOME_AT_FIRST,
): KnownBlock[] {
  if (list === null || list.inAll === 0) return [];
  const say = sayIn(locale);
  const turned = pageWithin(list.inAll, pageOn(state, "undelivered"), UNDELIVERED_ON_HOME);
  return [
    header(say("undelivered.title", { days: UNDELIVERED_DAYS })),
    ...list.items.map((one) => {
      const when = one.at === null ? "" : ` (${dateToken(one.at, locale)})`;
      return { ...section(`${undeliveredLine(one, locale)}${when}`), ...resendButton(one, say) };
    }),
    ...homePager("undelivered", turned, say),
  ];
}
