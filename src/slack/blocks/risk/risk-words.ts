import type { Day } from "../../../domain/calendar.ts";
import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { ServingKind } from "../../../domain/risk/churn-model.ts";
import { cautiousPercent } from "../../../domain/risk/percent.ts";
import type { Bounds } from "../../../domain/risk/scores/bounds.ts";
import type { CardRisk } from "../../../domain/risk/scores/card-risk.ts";
import { type Lever, leverPhrase } from "../../../domain/risk/scores/levers.ts";
import type { RiskTrend } from "../../../domain/risk/scores/risk-trend.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDate, shortDay } from "../words.ts";

type RiskOf = { readonly risk: CardRisk; readonly hasContract: boolean };
type Scored = Extract<CardRisk, { kind: "scored" }>;
/** When, where and in which language a figure is read. */
export type Reading = { readonly now: Date; readonly timeZone: string; readonly locale: Locale };

/** "*62 % (54–70)* risk of no purchase in 90 days, up 8 since 12 Nov", or why there is no figure; mrkdwn without full stop. */
export function riskSentence(about: RiskOf, reading: Reading): string {
  return sentence(about, reading, ({ probability, bounds }) =>
    percentWithin({ probability, bounds }, reading.locale),
  );
}

/** The same without the bracket, for a glance. */
export function riskAtAGlance(about: RiskOf, reading: Reading): string {
  return sentence(about, reading, ({ probability }) => textOf(percentPhrase(probability), reading.locale));
}

function sentence({ risk, hasContract }: RiskOf, reading: Reading, figure: (risk: Scored) => string): string {
  const say = sayIn(reading.locale);
  switch (risk.kind) {
    case "scored":
      return say(...scored(risk, hasContract, figure(risk), reading));
    case "no-score":
      return say("risk.none", {
        because: escapeMrkdwn(textOf(risk.because ?? phrase("no-score.unknown"), reading.locale), 500),
      });
    case "not-scored":
      return say("risk.not-scored");
    case "no-model":
      return say("risk.no-model");
    case "ended":
      return say("risk.ended", { day: shortDay(risk.on, reading.now, reading.locale) });
  }
}

function scored(
  { change, horizonDays, tooFewAlike }: Scored,
  hasContract: boolean,
  figure: string,
  { now, timeZone, locale }: Reading,
): [string, Phrase["parameters"]] {
  const shown = tooFewAlike === undefined ? figure : sayIn(locale)("risk.roughly", { figure });
  const told = { figure: shown, event: whatIsRisked(horizonDays, hasContract) };
  if (change === null) return ["risk.scored", told];
  const { points, since, modelChanged } = change;
  return [
    points > 0 ? "risk.scored-up" : "risk.scored-down",
    {
      ...told,
      points: Math.abs(points),
      since: shortDate(since, timeZone, now, locale),
      model: modelChanged ? "changed" : "same",
    },
  ];
}

/** "34 % → 61 % in 8 weeks". */
export function trendText({ before, after, weeks, modelChanged }: RiskTrend, locale: Locale): string {
  return sayIn(locale)("risk.trend", {
    ...{ before: percentPhrase(before), after: percentPhrase(after), weeks },
    model: modelChanged ? "changed" : "same",
  });
}

/** Narrower than a point, the bracket would only repeat the figure. */
const LEAST_WIDTH = 0.01;

/** "62 %"; never a false 0 or 100. */
export const percentPhrase = (probability: number): Phrase =>
  phrase("risk.percent", { percent: cautiousPercent(probability) });

/** A probability as a list tells it. */
export type ListedRisk = {
  /** 0–1. */
  readonly probability: number;
  readonly bounds?: Bounds | null;
  /** Too few were rated alike to tell whether it is right. */
  readonly isRough?: true;
};

/** "62 % (54–70)", or "62 %" where the range is not known or not worth naming; "roughly …" where the figure is rough. */
export function percentWithin({ probability, bounds, isRough }: ListedRisk, locale: Locale): string {
  const figure = figurePhrase(probability, bounds, "risk.figure");
  return textOf(isRough ? phrase("risk.roughly", { figure }) : figure, locale);
}

function figurePhrase(probability: number, bounds: Bounds | null | undefined, code: string): Phrase {
  const bracket = bounds ? bracketOf(bounds) : null;
  const figure = percentPhrase(probability);
  return bracket === null ? figure : phrase(code, { figure, ...bracket.parameters });
}

/** "54–70"; null where it is not worth naming. */
export function bracketOf({ low, high }: Bounds): Phrase | null {
  if (high - low < LEAST_WIDTH) return null;
  const bare = (bound: number) => phrase("risk.bare-percent", { percent: cautiousPercent(bound) });
  return phrase("risk.bracket", { low: bare(low), high: bare(high) });
}

/** What the probability is about: a customer with a contract leaves by ending it, any other by no longer buying. */
export function whatIsRisked(horizonDays: number | null, hasContract: boolean): Phrase {
  const event = hasContract ? "risk.contract-ends" : "risk.no-purchase";
  return horizonDays === null ? phrase(`${event}-soon`) : phrase(event, { days: horizonDays });
}

/** "One contact this week: 62 % → 48 %". */
export function leverLine(
  lever: Lever,
  { probability }: Pick<Scored, "probability">,
  locale: Locale,
): string {
  const [before, after] = [percentPhrase(probability), percentPhrase(lever.probability)];
  return sayIn(locale)("lever.line", { lever: leverPhrase(lever), before, after });
}

/** What a reader must know before relying on the figure. */
export function riskNotes(risk: CardRisk, reading: Pick<Reading, "now" | "locale">): string[] {
  if (risk.kind !== "scored") return [];
  const { tooFewAlike: customers } = risk;
  const rough = customers === undefined ? null : sayIn(reading.locale)("risk.too-few-alike", { customers });
  const notes = [ageNote(risk, reading), rough, servesNote(risk.serves, reading.locale)];
  return notes.filter((note) => note !== null);
}

/** Why the figure or its change is not of today: data have stopped or paused, or scoring has; null where it is. */
export function ageNote(risk: CardRisk, { now, locale }: Pick<Reading, "now" | "locale">): string | null {
  if (risk.kind !== "scored") return null;
  const say = sayIn(locale);
  if (risk.stopped) return say("risk.stopped", { since: shortDay(risk.stopped.since, now, locale) });
  if (risk.stale) return say("risk.stale");
  const pause = risk.change?.pause;
  if (pause === undefined) return null;
  const day = (of: Day) => shortDay(of, now, locale);
  return say("risk.paused", { since: day(pause.lastDay), back: day(pause.backDay) });
}

/**
 * Where something simpler than the network serves, that and why; null where the network does, or nothing yet. Where the
 * constant does there is no figure to comment on: each surface says so at its top.
 */
export function servesNote(serves: ServingKind | null, locale: Locale): string | null {
  return serves === "baseline" || serves === "rule" ? sayIn(locale)(`risk.serves.${serves}`) : null;
}
