import type { CustomerCard } from "../../../domain/outreach/customer-card.ts";
import type { Locale } from "../../../words/locale.ts";
import type { Say } from "../../../words/say.ts";
import { escapeMrkdwn } from "../escape.ts";
import { ago } from "../words.ts";
import { authorText } from "./mentions.ts";

/** Shorter than on the list: a card is read in seconds. */
const QUOTE_LENGTH = 120;

/** "Complaint in public" and below it who said what, where and when; nothing where none waits. */
export function mentionFigure(
  mention: CustomerCard["openMention"],
  { shownAt, locale }: { readonly shownAt: Date; readonly locale: Locale },
  say: Say,
): Array<readonly [label: string, value: string]> {
  if (mention === null) return [];
  const said = say("card.mention.said", {
    quote: say("mentions.quote", { text: escapeMrkdwn(mention.text, QUOTE_LENGTH) }),
    by: authorText(mention, say),
    ago: ago(mention.at, shownAt, locale),
  });
  return [[say("card.mention"), said]];
}
