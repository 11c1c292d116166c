import type { CardRisk } from "../../domain/customer-card.ts";
import type { ServingKind } from "../../domain/risk/churn-model.ts";
import { escapeMrkdwn } from "./escape.ts";
import { percent, shortDate, shortDay } from "./words.ts";

type RiskOf = { readonly risk: CardRisk; readonly hasContract: boolean };

/** "*62 %* risk of no purchase in 90 days, up 8 since 12 Nov", or why there is no figure; mrkdwn without full stop. */
export function riskSentence({ risk, hasContract }: RiskOf, now: Date, timeZone: string): string {
  switch (risk.kind) {
    case "scored":
      return `*${percent(risk.probability)}* risk of ${whatIsRisked(risk.horizonDays, hasContract)}${change(risk, now, timeZone)}`;
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

/** What the probability is about: a customer with a contract leaves by ending it, any other by no longer buying. */
export function whatIsRisked(horizonDays: number | null, hasContract: boolean): string {
  const window = horizonDays === null ? "soon" : `in ${horizonDays} days`;
  return hasContract ? `the contract ending ${window}` : `no purchase ${window}`;
}

function change(risk: Extract<CardRisk, { kind: "scored" }>, now: Date, timeZone: string): string {
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

/** Where something simpler than the network serves, that and why; null where the network does, or nothing yet. */
export function servesNote(serves: ServingKind | null): string | null {
  if (serves === "baseline") return "From the simple baseline: the neural network did not beat it.";
  if (serves === "rule")
    return "From a rule of one figure: neither the neural network nor the baseline beat it.";
  return null;
}
