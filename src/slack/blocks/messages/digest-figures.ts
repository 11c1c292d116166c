import { retentionOf } from "../../../domain/customers/cohort.ts";
import type { DigestFigure } from "../../../domain/messages/digest-figures.ts";
import type { DigestMessage } from "../../../domain/messages/messages.ts";
import { NO_SIGNAL_FOUND } from "../../../domain/risk/versions/signal.ts";
import { valueAtRiskPhrase } from "../../../domain/value/value-at-risk.ts";
import type { Locale } from "../../../words/locale.ts";
import { moneyText } from "../../../words/money.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { escapeMrkdwn } from "../escape.ts";
import { monthPhrase } from "../words.ts";

const VALUE_LENGTH = 900;
const BECAUSE_LENGTH = 200;

type Field = readonly [label: string, value: string];

/** How many are at risk, and what is at stake with them. */
export function riskFields(message: DigestMessage, locale: Locale): Field[] {
  const say = sayIn(locale);
  return [riskField(message, say), ...valueFields(message, locale)];
}

/** What was kept in the last full month, and what became of the week's nudges. */
export function keptFields(message: DigestMessage, locale: Locale): Field[] {
  const say = sayIn(locale);
  return [
    retentionField(message, say),
    ...revenueField(message, locale),
    ...costField(message, locale),
    nudgesField(message, say),
  ];
}

/** Then nobody's risk is known: no list, no value at risk. */
export const foundNoSignal = ({ basis }: DigestMessage) => basis?.serves === "constant";

/** That nobody is named, and why. */
export const noSignalLine = (say: Say) => say("digest.no-signal", { found: NO_SIGNAL_FOUND });

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

/** Gross and net revenue retention, of contracts and of buyers; who there is none of is left out. */
function revenueField({ figures, retention: { month } }: DigestMessage, locale: Locale): Field[] {
  if (figures === undefined) return [];
  const say = sayIn(locale);
  const lines = (["contracts", "buyers"] as const).flatMap((kind) => {
    const gross = figureOf(figures, `gross-revenue-retention-${kind}`);
    const net = figureOf(figures, `net-revenue-retention-${kind}`);
    if (gross?.value == null || net?.value == null) return [];
    return [say(`digest.revenue.${kind}`, { gross: gross.value, net: net.value })];
  });
  const why = figureOf(figures, "gross-revenue-retention-contracts")?.because ?? null;
  const none = why === null ? say("digest.none") : because(textOf(why, locale), say);
  return [[say("digest.revenue", { month: monthPhrase(month) }), lines.join("\n") || none]];
}

function costField({ figures, retention: { month } }: DigestMessage, locale: Locale): Field[] {
  const figure = figures && figureOf(figures, "retention-cost-per-retained-customer");
  if (figure === undefined) return [];
  const say = sayIn(locale);
  const label = say("digest.cost", { month: monthPhrase(month) });
  const { value, currency, because: why } = figure;
  if (value !== null && currency !== null)
    return [[label, moneyText({ minor: Math.round(value), currency }, locale)]];
  return [[label, why === null ? say("digest.none") : because(textOf(why, locale), say)]];
}

const because = (reason: string, say: Say) =>
  say("digest.none.because", { because: escapeMrkdwn(reason, BECAUSE_LENGTH) });

const figureOf = (figures: readonly DigestFigure[], key: DigestFigure["key"]) =>
  figures.find((figure) => figure.key === key);

function nudgesField({ nudges }: DigestMessage, say: Say): Field {
  const { sent, reachedOut, snoozed, notUseful, open, failed = 0 } = nudges;
  const counts = { sent, reachedOut, snoozed, notUseful, open, failed };
  const isNone = sent === 0 && failed === 0;
  return [say("digest.nudges"), say(isNone ? "digest.nudges.none" : "digest.nudges.counts", counts)];
}
