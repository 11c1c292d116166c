import type { KnownBlock } from "@slack/types";
import type { UndeliveredAlertMessage } from "../../../domain/messages/messages.ts";
import { UNDELIVERED_DAYS } from "../../../domain/outreach/undelivered.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { section } from "../elements.ts";
import { undeliveredLine } from "../outreach/undelivered.ts";

/** One line: what did not arrive, for whom, why, and what to do. */
export function undeliveredAlertBlocks(message: UndeliveredAlertMessage, locale: Locale): KnownBlock[] {
  return [section(undeliveredAlertText(message, locale))];
}

/** The same for notifications and screen readers. */
export function undeliveredAlertText(message: UndeliveredAlertMessage, locale: Locale): string {
  const whereAll = sayIn(locale)("undelivered.where-all", { days: UNDELIVERED_DAYS });
  return `${undeliveredLine(message, locale)} ${whereAll}`;
}
