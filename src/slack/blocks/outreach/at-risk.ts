import type { KnownBlock } from "@slack/types";
import { localTime } from "../../../domain/calendar.ts";
import { ACTIVITY_WINDOW_DAYS } from "../../../domain/customers/cohort.ts";
import type { Acted, AtRiskCustomer, AtRiskList, AtRiskScope } from "../../../domain/outreach/at-risk.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal.ts";
import { aboutAmount } from "../../../domain/value/about-money.ts";
import { type ValueAtRisk, valueAtRiskPhrase } from "../../../domain/value/value-at-risk.ts";
import { commaList, quotedText, sentences } from "../../../words/joined.ts";
import { type Locale, numbersOf } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { basisLine } from "../risk/basis-line.ts";
import { percentWithin, type Reading } from "../risk/risk-words.ts";
import { stoppedBlocks } from "../risk/stopped-blocks.ts";
import { shortDate, shortDay } from "../words.ts";
import { type AtRiskPageButton, encodeAtRiskPage } from "./at-risk-page.ts";
import { crmLinkText } from "./crm-link.ts";
import { overrideParts } from "./override-words.ts";

const NAME_LENGTH = 100;
const SENTENCE_LENGTH = 150;
const VALUE_LENGTH = 900;

type Page = Extract<AtRiskList, { kind: "page" }>;

/** The list as an answer to its reader. */
export function atRiskMessage(list: AtRiskList, reading: Reading): SlackMessage {
  const say = sayIn(reading.locale);
  if (list.kind !== "page") {
    const text = nobodyText(list, reading.locale);
    return { text, blocks: [section(text)] };
  }
  const names = list.items.map(({ customer }) => escapeMrkdwn(customer.name, NAME_LENGTH));
  const title = escapeMrkdwn(titleOf(list.scope, list.inAll, say), SENTENCE_LENGTH);
  const text = say("at-risk.text", { title, names: commaList(names, say), more: list.inAll - names.length });
  const shown = [...stoppedBlocks(list.stopped, reading.locale), ...atRiskBlocks(list, reading)];
  const all = encodeAtRiskPage({ scope: list.scope, page: 0, suggestionKey: null });
  const file = actions("as_file", [button(ACTION.atRiskAsFile, say("table.as-file"), all)]);
  return { text, blocks: [...shown, file] };
}

/** The same under its own heading, on Home. */
export function atRiskBlocks(list: AtRiskList, reading: Reading): KnownBlock[] {
  const say = sayIn(reading.locale);
  if (list.kind === "unknown-segment") return [section(nobodyText(list, reading.locale))];
  if (list.kind === "nobody")
    return [header(titleOf(list.scope, 0, say)), section(nobodyText(list, reading.locale))];
  return [
    header(titleOf(list.scope, list.inAll, say)),
    ...list.items.flatMap(({ customer, suggestionKey }) => [
      section(atRiskLines(customer, reading)),
      rowButtons(customer, { scope: list.scope, page: list.page, suggestionKey }, reading.now, say),
    ]),
    ...pager(list, say),
    context(foot(list, reading.locale, say).join("\n")),
  ];
}

function titleOf(scope: AtRiskScope, customers: number, say: Say): string {
  const segment = scope.kind === "segment" ? scope.segment : "";
  return say(`at-risk.title.${scope.kind}`, { customers, segment });
}

function nobodyText(list: Exclude<AtRiskList, Page>, locale: Locale): string {
  const say = sayIn(locale);
  if (list.kind === "nobody") {
    const { scope } = list;
    const segment = scope.kind === "segment" ? escapeMrkdwn(scope.segment, NAME_LENGTH) : "";
    const because = say(`at-risk.nobody.${list.because}`, {
      scope: scope.kind,
      segment,
      found: NO_SIGNAL_FOUND,
    });
    return sentences([because, ...silentLines(list.because === "none-at-risk" ? list.silent : 0, say)], say);
  }
  const typed = quotedText(escapeMrkdwn(list.typed, NAME_LENGTH), say);
  if (list.segments.length === 0) return say("at-risk.no-segments", { typed });
  const named = list.segments.map((segment) => escapeMrkdwn(segment, NAME_LENGTH));
  const segments = new Intl.ListFormat(numbersOf(locale), { type: "unit" }).format(named);
  return say("at-risk.unknown-segment", { typed, segments });
}

/** Name, risk and stake; whose, renewal, who acted; what to do next. */
export function atRiskLines(customer: AtRiskCustomer, reading: Reading): string {
  const { locale } = reading;
  const say = sayIn(locale);
  const { name, stake, owner, renewsOn, acted, crm = null } = customer;
  const risk = say("at-risk.risk", { risk: percentWithin(customer, locale) });
  const known = [escapeMrkdwn(textOf(owner, locale), SENTENCE_LENGTH), ...renewal(renewsOn, reading, say)];
  return [
    [`*${escapeMrkdwn(name, NAME_LENGTH)}*`, risk, ...stakeText(stake, say)].join(" · "),
    [...known, actedText(acted, reading, say), ...crmLinkText(crm, say)].join(" · "),
    ...decidedText(customer, reading, say),
    say("at-risk.step", { step: stepText(customer, reading, say) }),
  ].join("\n");
}

/** What colleagues decided: before what to do, which it may change. */
function decidedText({ override, isQuiet }: AtRiskCustomer, reading: Reading, say: Say): string[] {
  const quiet = isQuiet ? [`*${say("at-risk.do-not-disturb")}*`] : [];
  if (override === undefined) return quiet;
  const call = { ...override, until: new Date(override.until), by: "" };
  return [...quiet, `*${say("at-risk.override", overrideParts(call, reading))}*`];
}

function stepText({ step, snoozedUntil }: AtRiskCustomer, { now, timeZone, locale }: Reading, say: Say) {
  if (snoozedUntil === undefined) return escapeMrkdwn(textOf(step, locale), SENTENCE_LENGTH);
  return say("at-risk.snoozed", { until: shortDate(new Date(snoozedUntil), timeZone, now, locale) });
}

function stakeText(stake: AtRiskCustomer["stake"], say: Say): string[] {
  if (stake.kind === "hidden") return [];
  if (stake.kind === "unknown") return [say("at-risk.stake.unknown")];
  return [say("at-risk.stake", { amount: aboutAmount(stake.money) })];
}

function renewal(renewsOn: AtRiskCustomer["renewsOn"], { now, timeZone, locale }: Reading, say: Say) {
  if (renewsOn === null) return [];
  const isPast = renewsOn < localTime(now, timeZone).day;
  return [say(isPast ? "at-risk.renewed" : "at-risk.renews", { day: shortDay(renewsOn, now, locale) })];
}

function actedText(acted: Acted | null, { now, timeZone, locale }: Reading, say: Say): string {
  if (acted === null) return `*${say("at-risk.acted.none")}*`;
  return say(`at-risk.acted.${acted.how}`, {
    who: acted.byName === null ? "unnamed" : "named",
    name: escapeMrkdwn(acted.byName ?? "", NAME_LENGTH),
    day: shortDate(new Date(acted.at), timeZone, now, locale),
  });
}

/** Card and Why of a customer, as they stand under every line of such a list. */
export function cardAndWhy({ customerId, name }: AtRiskCustomer, shownAt: Date, say: Say) {
  const value = encodeButton({ customerId, suggestionKey: null, shownAt });
  return [button(ACTION.card, say("at-risk.card"), value), button(ACTION.why, say("card.why"), value)].map(
    (one) => about(name, one),
  );
}

function rowButtons(customer: AtRiskCustomer, on: AtRiskPageButton, shownAt: Date, say: Say) {
  const { customerId, name, acted } = customer;
  const isAnswered = acted !== null && ["touched", "reached_out"].includes(acted.how);
  const answer =
    on.suggestionKey === null || isAnswered
      ? []
      : [about(name, button(ACTION.atRiskReachedOut, say("at-risk.reached-out"), encodeAtRiskPage(on)))];
  return actions(`at_risk:${customerId}`, [...cardAndWhy(customer, shownAt, say), ...answer]);
}

function pager({ scope, page, pages }: Page, say: Say): KnownBlock[] {
  if (pages < 2) return [];
  const to = (place: "previous" | "next", wanted: number) =>
    button(
      `${ACTION.atRiskPage}:${place}`,
      say(`at-risk.${place}`),
      encodeAtRiskPage({ scope, page: wanted, suggestionKey: null }),
    );
  return [
    actions("at_risk_pages", [
      ...(page > 0 ? [to("previous", page - 1)] : []),
      ...(page < pages - 1 ? [to("next", page + 1)] : []),
    ]),
  ];
}

function foot(list: Page, locale: Locale, say: Say): string[] {
  const { valueAtRisk, ranking, page, pages, items, basis } = list;
  const { known, unknown, withoutRate } = ranking;
  const isHidden = items.some(({ customer }) => customer.stake.kind === "hidden");
  return [
    ...(pages > 1 ? [say("at-risk.page", { page: page + 1, pages })] : []),
    ...(valueAtRisk === null ? [] : [inAll(valueAtRisk, locale)]),
    known === 0 ? say("at-risk.order.by-risk") : say("at-risk.order.by-stake", { unknown, withoutRate }),
    ...(isHidden ? [say("at-risk.hidden")] : []),
    ...silentLines(list.silent, say),
    basisLine(basis, locale),
  ];
}

/** Whom a reader may miss: buyers silent for so long that no figure counts them. */
export const silentLines = (customers: number, say: Say): string[] =>
  customers === 0 ? [] : [say("at-risk.silent", { customers, days: ACTIVITY_WINDOW_DAYS })];

/** "Together about €42,000: risk × a year's margin …". */
function inAll(valueAtRisk: ValueAtRisk, locale: Locale): string {
  const text = escapeMrkdwn(textOf(valueAtRiskPhrase(valueAtRisk), locale), VALUE_LENGTH);
  return sayIn(locale)("at-risk.in-all", { text });
}
