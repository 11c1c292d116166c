import type { CustomerCard } from "../../../domain/outreach/customer-card.ts";
import { phrase } from "../../../domain/phrase.ts";
import { bracketed, commaList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import type { Say } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { bars } from "../bars.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { ago, shortDate, shortDay } from "../words.ts";
import { mentionFigure } from "./card-mention.ts";
import { crmLinkText } from "./crm-link.ts";
import { unhappyText } from "./unhappy-text.ts";

/** A card and how it is shown. */
export type CardView = {
  readonly card: CustomerCard;
  readonly suggestionKey: string | null;
  readonly shownAt: Date;
  /** The reader's; of a shared card the sharer's. */
  readonly timeZone: string;
  /** In which language: the reader's, of a shared card the sharer's. */
  readonly locale: Locale;
  /** One line above the card, our own words in mrkdwn, e.g. what the last click did. */
  readonly notice?: string;
  /** Slack user who showed the card to the channel. */
  readonly sharedBy?: string;
};

export const NAME_LENGTH = 300;

export function identity(card: CustomerCard, say: Say): string {
  const owner =
    card.ownerName === null
      ? say("card.no-owner")
      : say(card.ownerHasLeft ? "card.owner.left" : "card.owner", {
          name: escapeMrkdwn(card.ownerName, NAME_LENGTH),
        });
  const segment = card.segment === null ? [] : [escapeMrkdwn(card.segment, NAME_LENGTH)];
  const crm = crmLinkText(card.crm, say);
  const unnamed = card.isUnnamed ? [say("card.known-from-activities")] : [];
  return [escapeMrkdwn(card.externalId, NAME_LENGTH), ...segment, owner, ...crm, ...unnamed].join(" · ");
}

/** "*Value tier Top* · €2,500 a month · €9,000 in 12 months · renews 20 Jan 2027". */
export function worth({ card, shownAt, locale }: CardView, say: Say): string {
  const renews =
    card.renewsOn === null || card.ending !== null
      ? []
      : [say("card.renews-on", { day: shortDay(card.renewsOn, shownAt, locale) })];
  const tier = card.tier === null ? [] : [`*${say("card.tier-first", { tier: tierName(card.tier) })}*`];
  return [...tier, ...value(card, say, locale), ...renews].join(" · ");
}

const tierName = (tier: NonNullable<CustomerCard["tier"]>) => phrase(`segment.value-tier.${tier}.name`);

function value({ value, hasContract, ending }: CustomerCard, say: Say, locale: Locale): string[] {
  if (value.kind === "hidden") return [say("card.value.not-your-account")];
  const revenue = value.revenue12Months.map((money) => moneyText(money, locale, "brief")).join(" + ");
  const monthly = value.monthlyRevenue;
  const aMonth = ending === null ? "card.a-month" : "card.a-month.ended";
  const contract = monthly === null ? [] : [say(aMonth, { amount: { ...monthly, digits: "brief" } })];
  if (revenue === "" && monthly !== null && hasContract) return contract;
  return [...contract, revenue === "" ? say("card.no-revenue") : say("card.a-year", { amount: revenue })];
}

/** "Gold, 1,240 points, 300 expire after 31 Dec 2026"; nothing where there is neither. */
export function loyaltyText({ loyalty }: CustomerCard, say: Say): string[] {
  if (loyalty === null) return [];
  const { balance: points, expiresNext, tier } = loyalty;
  const expire =
    expiresNext === null
      ? []
      : [say("loyalty.card.expire", { points: expiresNext.points, day: { day: expiresNext.day } })];
  const name = tier === null ? [] : [escapeMrkdwn(tier, NAME_LENGTH)];
  return [commaList([...name, say("loyalty.card", { points }), ...expire], say)];
}

type Figure = readonly [label: string, value: string];

export function figures(view: CardView, say: Say): Figure[] {
  const { card, shownAt, timeZone, locale } = view;
  const bought =
    card.lastPurchaseAt === null
      ? say("card.none-on-record")
      : shortDate(card.lastPurchaseAt, timeZone, shownAt, locale);
  const lastPurchase: Figure[] =
    card.lastPurchaseAt === null && card.hasContract ? [] : [[say("card.last-purchase"), bought]];
  const ticket: Figure[] =
    card.openTicket === null ? [] : [[say("card.open-ticket"), openTicket(card.openTicket, view, say)]];
  const unhappy: Figure[] =
    card.unhappyAnswer === null
      ? []
      : [[say("card.unhappy-answer"), unhappyText(card.unhappyAnswer, shownAt, say)]];
  const usage: Figure[] = card.usage === null ? [] : [[say("card.usage"), usageText(card.usage, say)]];
  return [
    [say("card.last-contact"), lastContact(view, say)],
    ...ticket,
    ...unhappy,
    ...mentionFigure(card.openMention, view, say),
    ...lastPurchase,
    ...usage,
  ];
}

const wayOf = (percent: number) => (percent === 0 ? "same" : percent > 0 ? "up" : "down");

/** "▇▆▆▅▃▂▂▂" and below it "932 → 477 in a month, down by 49 %". */
function usageText({ weeks, before, now, percent }: NonNullable<CustomerCard["usage"]>, say: Say): string {
  const change =
    percent === null
      ? phrase("card.usage.from-nothing")
      : phrase("card.usage.change", { percent: Math.abs(percent), way: wayOf(percent) });
  return `${bars(weeks, Math.max(...weeks))}\n${say("card.usage.month", { before, now, change })}`;
}

function openTicket(
  { reference, subject, openedAt }: NonNullable<CustomerCard["openTicket"]>,
  { shownAt, timeZone, locale }: CardView,
  say: Say,
): string {
  const since = shortDate(openedAt, timeZone, shownAt, locale);
  const about = { reference: escapeMrkdwn(reference, 100), subject: escapeMrkdwn(subject, 200), since };
  return say("card.ticket", about);
}

function lastContact({ card, shownAt, timeZone, locale }: CardView, say: Say): string {
  const touch = card.lastTouch;
  if (touch === null) return say("card.none-on-record");
  const day = shortDate(touch.at, timeZone, shownAt, locale);
  const when =
    touch.memberName === null
      ? day
      : say("card.touched-by", { day, name: escapeMrkdwn(touch.memberName, NAME_LENGTH) });
  const channel = phrase(`touch.channel.${touch.channel}`);
  return `${when}\n${say("card.touch", { channel, outcome: phrase(`touch.came-of-it.${touch.outcome}`) })}`;
}

/** "Jane Doe (Buyer), +49 30 2312599, jane@acme.com". */
export function reachable(
  { name, role, phone, email }: NonNullable<CustomerCard["contact"]>,
  say: Say,
): string {
  const named = role === null ? name : bracketed(name, role, say);
  const known = [named, phone, email].flatMap((part) => (part === null ? [] : [escapeMrkdwn(part, 200)]));
  return commaList(known, say);
}

export function freshness({ card, shownAt, sharedBy, locale }: CardView, say: Say): string {
  const data =
    card.dataUpTo === null
      ? phrase("card.no-activity")
      : phrase("card.data", { day: shortDay(card.dataUpTo.day, shownAt, locale) });
  const scored =
    "scoredAt" in card.risk
      ? say("card.scored", { ago: ago(card.risk.scoredAt, shownAt, locale), data })
      : textOf(data, locale);
  const told =
    card.joinedFrom.length === 0
      ? scored
      : `${scored} · ${say("card.joined-from", { systems: systemsOf(card) })}`;
  if (sharedBy === undefined) return told;
  return `${say("card.shared-by", { who: `<@${plainLine(sharedBy, 30)}>` })} · ${told}`;
}

const systemsOf = ({ joinedFrom }: CustomerCard) =>
  joinedFrom.map((system) => escapeMrkdwn(system, 60)).join(" + ");
