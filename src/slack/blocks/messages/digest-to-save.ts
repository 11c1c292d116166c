import type { KnownBlock } from "@slack/types";
import type { DigestMessage } from "../../../domain/messages/messages.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { actions, section } from "../elements.ts";
import { atRiskLines, cardAndWhy } from "../outreach/at-risk.ts";

/** The few to save this week, each with what to do and two buttons; nobody is left to search a list. */
export function toSaveBlocks({ toSave, toDay, timeZone }: DigestMessage, locale: Locale): KnownBlock[] {
  if (toSave === undefined) return [];
  const say = sayIn(locale);
  if (toSave.top.length === 0) return toSave.count === 0 ? [section(say("digest.to-save.nobody"))] : [];
  // Of the message's own day: it is read in that week, and only the year of a date hangs on it.
  const now = new Date(`${toDay}T12:00:00Z`);
  const more = toSave.count - toSave.top.length;
  return [
    section(`*${say("digest.to-save", { customers: toSave.top.length })}*`),
    ...toSave.top.flatMap((customer) => [
      section(atRiskLines(customer, { now, timeZone, locale })),
      actions(`to_save:${customer.customerId}`, cardAndWhy(customer, now, say)),
    ]),
    ...(more > 0 ? [section(say("digest.to-save.more", { customers: more }))] : []),
  ];
}
