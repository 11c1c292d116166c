import type { KnownBlock, ModalView } from "@slack/types";
import type { RiskExplanation } from "../../../domain/risk/scores/risk-explanation.ts";
import type { ScoringModel } from "../../../domain/risk/scores/score-facts.ts";
import { isNoSignal } from "../../../domain/risk/scores/silence.ts";
import { CALLBACK } from "../../ids.ts";
import { context, header, plain, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { ago, percent, shortDate, shortDay } from "../words.ts";
import { type MovementState, movementBlocks } from "./movement.ts";
import { bracketOf, leverLine, riskNotes, riskSentence, whatIsRisked } from "./risk-words.ts";

export type ExplanationView = {
  readonly explanation: RiskExplanation;
  readonly now: Date;
  readonly timeZone: string;
  /** Why the score moved; left out: nothing is said of it. */
  readonly movement?: MovementState;
};

/** Everything behind a customer's risk figure, in plain words. */
export function riskExplanationModal(view: ExplanationView): ModalView {
  const { explanation, now, timeZone } = view;
  const blocks: KnownBlock[] = [
    header(explanation.name),
    section(`${riskSentence(explanation, now, timeZone)}.`),
    ...notes(explanation),
    ...movementBlocks(view.movement ?? null, now, timeZone),
    ...reasons(explanation),
    ...levers(explanation),
    ...meaning(explanation),
    ...(explanation.model === null ? [] : [section(aboutModel(explanation.model, view))]),
    context(freshness(view)),
  ];
  return {
    type: "modal",
    callback_id: CALLBACK.why,
    title: plain("Why", 24),
    close: plain("Close", 24),
    blocks,
  };
}

function notes({ risk }: RiskExplanation): KnownBlock[] {
  const lines = riskNotes(risk);
  return lines.length === 0 ? [] : [section(lines.join("\n"))];
}

function reasons({ reasons: sentences, unexplained, risk }: RiskExplanation): KnownBlock[] {
  if (unexplained !== null && risk.kind === "scored") return [section(unexplained)];
  if (sentences.length === 0) return [];
  const list = sentences.map((sentence) => `• ${escapeMrkdwn(sentence, 500)}`);
  return [section(["*What the score rests on, strongest first*", ...list].join("\n"))];
}

function levers({ levers: known, unexplained, risk }: RiskExplanation): KnownBlock[] {
  if (risk.kind !== "scored" || risk.stale || unexplained !== null) return [];
  const heading = "*What would lower it*";
  if (known.length === 0) return [section(`${heading}\nNo step the model knows would lower it.`)];
  const basis =
    "Customers like this one of whom that was true left that much less often: association, not proof that it helps.";
  return [section([heading, ...known.map((lever) => `• ${leverLine(lever, risk)}`), basis].join("\n"))];
}

function meaning({ risk, hasContract, model }: RiskExplanation): KnownBlock[] {
  if (risk.kind === "silent" && isNoSignal(risk.because))
    return [section(noSignalMeaning(hasContract, model))];
  if (risk.kind !== "scored") return [];
  const inHundred = Math.min(99, Math.max(1, Math.round(risk.probability * 100)));
  const text =
    `*What ${percent(risk.probability)} means*\nOf 100 customers who look like this one, about ${inHundred} ` +
    `are expected to leave: ${whatIsRisked(risk.horizonDays, hasContract)}. The reasons are what the model saw ` +
    "together with leaving; they need not be its cause.";
  const bracket = risk.bounds === null ? null : bracketOf(risk.bounds);
  const width =
    `\nThe bracket (${bracket}) is where it lies in 8 of 10 cases, judged by how far the model's members disagree and ` +
    "how uncertain the coming level of churn is.";
  return [section(bracket === null ? text : text + width)];
}

function noSignalMeaning(hasContract: boolean, model: ScoringModel | null): string {
  const leaving = whatIsRisked(model?.horizonDays ?? null, hasContract);
  return (
    `*What that means*\nLeaving is ${leaving}. By nothing the history holds could those who left be told from those who ` +
    "stayed, so a figure for one customer would be made up. `/customer model` says what was tried."
  );
}

const MODEL_NAMES = {
  network: "a neural network",
  baseline: "the simple baseline",
  rule: "a rule of one figure",
  constant: "one figure for everybody",
} as const satisfies Record<ScoringModel["serves"], string>;

function aboutModel(model: ScoringModel, { now, timeZone }: ExplanationView): string {
  const kind = MODEL_NAMES[model.serves];
  const trained = `*The model*\nVersion ${model.id}, ${kind}, trained ${shortDate(model.trainedAt, timeZone, now)}.`;
  // Of what says the same of everybody there is nothing to tell but that.
  if (model.heldOut === null || model.serves === "constant") return trained;
  return `${trained} ${heldOutInWords(model.heldOut)}`;
}

function heldOutInWords(metrics: NonNullable<ScoringModel["heldOut"]>): string {
  const { n, rocAuc, ece, topDecileLift } = metrics;
  const ranked =
    rocAuc === null ? "" : ` It put a leaver above a stayer in ${Math.round(rocAuc * 100)} of 100 pairs.`;
  const lift =
    topDecileLift === null
      ? ""
      : ` Among its riskiest tenth, ${topDecileLift.toFixed(1)} times as many left as on average.`;
  const off = ` Its probabilities were off by ${(ece * 100).toFixed(1)} points on average.`;
  return `Checked on ${n.toLocaleString("en")} customers of a later period it had not seen:${ranked}${lift}${off}`;
}

function freshness({ explanation, now }: ExplanationView): string {
  const { risk, dataUpTo } = explanation;
  const of =
    dataUpTo === null || dataUpTo.source === null ? "" : ` of “${escapeMrkdwn(dataUpTo.source, 100)}”`;
  const data = dataUpTo === null ? "No activity yet" : `Data${of} up to ${shortDay(dataUpTo.day, now)}`;
  return "scoredAt" in risk ? `${data} · scored ${ago(risk.scoredAt, now)}` : data;
}
