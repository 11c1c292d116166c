import type { DigestMessage, RiskChange } from "../../../domain/messages/messages.ts";
import { phrase } from "../../../domain/phrase.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { escapeMrkdwn } from "../escape.ts";
import { percentPhrase, percentWithin } from "../risk/risk-words.ts";

const NAME_LENGTH = 80;
const REASON_LENGTH = 120;

/** Who moved this week and why; a quiet week says so. */
export function movers(message: DigestMessage, locale: Locale): string[] {
  const say = sayIn(locale);
  const { customersAtRisk, newlyHigh, risers, fallers } = message;
  const more = newlyHigh.count - newlyHigh.top.length;
  const texts = [
    list(say("digest.newly-high", { customers: newlyHigh.count }), newlyHigh.top, more, locale),
    list(say("digest.risers"), risers, 0, locale),
    list(say("digest.fallers"), fallers, 0, locale),
  ].filter((text) => text !== null);
  return texts.length > 0 ? texts : [quietWeek(customersAtRisk, say)];
}

/** Who at high risk has nobody to be nudged about them, by name where it is known who there is. */
export function withoutOwner(
  { highWithoutOwner, needOwner = [] }: DigestMessage,
  say: Say,
  locale: Locale,
): string | null {
  if (highWithoutOwner === 0) return null;
  const named = needOwner.map(({ name, because }) => {
    const customer = `*${escapeMrkdwn(name, NAME_LENGTH)}*`;
    return `• ${say("owner-gap.customer", { customer, because: escapeMrkdwn(textOf(because, locale), REASON_LENGTH) })}`;
  });
  const more = named.length === 0 ? 0 : highWithoutOwner - named.length;
  const rest = more > 0 ? [say("digest.more", { customers: more })] : [];
  return [say("digest.no-owner", { customers: highWithoutOwner }), ...named, ...rest].join("\n");
}

function quietWeek({ high, medium, low }: DigestMessage["customersAtRisk"], say: Say): string {
  return say(high + medium + low > 0 ? "digest.quiet" : "digest.nobody-scored");
}

function list(heading: string, changes: readonly RiskChange[], more: number, locale: Locale): string | null {
  if (changes.length === 0) return null;
  const rest = more > 0 ? [sayIn(locale)("digest.more", { customers: more })] : [];
  return [`*${heading}*`, ...changes.map((change) => changeLine(change, locale)), ...rest].join("\n");
}

const changeLine = (change: RiskChange, locale: Locale): string => `• ${changeText(change, locale)}`;

/** "*Acme* 41 % → 62 %: usage down 49 %". */
export function changeText(change: RiskChange, locale: Locale): string {
  const { name, previousProbability, reason } = change;
  const before =
    previousProbability === null ? phrase("digest.unscored") : percentPhrase(previousProbability);
  const moved = sayIn(locale)("digest.moved", { before, after: percentWithin(change, locale) });
  const why = reason === null ? "" : `: ${escapeMrkdwn(textOf(reason, locale), REASON_LENGTH)}`;
  return `*${escapeMrkdwn(name, NAME_LENGTH)}* ${moved}${why}`;
}
