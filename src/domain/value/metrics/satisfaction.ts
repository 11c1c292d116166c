import { type Phrase, phrase } from "../../phrase.ts";
import { type Metric, type MetricContext, metric, noMetric } from "./metric.ts";

export type Satisfaction =
  | { readonly kind: "figure"; readonly value: number; readonly answers: number }
  | { readonly kind: "not-applicable"; readonly because: "no-answers" };
const NO_ANSWERS: Satisfaction = { kind: "not-applicable", because: "no-answers" };

/** Net promoter score, −100 to 100: % of 9–10 minus % of 0–6, over answers from 0 to 10. */
export function netPromoterScore(answers: readonly number[]): Satisfaction {
  if (answers.length === 0) return NO_ANSWERS;
  const points = answers.reduce((sum, score) => sum + promoterPoint(score), 0);
  return { kind: "figure", value: (100 * points) / answers.length, answers: answers.length };
}

/** 1 for a promoter, −1 for a detractor, 0 for those between. */
export const promoterPoint = (score: number): -1 | 0 | 1 => (score >= 9 ? 1 : score <= 6 ? -1 : 0);

/** CSAT in percent: satisfied ÷ answered. Whoever asks says from which score on an answer counts as satisfied. */
export function customerSatisfaction(answers: readonly number[], satisfiedFrom: number): Satisfaction {
  if (answers.length === 0) return NO_ANSWERS;
  const satisfied = answers.filter((score) => score >= satisfiedFrom).length;
  return { kind: "figure", value: (100 * satisfied) / answers.length, answers: answers.length };
}

/** CES: the mean answer on the scale that was asked; it means nothing without that scale beside it. */
export function customerEffortScore(answers: readonly number[]): Satisfaction {
  if (answers.length === 0) return NO_ANSWERS;
  const sum = answers.reduce((total, score) => total + score, 0);
  return { kind: "figure", value: sum / answers.length, answers: answers.length };
}

/** So many answers with one score on one scale. */
export type AnswerCount = {
  readonly kind: "csat" | "ces" | "nps" | "thumbs";
  readonly score: number;
  readonly scaleMax: number;
  readonly answers: number;
};

/** From this share of the scale on an answer counts as satisfied: 4 of 5, 8 of 10. The usual cut ("top two of five"). */
const SATISFIED_FROM_SHARE = 0.8;
export const NPS_SCALE = 10;

export const isSatisfied = ({ score, scaleMax }: Pick<AnswerCount, "score" | "scaleMax">): boolean =>
  score / scaleMax >= SATISFIED_FROM_SHARE;

/** NPS, CSAT and one CES per scale; answers on another scale than a figure's own are never mixed into it. */
export function satisfactionMetrics(context: MetricContext, counts: readonly AnswerCount[]): Metric[] {
  const scales = [...new Set(ofKind(counts, "ces").map(({ scaleMax }) => scaleMax))].sort((a, b) => a - b);
  return [
    npsMetric(context, ofKind(counts, "nps")),
    csatMetric(context, ofKind(counts, "csat")),
    ...(scales.length === 0 ? [null] : scales).map((scale) =>
      cesMetric(context, ofKind(counts, "ces"), scale),
    ),
  ];
}

function npsMetric(context: MetricContext, counts: readonly AnswerCount[]): Metric {
  const usable = counts.filter(({ scaleMax }) => scaleMax === NPS_SCALE);
  const others = answersIn(counts) - answersIn(usable);
  const described = {
    key: "nps",
    name: phrase("metric.nps.name"),
    unit: "points" as const,
    formula: phrase("metric.nps.formula"),
    note: others === 0 ? null : phrase("metric.nps.note", { answers: others }),
  };
  return satisfactionMetric(context, described, usable, netPromoterScore(expand(usable)));
}

function csatMetric(context: MetricContext, counts: readonly AnswerCount[]): Metric {
  const shares = counts.map((count) => ({ ...count, score: count.score / count.scaleMax }));
  const described = {
    key: "csat",
    name: phrase("metric.csat.name"),
    unit: "percent" as const,
    formula: phrase("metric.csat.formula", { percent: 100 * SATISFIED_FROM_SHARE }),
  };
  return satisfactionMetric(
    context,
    described,
    counts,
    customerSatisfaction(expand(shares), SATISFIED_FROM_SHARE),
  );
}

function cesMetric(context: MetricContext, all: readonly AnswerCount[], scale: number | null): Metric {
  const counts = all.filter(({ scaleMax }) => scaleMax === scale);
  const described = {
    key: scale === null ? "ces" : `ces-${scale}`,
    name: scale === null ? phrase("metric.ces.name") : phrase("metric.ces.name.scale", { scale }),
    unit: "score" as const,
    formula: phrase("metric.ces.formula"),
  };
  return satisfactionMetric(context, described, counts, customerEffortScore(expand(counts)));
}

function satisfactionMetric(
  context: MetricContext,
  described: Pick<Metric, "key" | "name" | "unit" | "formula"> & { readonly note?: Phrase | null },
  counts: readonly AnswerCount[],
  figure: Satisfaction,
): Metric {
  const given = {
    ...described,
    denominator: { what: phrase("metric.of.answers"), count: answersIn(counts) },
  };
  if (figure.kind === "figure") return metric(context, { ...given, value: figure.value });
  return noMetric(context, { ...given, because: phrase("metric.none.answers") });
}

const ofKind = (counts: readonly AnswerCount[], kind: AnswerCount["kind"]) =>
  counts.filter((count) => count.kind === kind);
const answersIn = (counts: readonly AnswerCount[]) => counts.reduce((sum, { answers }) => sum + answers, 0);
const expand = (counts: readonly AnswerCount[]) =>
  counts.flatMap(({ score, answers }) => new Array<number>(answers).fill(score));
