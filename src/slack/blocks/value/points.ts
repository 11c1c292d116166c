import type { Day } from "../../../domain/calendar.ts";
import type { Customer } from "../../../domain/customer.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { KeptPointsEntry } from "../../../domain/value/loyalty/points-entry.ts";
import { type LoyaltyProgramme, worthOf } from "../../../domain/value/loyalty/programme.ts";
import type { PointsStanding } from "../../../domain/value/loyalty/standing.ts";
import { commaList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import type { MessageBlock } from "../chart.ts";
import { about, actions, button, context, fields, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn, plainLine } from "../escape.ts";

export type PointsView = {
  readonly customer: Pick<Customer, "id" | "name">;
  readonly standing: PointsStanding;
  readonly programme: LoyaltyProgramme & { readonly validFrom: Day };
  /** Newest first. */
  readonly movements: readonly KeptPointsEntry[];
  readonly withoutPoints: readonly string[];
  /** Whether amounts are shown. */
  readonly showsMoney: boolean;
  readonly mayRedeem: boolean;
  readonly mayAdjust: boolean;
  /** What the last click did, our own words in mrkdwn. */
  readonly line: string | null;
  readonly shownAt: Date;
  readonly locale: Locale;
};

const NAME_LENGTH = 140;
const TIER_LENGTH = 60;
const REASON_LENGTH = 150;

/** Balance, tier, what expires next, and the last movements. */
export function pointsMessage(view: PointsView): SlackMessage {
  const { customer, line, standing, locale } = view;
  const say = sayIn(locale);
  const name = escapeMrkdwn(customer.name, NAME_LENGTH);
  return {
    blocks: [
      ...(line === null ? [] : [context(line)]),
      header(say("loyalty.title", { name: customer.name })),
      fields(figures(view, say)),
      ...(standing.balance < 0 ? [section(say("loyalty.below-zero"))] : []),
      section(movementLines(view, say)),
      ...notes(view, say),
      ...buttons(view, say),
    ],
    text: say("loyalty.summary", { name, points: standing.balance }),
  };
}

function figures({ standing, programme, showsMoney }: PointsView, say: Say): [string, string][] {
  const { balance: points, expiresNext, tier } = standing;
  const balance = showsMoney
    ? say("loyalty.balance.worth", { points, worth: worthOf(points, programme) })
    : say("loyalty.points", { points });
  const expires =
    expiresNext === null
      ? say("loyalty.expires.nothing")
      : say("loyalty.expires.points", { points: expiresNext.points, day: { day: expiresNext.day } });
  return [
    [say("loyalty.balance"), balance],
    ...(tier === null ? [] : [[say("loyalty.tier"), tierText(tier, showsMoney, say)] as [string, string]]),
    [say("loyalty.expires"), expires],
  ];
}

/** "Gold" and below it "€1,200.00 more in 12 months for Platinum"; how far it is says what they spend. */
function tierText(
  { name, next }: NonNullable<PointsStanding["tier"]>,
  showsMoney: boolean,
  say: Say,
): string {
  const reached = name === null ? say("loyalty.tier.none") : escapeMrkdwn(name, TIER_LENGTH);
  if (next === null) return `${reached}\n${say("loyalty.tier.highest")}`;
  if (!showsMoney) return reached;
  const ahead = { amount: next.missing, name: escapeMrkdwn(next.name, TIER_LENGTH) };
  return `${reached}\n${say("loyalty.tier.next", ahead)}`;
}

function movementLines({ movements, programme }: PointsView, say: Say): string {
  if (movements.length === 0) return say("loyalty.movements.none", { day: { day: programme.validFrom } });
  const lines = movements.map(
    (entry) =>
      `• ${say("loyalty.movement", { day: { day: entry.day }, points: entry.points, what: whatHappened(entry) })}`,
  );
  return [`*${say("loyalty.movements")}*`, ...lines].join("\n");
}

function whatHappened({ kind, points, cause, reason, by }: KeptPointsEntry): Phrase {
  if (kind === "expired") return phrase(points < 0 ? "loyalty.movement.expired" : "loyalty.movement.back");
  if (kind === "redeemed" || kind === "adjusted")
    return phrase(`loyalty.movement.${kind}`, {
      who: whoText(by),
      reason: escapeMrkdwn(reason ?? "", REASON_LENGTH),
    });
  const reference = escapeMrkdwn(cause?.document ?? cause?.externalId ?? "", REASON_LENGTH);
  return phrase(`loyalty.movement.${kind}`, { reference });
}

/** Slack shows a member's name in place of their id. */
const whoText = (by: string) =>
  /^[UW][A-Z0-9]+$/.test(by) ? `<@${plainLine(by, 30)}>` : escapeMrkdwn(by, 60);

/** What a reader would take for a mistake, and is told: currencies that earn nothing or do not count. */
function notes({ withoutPoints, standing, programme }: PointsView, say: Say): MessageBlock[] {
  const without = standing.tier?.withoutRate ?? [];
  const to = programme.tiers?.currency ?? "";
  const lines = [
    ...(withoutPoints.length === 0
      ? []
      : [say("loyalty.without-points", { currencies: commaList(withoutPoints, say) })]),
    ...(without.length === 0
      ? []
      : [say("loyalty.without-rate", { currencies: commaList(without, say), to })]),
  ];
  return lines.length === 0 ? [] : [context(lines.join("\n"))];
}

function buttons(
  { customer, standing, mayRedeem, mayAdjust, shownAt }: PointsView,
  say: Say,
): MessageBlock[] {
  const value = encodeButton({ customerId: customer.id, suggestionKey: null, shownAt });
  const shown = [
    ...(mayRedeem && standing.balance > 0
      ? [button(ACTION.pointsRedeem, say("loyalty.redeem"), value, "primary")]
      : []),
    ...(mayAdjust ? [button(ACTION.pointsAdjust, say("loyalty.adjust"), value)] : []),
  ];
  if (shown.length === 0) return [];
  return [
    actions(
      "customer_points",
      shown.map((one) => about(customer.name, one)),
    ),
  ];
}
