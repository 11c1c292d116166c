import type { SectionBlock } from "@slack/types";
import type { CustomerMatch } from "../../../domain/customers/customer-search.ts";
import { phrase } from "../../../domain/phrase.ts";
import { bracketed, commaList, semicolonList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, button, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";

type Reading = { readonly now: Date; readonly locale: Locale };

/** What a choice does, and what its button carries. */
export type Chooses = { readonly actionId: string; value(match: CustomerMatch): string };

/** Each customer with what tells it from its namesakes, and a button: it opens the card where nothing else is said. */
export function choiceBlocks(
  matches: readonly CustomerMatch[],
  { now, locale }: Reading,
  { actionId, value }: Chooses = opensCard(now),
): SectionBlock[] {
  const say = sayIn(locale);
  return matches.map((match, place) => {
    const open = button(`${actionId}:${place}`, say("look-up.open"), value(match));
    const known = marksOf(match, say).join(" · ");
    const name = `*${escapeMrkdwn(match.name, 300)}* (${numberOf(match)})`;
    return {
      ...section(known === "" ? name : `${name}\n${known}`),
      accessory: about(`${match.name} (${match.domain ?? match.externalId})`, open),
    };
  });
}

const opensCard = (now: Date): Chooses => ({
  actionId: ACTION.choose,
  value: ({ id }) => encodeButton({ customerId: id, suggestionKey: null, shownAt: now }),
});

/** The same in a line, for notifications and screen readers: "Acme (acme.com, Berlin, owner Ana); Acme (C-7)". */
export function choiceText(matches: readonly CustomerMatch[], locale: Locale): string {
  const say = sayIn(locale);
  const told = matches.map((match) =>
    bracketed(escapeMrkdwn(match.name, 100), commaList([numberOf(match), ...marksOf(match, say)], say), say),
  );
  return semicolonList(told, say);
}

const numberOf = ({ domain, externalId }: CustomerMatch) => escapeMrkdwn(domain ?? externalId, 100);

/** Town, segment, owner and tier, as far as they are known. */
function marksOf({ town, country, segment, owner, tier }: CustomerMatch, say: Say): string[] {
  const where = commaList(
    [town, country].filter((part) => part !== null),
    say,
  );
  return [
    ...(where === "" ? [] : [escapeMrkdwn(where, 150)]),
    ...(segment === null ? [] : [escapeMrkdwn(segment, 100)]),
    owner === null ? say("card.no-owner") : say("card.owner", { name: escapeMrkdwn(owner, 100) }),
    ...(tier === null ? [] : [say("card.tier", { tier: phrase(`segment.value-tier.${tier}.name`) })]),
  ];
}
