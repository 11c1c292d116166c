import type { KnownBlock } from "@slack/types";
import { retentionOf } from "../../../domain/customers/cohort.ts";
import type { DigestMessage, RiskChange } from "../../../domain/messages/messages.ts";
import { phrase } from "../../../domain/phrase.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal.ts";
import { valueAtRiskPhrase } from "../../../domain/value/value-at-risk.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { context, fields, header, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { basisLine } from "../risk/basis-line.ts";
import { percentPhrase, percentWithin } from "../risk/risk-words.ts";
import { resumedBlocks, stoppedBlocks, stoppedText } from "../risk/stopped-blocks.ts";
import { monthPhrase } from "../words.ts";

const NAME_LENGTH = 100;
const REASON_LENGTH = 200;
const VALUE_LENGTH = 900;

/** A channel's week: who is at risk, who moved and why, what was kept, and what became of the advice. */
export function digestBlocks(message: DigestMessage, locale: Locale): KnownBlock[] {
  const say = sayIn(locale);
  const foot = [basisLine(message.basis, locale), ...rankingLines(message, say), footnote(message, say)];
  return [
    header(title(message, say)),
    ...stoppedBlocks(message.stopped, locale),
    ...resumedBlocks(message.resumed, locale),
    fields([
      riskField(message, say),
      retentionField(message, say),
      ...valueFields(message, locale),
      nudgesField(message, say),
    ]),
    ...lists(message, say, locale).map(section),
    context(foot.join("\n")),
  ];
}

/** The same for notifications and screen readers. */
export function digestText(message: DigestMessage, locale: Locale): string {
  const { customersAtRisk, newlyHigh, stopped } = message;
  const say = sayIn(locale);
  const named = { title: title(message, say) };
  if (foundNoSignal(message)) return say("digest.text.no-signal", named);
  const risks = say("digest.text", { ...named, high: customersAtRisk.high, added: newlyHigh.count });
  return [risks, ...stoppedText(stopped, locale)].join(". ");
}

const title = ({ week, fromDay, toDay }: DigestMessage, say: Say) =>
  say("digest.title", { week: Number(week.slice(6)), from: { day: fromDay }, to: { day: toDay } });

/** Then nobody's risk is known: no list, no value at risk. */
const foundNoSignal = ({ basis }: DigestMessage) => basis?.serves === "constant";

type Field = readonly [label: string, value: string];

function riskField(message: DigestMessage, say: Say): Field {
  const { customersAtRisk, unscored } = message;
  return [
    say("digest.risk"),
    foundNoSignal(message)
      ? say("digest.risk.no-signal", { unscored })
      : say("digest.risk.counts", { ...customersAtRisk, unscored }),
  ];
}

function retentionField({ retention: { month, cohort } }: DigestMessage, say: Say): Field {
  const figure = retentionOf(cohort);
  const label = say("digest.retention", { month: monthPhrase(month) });
  if (figure.kind === "not-applicable") return [label, say("digest.retention.none")];
  const { retained, atStart, joined } = cohort;
  const { retainedPercent: percent, lost } = figure;
  return [label, say("digest.retention.kept", { percent, retained, atStart, lost, joined })];
}

function valueFields(message: DigestMessage, locale: Locale): Field[] {
  const { valueAtRisk } = message;
  if (valueAtRisk === null || !("known" in valueAtRisk) || foundNoSignal(message)) return [];
  const text = escapeMrkdwn(textOf(valueAtRiskPhrase(valueAtRisk), locale), VALUE_LENGTH);
  return [[sayIn(locale)("value-at-risk"), text]];
}

function nudgesField({ nudges }: DigestMessage, say: Say): Field {
  const { sent, reachedOut, snoozed, notUseful, open } = nudges;
  const counts = { sent, reachedOut, snoozed, notUseful, open };
  return [say("digest.nudges"), sent === 0 ? say("digest.nudges.none") : say("digest.nudges.counts", counts)];
}

function lists(message: DigestMessage, say: Say, locale: Locale): string[] {
  if (foundNoSignal(message)) return [say("digest.no-signal", { found: NO_SIGNAL_FOUND })];
  const { customersAtRisk, newlyHigh, risers, fallers } = message;
  const more = newlyHigh.count - newlyHigh.top.length;
  const texts = [
    list(say("digest.newly-high", { customers: newlyHigh.count }), newlyHigh.top, more, locale),
    list(say("digest.risers"), risers, 0, locale),
    list(say("digest.fallers"), fallers, 0, locale),
    withoutOwner(message, say, locale),
  ].filter((text) => text !== null);
  return texts.length > 0 ? texts : [quietWeek(customersAtRisk, say)];
}

function withoutOwner(
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

function changeLine(change: RiskChange, locale: Locale): string {
  const { name, probability, bounds, previousProbability, reason } = change;
  const before =
    previousProbability === null ? phrase("digest.unscored") : percentPhrase(previousProbability);
  const moved = sayIn(locale)("digest.moved", { before, after: percentWithin(probability, bounds, locale) });
  const why = reason === null ? "" : `: ${escapeMrkdwn(textOf(reason, locale), REASON_LENGTH)}`;
  return `• *${escapeMrkdwn(name, NAME_LENGTH)}* ${moved}${why}`;
}

/** By what those new at high risk are ordered; it names no amount and no currency, so any channel may read it. */
function rankingLines({ ranking, newlyHigh }: DigestMessage, say: Say): string[] {
  if (ranking === undefined || newlyHigh.count < 2) return [];
  const { known, unknown, withoutRate } = ranking;
  return [known === 0 ? say("digest.order.by-risk") : say("digest.order.by-stake", { unknown, withoutRate })];
}

function footnote({ retention, timeZone }: DigestMessage, say: Say): string {
  return say("digest.foot", { window: retention.activityWindowDays, timeZone });
}
