import type { KnownBlock } from "@slack/types";
import type { Member } from "../../../domain/customer.ts";
import { formatMoney } from "../../../domain/money.ts";
import type { CustomerCard } from "../../../domain/outreach/customer-card.ts";
import { type Locale, localeOf } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { type CustomerButton, encodeButton } from "../button-value.ts";
import { actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";
import { leverPromise, riskNotes, riskSentence, spokenRiskSentence } from "../risk/risk-words.ts";
import { ago, CHANNEL_WORDS, OUTCOME_WORDS, shortDate, shortDay } from "../words.ts";

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
  const blocks: KnownBlock[] = [
    ...(notice === undefined ? [] : [context(notice)]),
    header(card.name),
    context(identity(card)),
    section(riskText(view)),
    fields(figures(view)),
    ...reasonsText(view).map(section),
    ...leverText(view),
    section(adviceText(view)),
    context(freshness(view)),
    buttons(view),
  ];
  return { blocks, text: customerCardText(view) };
}

/** "Acme Corp: 62 % (54 to 70) risk of no purchase in 90 days. Call about the renewal." */
export function customerCardText({ card, shownAt, timeZone, locale }: CardView): string {
  const risk = spokenRiskSentence(card, { now: shownAt, timeZone, locale });
  const next = card.advice.kind === "act" ? ` ${escapeMrkdwn(textOf(card.advice.action, locale), 200)}.` : "";
  return `${escapeMrkdwn(card.name, NAME_LENGTH)}: ${risk}.${next}`;
}

function identity(card: CustomerCard): string {
  const owner = card.ownerName === null ? "no owner" : `owner ${escapeMrkdwn(card.ownerName, NAME_LENGTH)}`;
  const segment = card.segment === null ? [] : [escapeMrkdwn(card.segment, NAME_LENGTH)];
  return [escapeMrkdwn(card.externalId, NAME_LENGTH), ...segment, owner].join(" · ");
}

function riskText({ card, shownAt, timeZone, locale }: CardView): string {
  const notes = riskNotes(card.risk, locale).map((note) => `_${note}_`);
  return [riskSentence(card, { now: shownAt, timeZone, locale }), ...notes].join("\n");
}

function figures(view: CardView): Array<readonly [string, string]> {
  const { card, shownAt, timeZone } = view;
  const bought =
    card.lastPurchaseAt === null ? "none on record" : shortDate(card.lastPurchaseAt, timeZone, shownAt);
  return [
    ...valueFigures(card),
    ...(card.renewsOn === null ? [] : [["Renews", shortDay(card.renewsOn, shownAt)] as const]),
    ...(card.lastPurchaseAt === null && card.hasContract ? [] : [["Last purchase", bought] as const]),
    ["Last contact", lastContact(view)],
  ];
}

function valueFigures({ value, hasContract }: CustomerCard): Array<readonly [string, string]> {
  if (value.kind === "hidden") {
    const why =
      value.because === "shared-channel"
        ? "not shown where other organisations read"
        : "shown to the owner and to managers";
    return [["Value", why]];
  }
  const revenue = value.revenue12Months.map((money) => formatMoney(money, "brief")).join(" + ");
  const yearly = ["Revenue, last 12 months", revenue === "" ? "none" : revenue] as const;
  if (value.monthlyRevenue === null) return [yearly];
  const monthly = ["Contract, per month", formatMoney(value.monthlyRevenue, "brief")] as const;
  return revenue === "" && hasContract ? [monthly] : [monthly, yearly];
}

function lastContact({ card, shownAt, timeZone }: CardView): string {
  const touch = card.lastTouch;
  if (touch === null) return "none on record";
  const who = touch.memberName === null ? "" : ` by ${escapeMrkdwn(touch.memberName, NAME_LENGTH)}`;
  const how = `${CHANNEL_WORDS[touch.channel]}, ${OUTCOME_WORDS[touch.outcome].toLowerCase()}`;
  return `${shortDate(touch.at, timeZone, shownAt)}${who}\n${how}`;
}

function reasonsText({ card, locale }: CardView): string[] {
  const { reasons, unexplained, risk } = card;
  if (unexplained !== null && risk.kind === "scored")
    return [`*Why*\n${escapeMrkdwn(textOf(unexplained, locale), 500)}`];
  if (reasons.length === 0) return [];
  return [["*Why*", ...reasons.map((reason) => `• ${escapeMrkdwn(textOf(reason, locale), 500)}`)].join("\n")];
}

function leverText({ card: { lever, risk }, locale }: CardView): KnownBlock[] {
  if (lever === null || risk.kind !== "scored") return [];
  return [section(leverPromise(lever, risk, locale))];
}

function adviceText({ card, shownAt, timeZone, locale }: CardView): string {
  const { advice, snooze } = card;
  if (snooze !== null) {
    const by = snooze.byName === null ? "" : ` by ${escapeMrkdwn(snooze.byName, NAME_LENGTH)}`;
    return `*Snoozed* until ${shortDate(snooze.until, timeZone, shownAt)}${by}: no suggestions until then.`;
  }
  if (advice.kind === "nothing")
    return `*Nothing to do now.* ${escapeMrkdwn(textOf(advice.because, locale), 500)}`;
  const [action, reason] = [textOf(advice.action, locale), textOf(advice.reason, locale)];
  return `*Suggested:* ${escapeMrkdwn(action, 500)}\n${escapeMrkdwn(reason, 1000)}`;
}

function freshness({ card, shownAt, sharedBy }: CardView): string {
  const data =
    card.dataUpTo === null ? "no activity yet" : `data up to ${shortDay(card.dataUpTo.day, shownAt)}`;
  const scored = "scoredAt" in card.risk ? `scored ${ago(card.risk.scoredAt, shownAt)} from ${data}` : data;
  return sharedBy === undefined ? scored : `Shared by <@${plainLine(sharedBy, 30)}> · ${scored}`;
}

function buttons({ card, suggestionKey, shownAt, sharedBy }: CardView): KnownBlock {
  const carried: CustomerButton = { customerId: card.customerId, suggestionKey, shownAt };
  const value = encodeButton(sharedBy === undefined ? carried : { ...carried, sharedBy });
  const share = sharedBy === undefined ? [button(ACTION.share, "Share to channel", value)] : [];
  const cost =
    sharedBy === undefined && card.value.kind === "shown" ? [button(ACTION.cost, "Cost", value)] : [];
  return actions("customer_card", [
    button(ACTION.logTouch, "Log a touch", value, "primary"),
    button(ACTION.snooze, "Snooze", value),
    button(ACTION.why, "Why", value),
    ...cost,
    ...share,
  ]);
}
