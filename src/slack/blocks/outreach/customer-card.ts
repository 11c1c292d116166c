import type { KnownBlock } from "@slack/types";
import type { Member } from "../../../domain/customer.ts";
import type { CustomerCard } from "../../../domain/outreach/customer-card.ts";
import { phrase } from "../../../domain/phrase.ts";
import { type Locale, localeOf } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { type CustomerButton, encodeButton } from "../button-value.ts";
import { about, actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { leverLine, riskAtAGlance } from "../risk/risk-words.ts";
import { ago, shortDate, shortDay } from "../words.ts";

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

/** How a member reads. */
export const asReadBy = ({ timeZone, locale }: Pick<Member, "timeZone" | "locale">) => ({
  timeZone,
  locale: localeOf(locale ?? null),
});

const NAME_LENGTH = 300;

export function customerCardMessage(view: CardView): SlackMessage {
  const { card, notice } = view;
  const say = sayIn(view.locale);
  const blocks: KnownBlock[] = [
    ...(notice === undefined ? [] : [context(notice)]),
    header(card.name),
    context(identity(card, say)),
    context(worth(view, say)),
    section(riskText(view)),
    section(adviceText(view, say)),
    ...reasonsText(view, say).map(section),
    fields(figures(view, say)),
    buttons(view, say),
    context(freshness(view, say)),
  ];
  return { blocks, text: customerCardText(view) };
}

/** "Acme Corp: 62 % risk of no purchase in 90 days. Call about the renewal." */
export function customerCardText({ card, shownAt, timeZone, locale }: CardView): string {
  const risk = riskAtAGlance(card, { now: shownAt, timeZone, locale }).replaceAll("*", "");
  const next = card.advice.kind === "act" ? ` ${escapeMrkdwn(textOf(card.advice.action, locale), 200)}.` : "";
  return `${escapeMrkdwn(card.name, NAME_LENGTH)}: ${risk}.${next}`;
}

function identity(card: CustomerCard, say: Say): string {
  const owner =
    card.ownerName === null
      ? say("card.no-owner")
      : say(card.ownerHasLeft ? "card.owner.left" : "card.owner", {
          name: escapeMrkdwn(card.ownerName, NAME_LENGTH),
        });
  const segment = card.segment === null ? [] : [escapeMrkdwn(card.segment, NAME_LENGTH)];
  return [escapeMrkdwn(card.externalId, NAME_LENGTH), ...segment, owner].join(" · ");
}

/** How sure the figure is and which model gave it stand in Why; that it is old stands here. */
function riskText({ card, shownAt, timeZone, locale }: CardView): string {
  const stale = card.risk.kind === "scored" && card.risk.stale ? [`_${sayIn(locale)("risk.stale")}_`] : [];
  return [riskAtAGlance(card, { now: shownAt, timeZone, locale }), ...stale].join("\n");
}

/** "€2,500 a month · €9,000 in 12 months · renews 20 Jan 2027". */
function worth({ card, shownAt, locale }: CardView, say: Say): string {
  const renews =
    card.renewsOn === null ? [] : [say("card.renews-on", { day: shortDay(card.renewsOn, shownAt, locale) })];
  return [...value(card, say, locale), ...renews].join(" · ");
}

function value({ value, hasContract }: CustomerCard, say: Say, locale: Locale): string[] {
  if (value.kind === "hidden") return [say("card.value.not-your-account")];
  const revenue = value.revenue12Months.map((money) => moneyText(money, locale, "brief")).join(" + ");
  const monthly = value.monthlyRevenue;
  const contract = monthly === null ? [] : [say("card.a-month", { amount: { ...monthly, digits: "brief" } })];
  if (revenue === "" && monthly !== null && hasContract) return contract;
  return [...contract, revenue === "" ? say("card.no-revenue") : say("card.a-year", { amount: revenue })];
}

type Figure = readonly [label: string, value: string];

function figures(view: CardView, say: Say): Figure[] {
  const { card, shownAt, timeZone, locale } = view;
  const bought =
    card.lastPurchaseAt === null
      ? say("card.none-on-record")
      : shortDate(card.lastPurchaseAt, timeZone, shownAt, locale);
  const lastPurchase: Figure[] =
    card.lastPurchaseAt === null && card.hasContract ? [] : [[say("card.last-purchase"), bought]];
  const ticket: Figure[] =
    card.openTicket === null ? [] : [[say("card.open-ticket"), openTicket(card.openTicket, view, say)]];
  return [[say("card.last-contact"), lastContact(view, say)], ...ticket, ...lastPurchase];
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

function reasonsText({ card, locale }: CardView, say: Say): string[] {
  const { reasons, unexplained, risk } = card;
  const heading = `*${say("card.because")}*`;
  if (unexplained !== null && risk.kind === "scored")
    return [`${heading}\n${escapeMrkdwn(textOf(unexplained, locale), 500)}`];
  if (reasons.length === 0) return [];
  return [[heading, ...reasons.map((reason) => `• ${escapeMrkdwn(textOf(reason, locale), 500)}`)].join("\n")];
}

/** What to do, with whom, and what it may bring: all one needs to act. */
function adviceText({ card, shownAt, timeZone, locale }: CardView, say: Say): string {
  const { advice, snooze, contact, lever, risk } = card;
  if (snooze !== null) {
    const until = shortDate(snooze.until, timeZone, shownAt, locale);
    if (snooze.byName === null) return say("card.snoozed", { until });
    return say("card.snoozed-by", { until, name: escapeMrkdwn(snooze.byName, NAME_LENGTH) });
  }
  if (advice.kind === "nothing")
    return say("card.nothing-to-do", { because: escapeMrkdwn(textOf(advice.because, locale), 500) });
  const action = escapeMrkdwn(textOf(advice.action, locale), 500);
  if (advice.kind === "wait") {
    const until = shortDay(advice.until, shownAt, locale);
    return say("card.wait", { action, until, days: advice.contacted });
  }
  return [
    say("card.do-now", { action }),
    ...(contact === null ? [] : [say("card.with", { who: reachable(contact) })]),
    escapeMrkdwn(textOf(advice.reason, locale), 1000),
    ...(lever === null || risk.kind !== "scored" ? [] : [leverLine(lever, risk, locale)]),
  ].join("\n");
}

/** "Jane Doe (Buyer), +49 30 2312599, jane@acme.com". */
export function reachable({ name, role, phone, email }: NonNullable<CustomerCard["contact"]>): string {
  const named = role === null ? name : `${name} (${role})`;
  return [named, phone, email].flatMap((part) => (part === null ? [] : [escapeMrkdwn(part, 200)])).join(", ");
}

function freshness({ card, shownAt, sharedBy, locale }: CardView, say: Say): string {
  const data =
    card.dataUpTo === null
      ? phrase("card.no-activity")
      : phrase("card.data", { day: shortDay(card.dataUpTo.day, shownAt, locale) });
  const scored =
    "scoredAt" in card.risk
      ? say("card.scored", { ago: ago(card.risk.scoredAt, shownAt, locale), data })
      : textOf(data, locale);
  if (sharedBy === undefined) return scored;
  return `${say("card.shared-by", { who: `<@${plainLine(sharedBy, 30)}>` })} · ${scored}`;
}

function buttons({ card, suggestionKey, shownAt, sharedBy }: CardView, say: Say): KnownBlock {
  const carried: CustomerButton = { customerId: card.customerId, suggestionKey, shownAt };
  const value = encodeButton(sharedBy === undefined ? carried : { ...carried, sharedBy });
  const share = sharedBy === undefined ? [button(ACTION.share, say("card.share"), value)] : [];
  const cost =
    sharedBy === undefined && card.value.kind === "shown"
      ? [button(ACTION.cost, say("card.cost"), value)]
      : [];
  const shown = [
    button(ACTION.logTouch, say("touch.log"), value, "primary"),
    button(ACTION.snooze, say("card.snooze"), value),
    ...(card.snooze === null ? [] : [button(ACTION.cardEndSnooze, say("card.end-snooze"), value)]),
    button(ACTION.why, say("card.why"), value),
    ...cost,
    ...share,
  ];
  return actions(
    "customer_card",
    shown.map((one) => about(card.name, one)),
  );
}
