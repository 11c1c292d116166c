import type { KnownBlock } from "@slack/types";
import type { Member } from "../../../domain/customer.ts";
import { type Locale, localeOf } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { bars } from "../bars.ts";
import { type CustomerButton, encodeButton } from "../button-value.ts";
import { about, actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { leverLine, riskAtAGlance, trendText } from "../risk/risk-words.ts";
import { shortDate, shortDay } from "../words.ts";
import { type CardView, figures, freshness, identity, NAME_LENGTH, reachable, worth } from "./card-facts.ts";

/** How a member reads. */
export const asReadBy = ({ timeZone, locale }: Pick<Member, "timeZone" | "locale">) => ({
  timeZone,
  locale: localeOf(locale ?? null),
});

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

/** How sure the figure is and which model gave it stand in Why; that it is old stands here. */
function riskText({ card, shownAt, timeZone, locale }: CardView): string {
  const stale = card.risk.kind === "scored" && card.risk.stale ? [`_${sayIn(locale)("risk.stale")}_`] : [];
  const trend =
    card.trend === null ? [] : [`${bars(card.trend.values, 1)}  ${trendText(card.trend, locale)}`];
  return [riskAtAGlance(card, { now: shownAt, timeZone, locale }), ...trend, ...stale].join("\n");
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
    button(ACTION.why, say("card.why"), value),
    ...cost,
    ...share,
  ];
  return actions(
    "customer_card",
    shown.map((one) => about(card.name, one)),
  );
}
