import type { KnownBlock } from "@slack/types";
import type { Ending } from "../../../domain/outreach/ending.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import { semicolonList } from "../../../words/joined.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { percentPhrase } from "../risk/risk-words.ts";
import { shortDate, shortDay } from "../words.ts";
import { type CardView, reachable } from "./card-facts.ts";

/** What stands on the card of a customer who has left: when, what is left to do, and why as far as it is known. */
export function endingBlocks(ending: Ending, view: CardView): KnownBlock[] {
  const { why, lastRisk } = ending;
  const lines = [
    `*${sayIn(view.locale)("card.ended.why")}*`,
    ...why.map((one) => bullet(one, view)),
    ...(lastRisk === null
      ? []
      : [lastRiskText(lastRisk, view), ...lastRisk.reasons.map((one) => bullet(one, view))]),
  ];
  return [
    section(endedText(ending, view)),
    section(nextLines(ending, view).join("\n")),
    section(lines.join("\n")),
  ];
}

/** The same as lines to be read aloud. */
export function endingLines(ending: Ending, view: CardView): string[] {
  const why = semicolonList(
    ending.why.map((one) => written(one, view)),
    sayIn(view.locale),
  );
  return [
    endedText(ending, view),
    ...nextLines(ending, view),
    sayIn(view.locale)("card.ended.because", { why }),
  ];
}

function endedText({ on, daysAgo }: Ending, { card, shownAt, locale }: CardView): string {
  const day = shortDay(on, shownAt, locale);
  return sayIn(locale)(card.hasContract ? "card.ended.contract" : "card.ended.customer", {
    day,
    days: daysAgo,
  });
}

function nextLines({ advice }: Ending, view: CardView): string[] {
  const say = sayIn(view.locale);
  const { contact } = view.card;
  if (advice.kind === "nothing")
    return [say("card.nothing-to-do", { because: written(advice.because, view) })];
  return [
    say("card.do-now", { action: written(advice.action, view) }),
    ...(contact === null ? [] : [say("card.with", { who: reachable(contact, say) })]),
    written(advice.reason, view),
  ];
}

function lastRiskText(
  { probability, at, reasons }: NonNullable<Ending["lastRisk"]>,
  { shownAt, timeZone, locale }: CardView,
): string {
  const told = { risk: percentPhrase(probability), day: shortDate(at, timeZone, shownAt, locale) };
  return sayIn(locale)("card.ended.last-risk", { ...told, reasons: reasons.length });
}

const bullet = (one: Phrase, view: CardView) => `• ${written(one, view)}`;
const written = (one: Phrase, { locale }: CardView) => escapeMrkdwn(textOf(one, locale), 500);
