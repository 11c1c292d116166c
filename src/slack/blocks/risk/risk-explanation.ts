import type { KnownBlock, ModalView } from "@slack/types";
import { isNoSignal } from "../../../domain/risk/scores/no-score.ts";
import type { RiskExplanation } from "../../../domain/risk/scores/risk-explanation.ts";
import type { ScoringModel } from "../../../domain/risk/scores/score-facts.ts";
import { labelled, sentences } from "../../../words/joined.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { ACTION, CALLBACK } from "../../ids.ts";
import { encodeButton } from "../button-value.ts";
import { about, actions, button, context, header, plain, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { spoken } from "../spoken.ts";
import { ago, shortDate, shortDay } from "../words.ts";
import { type MovementState, movementBlocks } from "./movement.ts";
import {
  bracketOf,
  leverLine,
  percentPhrase,
  type Reading,
  riskNotes,
  riskSentence,
  whatIsRisked,
} from "./risk-words.ts";

const NAME_LENGTH = 300;

export type ExplanationView = Reading & {
  readonly explanation: RiskExplanation;
  /** Why the score moved; left out: nothing is said of it. */
  readonly movement?: MovementState;
};

/** Everything behind a customer's risk figure, in plain words. */
export function riskExplanationModal(view: ExplanationView): ModalView {
  const say = sayIn(view.locale);
  return {
    type: "modal",
    callback_id: CALLBACK.why,
    title: plain(say("why.title"), 24),
    close: plain(say("why.close"), 24),
    blocks: explanationBlocks(view),
  };
}

/** The same as a message. */
export function riskExplanationMessage(view: ExplanationView): SlackMessage {
  const { explanation, locale } = view;
  const told = explanation.reasons.map((reason) => escapeMrkdwn(textOf(reason, locale), 500));
  const lines = [`${riskSentence(explanation, view)}.`, ...(explanation.risk.kind === "scored" ? told : [])];
  return {
    blocks: explanationBlocks(view),
    text: labelled(escapeMrkdwn(explanation.name, NAME_LENGTH), spoken(lines, locale), sayIn(locale)),
  };
}

function explanationBlocks(view: ExplanationView): KnownBlock[] {
  const { explanation } = view;
  const say = sayIn(view.locale);
  return [
    header(explanation.name),
    section(`${riskSentence(explanation, view)}.`),
    ...notes(view),
    ...movementBlocks(view.movement ?? null, view),
    ...reasons(view, say),
    ...levers(view, say),
    ...meaning(explanation, say),
    ...(explanation.model === null ? [] : [section(aboutModel(explanation.model, view, say))]),
    history(view),
    context(freshness(view, say)),
  ];
}

function history({ explanation: { customerId, name }, now, locale }: ExplanationView): KnownBlock {
  const value = encodeButton({ customerId, suggestionKey: null, shownAt: now });
  return actions("why_history", [
    about(name, button(ACTION.history, sayIn(locale)("history.button"), value)),
  ]);
}

function notes({ explanation, ...reading }: ExplanationView): KnownBlock[] {
  const lines = riskNotes(explanation.risk, reading);
  return lines.length === 0 ? [] : [section(lines.join("\n"))];
}

function reasons({ explanation, locale }: ExplanationView, say: Say): KnownBlock[] {
  const { reasons: found, unexplained, risk } = explanation;
  if (unexplained !== null && risk.kind === "scored")
    return [section(escapeMrkdwn(textOf(unexplained, locale), 500))];
  if (risk.kind !== "scored") return [];
  if (found.length === 0) return [section(say("why.reasons.none"))];
  const list = found.map((reason) => `• ${escapeMrkdwn(textOf(reason, locale), 500)}`);
  return [section([say("why.reasons"), ...list].join("\n"))];
}

/** Every step that would lower the risk, or that none is known; nothing where there is no figure. */
export function levers({ explanation, locale }: ExplanationView, say: Say): KnownBlock[] {
  const { levers: known, unexplained, risk } = explanation;
  if (risk.kind !== "scored" || risk.stale || risk.stopped || unexplained !== null) return [];
  const heading = say("why.levers");
  if (known.length === 0) return [section(`${heading}\n${say("why.levers.none")}`)];
  const list = known.map((lever) => `• ${leverLine(lever, risk, locale)}`);
  return [section([heading, ...list, say("why.levers.basis")].join("\n"))];
}

function meaning({ risk, hasContract, model }: RiskExplanation, say: Say): KnownBlock[] {
  if (risk.kind === "no-score" && risk.because !== null && isNoSignal(risk.because))
    return [section(say("why.no-signal", { event: whatIsRisked(model?.horizonDays ?? null, hasContract) }))];
  if (risk.kind !== "scored") return [];
  const text = say("why.meaning", {
    figure: percentPhrase(risk.probability),
    inHundred: Math.min(99, Math.max(1, Math.round(risk.probability * 100))),
    event: whatIsRisked(risk.horizonDays, hasContract),
  });
  const bracket = risk.bounds === null ? null : bracketOf(risk.bounds);
  return [section(bracket === null ? text : `${text}\n${say("why.bracket", { bracket })}`)];
}

function aboutModel(model: ScoringModel, { now, timeZone, locale }: ExplanationView, say: Say): string {
  const trained = say("why.model", {
    version: model.id,
    kind: model.serves,
    day: shortDate(model.trainedAt, timeZone, now, locale),
  });
  // Of what says the same of everybody there is nothing to tell but that.
  if (model.heldOut === null || model.serves === "constant") return trained;
  return sentences([trained, ...checked(model.heldOut, say)], say);
}

function checked(metrics: NonNullable<ScoringModel["heldOut"]>, say: Say): string[] {
  const { n, rocAuc, ece, topDecileLift } = metrics;
  return [
    say("why.checked", { customers: n }),
    ...(rocAuc === null ? [] : [say("why.checked.pairs", { pairs: Math.round(rocAuc * 100) })]),
    ...(topDecileLift === null ? [] : [say("why.checked.tenth", { times: oneDecimal(topDecileLift) })]),
    say("why.checked.off", { points: oneDecimal(ece * 100) }),
  ];
}

const oneDecimal = (value: number) => Math.round(10 * value) / 10;

/** "Data up to 8 Dec, scored 2 h ago". */
export function freshness({ explanation, now, locale }: ExplanationView, say: Say): string {
  const { risk } = explanation;
  const data = dataAge(explanation.dataUpTo, { now, locale }, say);
  return "scoredAt" in risk ? say("why.scored", { data, ago: ago(risk.scoredAt, now, locale) }) : data;
}

function dataAge(
  dataUpTo: RiskExplanation["dataUpTo"],
  { now, locale }: Pick<ExplanationView, "now" | "locale">,
  say: Say,
): string {
  if (dataUpTo === null) return say("why.no-data");
  const day = shortDay(dataUpTo.day, now, locale);
  if (dataUpTo.source === null) return say("why.data", { day });
  return say("why.data-of", { day, source: escapeMrkdwn(dataUpTo.source, 100) });
}
