import type { KnownBlock } from "@slack/types";
import type { Member } from "../../../domain/customer.ts";
import { commaList, labelled, semicolonList } from "../../../words/joined.ts";
import { localeOf } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { bars } from "../bars.ts";
import { type CustomerButton, encodeButton } from "../button-value.ts";
import { about, actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { ageNote, leverLine, riskAtAGlance, trendText } from "../risk/risk-words.ts";
import { spoken } from "../spoken.ts";
import { shortDate, shortDay } from "../words.ts";
import {
  type CardView,
  figures,
  freshness,
  identity,
  loyaltyText,
  NAME_LENGTH,
  reachable,
  worth,
} from "./card-facts.ts";
import { knowBetter, standingBlocks, standingLines } from "./card-standing.ts";
import { endingBlocks, endingLines } from "./ended-card.ts";

/** How a member reads. */
export const asReadBy = ({ timeZone, locale }: Pick<Member, "timeZone" | "locale">) => ({
  timeZone,
  locale: localeOf(locale ?? null),
});

/** As many as are read at a glance. */
const PRODUCTS_ON_CARD = 3;

export function customerCardMessage(view: CardView): SlackMessage {
  const { card, notice } = view;
  const say = sayIn(view.locale);
  const blocks: KnownBlock[] = [
    ...(notice === undefined ? [] : [context(notice)]),
    header(card.name),
    context(worth(view, say)),
    context(identity(card, say)),
    ...loyaltyText(card, say).map(context),
    ...(card.ending === null ? present(view, say) : endingBlocks(card.ending, view)),
    fields(figures(view, say)),
    ...nextProducts(view, say),
    buttons(view, say),
    context(freshness(view, say)),
  ];
  return { blocks, text: customerCardText(view) };
}

function present(view: CardView, say: Say): KnownBlock[] {
  return [
    ...standingBlocks(view, say),
    { ...section(riskText(view)), ...knowBetter(view, say) },
    advised(view, say),
    ...reasonsText(view, say).map(section),
  ];
}

/** What to do now, with a text to do it with beside it. */
function advised(view: CardView, say: Say): KnownBlock {
  const { card, suggestionKey, shownAt, sharedBy } = view;
  const text = section(adviceText(view, say));
  if (card.snooze !== null || card.advice.kind !== "act") return text;
  const carried: CustomerButton = { customerId: card.customerId, suggestionKey, shownAt };
  const value = encodeButton(sharedBy === undefined ? carried : { ...carried, sharedBy });
  return { ...text, accessory: about(card.name, button(ACTION.draft, say("draft.button"), value)) };
}

/**
 * What a notification shows and a screen reader reads: "Acme Corp: 62 % risk of no purchase in 90 days. Do now: Call
 * about the renewal. … Because: …".
 */
export function customerCardText(view: CardView): string {
  const { card } = view;
  const say = sayIn(view.locale);
  const told =
    card.ending === null
      ? [...standingLines(view), ...riskLines(view), adviceText(view, say), ...becauseLine(view, say)]
      : endingLines(card.ending, view);
  return labelled(escapeMrkdwn(card.name, NAME_LENGTH), spoken(told, view.locale), say);
}

/** How sure the figure is and which model gave it stand in Why; that it is old stands here. */
export function riskLines({ card, shownAt, timeZone, locale }: CardView): string[] {
  const reading = { now: shownAt, timeZone, locale };
  const note = ageNote(card.risk, reading);
  return [riskAtAGlance(card, reading), ...(note === null ? [] : [`_${note}_`])];
}

function riskText(view: CardView): string {
  const { trend } = view.card;
  const [risk = "", ...notes] = riskLines(view);
  const drawn = trend === null ? [] : [`${bars(trend.values, 1)}  ${trendText(trend, view.locale)}`];
  return [risk, ...drawn, ...notes].join("\n");
}

/** As far as they can be told; why they cannot be where that is so. */
export function reasonsOf({ card, locale }: CardView): string[] {
  const { reasons, unexplained, risk } = card;
  const told = unexplained !== null && risk.kind === "scored" ? [unexplained] : reasons;
  return told.map((reason) => escapeMrkdwn(textOf(reason, locale), 500));
}

function reasonsText(view: CardView, say: Say): string[] {
  const told = reasonsOf(view);
  if (told.length === 0) return [];
  const mark = view.card.unexplained === null ? "• " : "";
  return [[`*${say("card.because")}*`, ...told.map((reason) => `${mark}${reason}`)].join("\n")];
}

function becauseLine(view: CardView, say: Say): string[] {
  const told = reasonsOf(view);
  return told.length === 0 ? [] : [say("card.because-of", { reasons: semicolonList(told, say) })];
}

/** What to do, with whom, and what it may bring: all one needs to act. */
export function adviceText({ card, shownAt, timeZone, locale }: CardView, say: Say): string {
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
    ...(contact === null ? [] : [say("card.with", { who: reachable(contact, say) })]),
    escapeMrkdwn(textOf(advice.reason, locale), 1000),
    ...(lever === null || risk.kind !== "scored" ? [] : [leverLine(lever, risk, locale)]),
  ].join("\n");
}

/** "Often bought next: Tea, Cup", with what is behind it on a button. */
function nextProducts({ card, suggestionKey, shownAt }: CardView, say: Say): KnownBlock[] {
  if (card.nextProducts.length === 0) return [];
  const names = card.nextProducts.slice(0, PRODUCTS_ON_CARD).map((name) => escapeMrkdwn(name, NAME_LENGTH));
  const value = encodeButton({ customerId: card.customerId, suggestionKey, shownAt });
  const why = about(card.name, button(ACTION.products, say("card.why"), value));
  return [{ ...section(say("card.next-products", { products: commaList(names, say) })), accessory: why }];
}

function buttons({ card, suggestionKey, shownAt, sharedBy }: CardView, say: Say): KnownBlock {
  const carried: CustomerButton = { customerId: card.customerId, suggestionKey, shownAt };
  const value = encodeButton(sharedBy === undefined ? carried : { ...carried, sharedBy });
  const share = sharedBy === undefined ? [button(ACTION.share, say("card.share"), value)] : [];
  const cost =
    sharedBy === undefined && card.value.kind === "shown"
      ? [button(ACTION.cost, say("card.cost"), value)]
      : [];
  // Of who has left there is no risk to explain and nothing to put off.
  const snooze = [
    button(ACTION.snooze, say("card.snooze"), value),
    ...(card.snooze === null ? [] : [button(ACTION.cardEndSnooze, say("card.end-snooze"), value)]),
  ];
  const live = card.ending === null ? [...snooze, button(ACTION.why, say("card.why"), value)] : [];
  const shown = [
    button(ACTION.logTouch, say("touch.log"), value, "primary"),
    ...live,
    button(ACTION.history, say("history.button"), value),
    ...cost,
    ...share,
  ];
  return actions(
    "customer_card",
    shown.map((one) => about(card.name, one)),
  );
}
