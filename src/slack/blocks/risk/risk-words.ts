import type { ServingKind } from "../../../domain/risk/churn-model.ts";
import type { Bounds } from "../../../domain/risk/scores/bounds.ts";
import type { CardRisk } from "../../../domain/risk/scores/card-risk.ts";
import { type Lever, leverWords } from "../../../domain/risk/scores/levers.ts";
import { escapeMrkdwn } from "../escape.ts";
import { percent, shortDate, shortDay } from "../words.ts";

type RiskOf = { readonly risk: CardRisk; readonly hasContract: boolean };
type Scored = Extract<CardRisk, { kind: "scored" }>;

/** "*62 % (54–70)* risk of no purchase in 90 days, up 8 since 12 Nov", or why there is no figure; mrkdwn without full stop. */
export function riskSentence(about: RiskOf, now: Date, timeZone: string): string {
  return sentence(about, now, timeZone, ({ probability, bounds }) => percentWithin(probability, bounds));
}

/** The same for notifications and screen readers, without mrkdwn: "62 % (54 to 70) risk of no purchase in 90 days". */
export function spokenRiskSentence(about: RiskOf, now: Date, timeZone: string): string {
  const figure = ({ probability, bounds }: Scored) => percentWithin(probability, bounds, " to ");
  return sentence(about, now, timeZone, figure).replaceAll("*", "");
}

function sentence(
  { risk, hasContract }: RiskOf,
  now: Date,
  timeZone: string,
  figure: (risk: Scored) => string,
): string {
  switch (risk.kind) {
    case "scored":
      return `*${figure(risk)}* risk of ${whatIsRisked(risk.horizonDays, hasContract)}${change(risk, now, timeZone)}`;
    case "silent":
      return `*No risk figure:* ${escapeMrkdwn(risk.because, 500)}`;
    case "not-scored":
      return "*Not scored yet:* this customer is new since the last scoring";
    case "no-model":
      return "*No risk figure yet:* no model has been trained; whoever runs the bot can run `npm run mainstay -- train`";
    case "ended":
      return `*The contract ended* on ${shortDay(risk.on, now)}`;
  }
}

/** Narrower than a point, the bracket would only repeat the figure. */
const LEAST_WIDTH = 0.01;

/** "62 % (54–70)", or "62 %" where the width is not known or not worth naming. */
export function percentWithin(probability: number, bounds: Bounds | null | undefined, to = "–"): string {
  const bracket = bounds ? bracketOf(bounds, to) : null;
  return bracket === null ? percent(probability) : `${percent(probability)} (${bracket})`;
}

/** "54–70"; null where it is not worth naming. */
export function bracketOf({ low, high }: Bounds, to = "–"): string | null {
  if (high - low < LEAST_WIDTH) return null;
  const bare = (bound: number) => percent(bound).replace(" %", "");
  return `${bare(low)}${to}${bare(high)}`;
}

/** What the probability is about: a customer with a contract leaves by ending it, any other by no longer buying. */
export function whatIsRisked(horizonDays: number | null, hasContract: boolean): string {
  const window = horizonDays === null ? "soon" : `in ${horizonDays} days`;
  return hasContract ? `the contract ending ${window}` : `no purchase ${window}`;
}

/** "One contact this week: 62 % → 48 %". */
export function leverLine(lever: Lever, { probability }: Pick<Scored, "probability">): string {
  return `${leverWords(lever)}: ${percent(probability)} → ${percent(lever.probability)}`;
}

/** The same with what a reader must not take it for. */
export function leverPromise(lever: Lever, risk: Pick<Scored, "probability">): string {
  return `${leverLine(lever, risk)} (association, not a promise)`;
}

function change(risk: Scored, now: Date, timeZone: string): string {
  if (risk.change === null) return "";
  const { points, since, modelChanged } = risk.change;
  const direction = points > 0 ? "up" : "down";
  const model = modelChanged ? " (by another model version)" : "";
  return `, ${direction} ${Math.abs(points)} since ${shortDate(since, timeZone, now)}${model}`;
}

/** What a reader must know before relying on the figure. */
export function riskNotes(risk: CardRisk): string[] {
  if (risk.kind !== "scored") return [];
  return [
    ...(risk.stale ? ["This score is old: the nightly scoring has not run. Do not rely on it."] : []),
    ...[servesNote(risk.serves)].filter((note) => note !== null),
  ];
}

/**
 * Where something simpler than the network serves, that and why; null where the network does, or nothing yet. Where the
 * constant does there is no figure to comment on: each surface says so at its top.
 */
export function servesNote(serves: ServingKind | null): string | null {
  if (serves === "baseline") return "From the simple baseline: the neural network did not beat it.";
  if (serves === "rule")
    return "From a rule of one figure: neither the neural network nor the baseline beat it.";
  return null;
}
