import type { KnownBlock } from "@slack/types";
import type { UndeliveredAlertMessage } from "../../../domain/messages/messages.ts";
import { UNDELIVERED_DAYS } from "../../../domain/outreach/undelivered.ts";
import { sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { undeliveredLine } from "../outreach/undelivered.ts";

/** One line: what did not arrive, for whom, why, and what to do. */
export function undeliveredAlertBlocks(message: UndeliveredAlertMessage, locale: Locale): KnownBlock[] {
  return [section(undeliveredAlertText(message, locale))];
}

/** The same for notifications and screen readers. */
export function undeliveredAlertText(message: UndeliveredAlertMessage, locale: Locale): string {
  const say = sayIn(locale);
  const { key } = message;
  const told = [
    undeliveredLine(message, locale),
    ...(key === undefined ? [] : [say("undelivered.send-again", { key: escapeMrkdwn(key, KEY_LENGTH) })]),
    say("undelivered.where-all", { days: UNDELIVERED_DAYS }),
  ];
  return sentences(told, say);
}

/** Longer than any key is. */
const KEY_LENGTH = 300;
