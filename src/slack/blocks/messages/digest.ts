import type { KnownBlock } from "@slack/types";
import { monthName } from "../../../domain/calendar.ts";
import { retentionOf } from "../../../domain/customers/cohort.ts";
import type { DigestMessage, RiskChange } from "../../../domain/messages/messages.ts";
import { formatMoney } from "../../../domain/money.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal.ts";
import type { Locale } from "../../../words/locale.ts";
import { textOf } from "../../../words/text.ts";
import { context, fields, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { AT_STAKE, counted, exactPercent } from "../report-parts.ts";
import { basisLine } from "../risk/basis-line.ts";
import { percentWithin } from "../risk/risk-words.ts";
import { percent } from "../words.ts";

const NAME_LENGTH = 100;
const REASON_LENGTH = 200;
const MOST_CURRENCIES = 10;

/** A channel's week: who is at risk, who moved and why, what was kept, and what became of the advice. */
export function digestBlocks(message: DigestMessage, locale: Locale): KnownBlock[] {
  return [
    header(title(message)),
    fields([riskField(message), retentionField(message), ...valueFields(message), nudgesField(message)]),
    ...lists(message, locale).map(section),
    context([basisLine(message.basis, locale), ...rankingLines(message), footnote(message)].join("\n")),
  ];
}

/** The same for notifications and screen readers. */
export function digestText(message: DigestMessage): string {
  const { customersAtRisk, newlyHigh } = message;
  if (foundNoSignal(message)) return `${title(message)}: no signal found in this history, so nobody is named`;
  return `${title(message)}: ${counted(customersAtRisk.high, "customer")} at high risk, ${newlyHigh.count} of them new`;
}

const title = ({ week, fromDay, toDay }: DigestMessage) =>
  `Customer digest, week ${Number(week.slice(6))} (${fromDay} to ${toDay})`;

/** Then nobody's risk is known: no list, no value at risk. */
const foundNoSignal = ({ basis }: DigestMessage) => basis?.serves === "constant";

type Field = readonly [label: string, value: string];

function riskField(message: DigestMessage): Field {
  const { customersAtRisk, unscored } = message;
  const { high, medium, low } = customersAtRisk;
  if (foundNoSignal(message))
    return ["Risk of leaving", `no signal found: ${counted(unscored, "customer")} without a score`];
  return ["Risk of leaving", `${high} high · ${medium} medium · ${low} low · ${unscored} without a score`];
}

function retentionField({ retention: { month, cohort } }: DigestMessage): Field {
  const figure = retentionOf(cohort);
  const label = `Retention, ${monthName(month)}`;
  if (figure.kind === "not-applicable") return [label, "n/a: no customers at the start of the month"];
  const kept = `${exactPercent(figure.retainedPercent)} kept (${cohort.retained} of ${cohort.atStart})`;
  return [label, `${kept}, ${figure.lost} lost, ${cohort.joined} joined`];
}

function valueFields(message: DigestMessage): Field[] {
  const { valueAtRisk, customersAtRisk } = message;
  if (valueAtRisk === null || foundNoSignal(message)) return [];
  const amounts = valueAtRisk.slice(0, MOST_CURRENCIES).map((money) => formatMoney(money, "brief"));
  const whose = `the ${counted(customersAtRisk.high, "customer")} at high risk`;
  return [["Value at risk", `${amounts.join(", ") || "none"}: a year's revenue of ${whose}`]];
}

function nudgesField({ nudges }: DigestMessage): Field {
  const { sent, reachedOut, snoozed, notUseful, open } = nudges;
  const outcomes = `${reachedOut} reached out · ${snoozed} snoozed · ${notUseful} not useful · ${open} open`;
  return ["Nudges of the week", sent === 0 ? "none were sent" : `${sent} sent: ${outcomes}`];
}

function lists(message: DigestMessage, locale: Locale): string[] {
  if (foundNoSignal(message)) return [noSignal(locale)];
  const { customersAtRisk, newlyHigh, risers, fallers, highWithoutOwner } = message;
  const more = newlyHigh.count - newlyHigh.top.length;
  const texts = [
    list(`New at high risk (${newlyHigh.count})`, newlyHigh.top, more, locale),
    list("Risk rose most", risers, 0, locale),
    list("Risk fell most", fallers, 0, locale),
    highWithoutOwner > 0
      ? `*Without an owner:* ${counted(highWithoutOwner, "customer")} at high risk ${highWithoutOwner === 1 ? "belongs" : "belong"} to no active member, so nobody is nudged about them. Give them an owner's e-mail.`
      : null,
  ].filter((text) => text !== null);
  return texts.length > 0 ? texts : [quietWeek(customersAtRisk)];
}

const noSignal = (locale: Locale) =>
  `*${textOf(NO_SIGNAL_FOUND, locale)}* So nobody is named here, and no value is called at risk. \`/customer model\` says why.`;

function quietWeek({ high, medium, low }: DigestMessage["customersAtRisk"]): string {
  if (high + medium + low > 0) return "Nobody's risk moved by 10 points or more this week.";
  return "No customer has a score yet, so there is no risk to report.";
}

function list(heading: string, changes: readonly RiskChange[], more: number, locale: Locale): string | null {
  if (changes.length === 0) return null;
  const rest = more > 0 ? [`… and ${counted(more, "more", "more")}`] : [];
  return [`*${heading}*`, ...changes.map((change) => changeLine(change, locale)), ...rest].join("\n");
}

function changeLine(change: RiskChange, locale: Locale): string {
  const { name, probability, bounds, previousProbability, reason } = change;
  const before = previousProbability === null ? "unscored" : percent(previousProbability);
  const why = reason === null ? "" : `: ${escapeMrkdwn(textOf(reason, locale), REASON_LENGTH)}`;
  return `• *${escapeMrkdwn(name, NAME_LENGTH)}* ${before} → ${percentWithin(probability, bounds, locale)}${why}`;
}

/** By what those new at high risk are ordered; it names no amount and no currency, so any channel may read it. */
function rankingLines({ ranking, newlyHigh }: DigestMessage): string[] {
  if (ranking === undefined || newlyHigh.count < 2) return [];
  const { known, unknown, withoutRate } = ranking;
  if (known === 0) return ["New at high risk: by risk, because no customer's margin and value are known."];
  const rate = withoutRate > 0 ? `, ${withoutRate} of them for want of an exchange rate` : "";
  const after = unknown > 0 ? `; after them, by risk, ${unknown} without a known value${rate}` : "";
  return [`New at high risk: most at stake first${after}. ${AT_STAKE}.`];
}

function footnote({ retention, timeZone }: DigestMessage): string {
  return (
    `A customer is who has a running contract or, without one, bought in the ${retention.activityWindowDays} days ` +
    `before; retained are those at the start of the month who still were at its end. High: 50 % and more, ` +
    `medium: 25 % and more. Days in ${timeZone}.`
  );
}
