import { daysAfter } from "../../../domain/clock.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import type { ChurnModel, RangeCount, ScoredDataset } from "../../../domain/risk/churn-model.ts";
import type { FeatureValues } from "../../../domain/risk/scores/levers.ts";
import { noSignal, shortHistory } from "../../../domain/risk/scores/no-score.ts";
import { NOBODY_SCORED, type ScoringCounts } from "../../../domain/risk/scores/scoring-counts.ts";
import { endOfSource, type RestingSource } from "../../../domain/risk/scores/stale-source.ts";
import { isToldUnasked } from "../../../domain/risk/told-unasked.ts";
import { inputsOf } from "../../../domain/risk/versions/model-version.ts";
import type { CustomerRange, ExtractedFeatures, FeatureStore } from "../../../store/risk/features.ts";
import type { StoredModel } from "../../../store/risk/model-versions.ts";
import type { NewProbability, NewScore, ScoreStore } from "../../../store/risk/scores.ts";
import type { CustomerOfSource, SourceDayStore } from "../../../store/risk/source-days.ts";
import { explainRows, valuesByRow } from "../explanation/explain-rows.ts";

export type ReadRangeDeps = {
  readonly features: Pick<FeatureStore, "extract" | "extractOf">;
  readonly sourceDays: Pick<SourceDayStore, "customersFrom" | "hasOthers">;
  readonly scores: Pick<ScoreStore, "probabilitiesUpTo">;
};
export type ScoreRangeDeps = { readonly model: Pick<ChurnModel, "score"> };

/** What one scoring has in common over all its ranges. */
export type Scoring = {
  readonly asOf: Date;
  readonly model: StoredModel;
  /** Their customers are scored as of the end of their rows, and after that no more until rows come again. */
  readonly resting: readonly RestingSource[];
};

/** What the store knows of some of a range's customers as of a moment. */
export type RangeInputs = ExtractedFeatures & {
  readonly asOf: Date;
  /** Customers among them who are not to be scored as of it. */
  readonly leftOut: ReadonlySet<number>;
  /** The probability of a week earlier, 0–1, of those who had one. */
  readonly weekEarlier: ReadonlyMap<number, number>;
};

/** A range's customers by the moment they are scored as of, and how many keep the score they have. */
export type RangeParts = { readonly parts: readonly RangeInputs[]; readonly kept: number };

/** Scores as of one moment. */
export type RangeScores = {
  readonly scores: readonly NewScore[];
  readonly counts: ScoringCounts;
};

/** A digest compares with the newest score that is a week old. */
const DIGEST_DAYS = 7;

/** Everything the scores of a range are made from. */
export async function readRange(
  deps: ReadRangeDeps,
  { asOf, model, resting }: Scoring,
  range: CustomerRange,
): Promise<RangeParts> {
  const sources = resting.map(({ source }) => source);
  const atRest = await deps.sourceDays.customersFrom(sources, range, asOf);
  const leftOut = new Set(atRest.map(({ id }) => id));
  const inputs = inputsOf(model.settings);
  const part = async (moment: Date, extracted: ExtractedFeatures, without: ReadonlySet<number>) => {
    const weekEarlier = await deps.scores.probabilitiesUpTo(range, daysAfter(moment, -DIGEST_DAYS));
    return { ...extracted, asOf: moment, leftOut: without, weekEarlier };
  };
  const parts: RangeInputs[] = [];
  if (await deps.sourceDays.hasOthers(sources, range))
    parts.push(await part(asOf, await deps.features.extract(asOf, range, inputs), leftOut));
  let kept = atRest.length;
  for (const source of resting) {
    const ends = endOfSource(source);
    const ids = atRest.filter((one) => isBehind(one, source, ends)).map(({ id }) => id);
    if (ids.length === 0) continue;
    kept -= ids.length;
    parts.push(await part(ends, await deps.features.extractOf(ends, ids, inputs), NOBODY));
  }
  return { parts, kept };
}

const NOBODY: ReadonlySet<number> = new Set();

/** Whether rows of the source came after the customer was scored last. */
const isBehind = (customer: CustomerOfSource, { source }: RestingSource, ends: Date) =>
  customer.source === source && (customer.scoredAt === null || customer.scoredAt < ends);

/**
 * Scores customers as of one moment: a probability with the range it may lie in, or why there is none; reasons and levers for
 * those of whom somebody may be told unasked.
 */
export async function scoreRange(
  deps: ScoreRangeDeps,
  { model: version }: Pick<Scoring, "model">,
  inputs: RangeInputs,
): Promise<RangeScores> {
  const { customerIds, dataset, moneyFactors, leftOut } = inputs;
  if (dataset.rows === 0) return { scores: [], counts: NOBODY_SCORED };
  const scored = await deps.model.score(version.artifact, dataset, { contributions: false });
  const { probabilities, outOfRange } = scored;
  const valuesOf = valuesByRow(dataset);
  const withoutScore = reasonsForNone(inputs, valuesOf, version.settings, everybodysReason(scored, version));
  const isScored = (row: number) => !leftOut.has(customerIds[row] ?? 0);
  const rows = toldRows(inputs, probabilities, valuesOf).filter(
    (row) => isScored(row) && !withoutScore.has(row),
  );
  const explanations = await explainRows(deps.model, { version, dataset, moneyFactors, probabilities, rows });
  const scores = [...customerIds.keys()].filter(isScored).map((row): NewScore => {
    const customerId = customerIds[row] ?? 0;
    const because = withoutScore.get(row);
    if (because !== undefined) return { customerId, silence: because };
    return {
      customerId,
      ...probabilityOf(scored, row, moneyFactors[row] ?? 1),
      explanation: explanations.get(row) ?? null,
    };
  });
  const unrated = inputs.currencies.filter((_, row) => isScored(row) && Number.isNaN(moneyFactors[row]));
  return { scores, counts: countsOf(inputs.asOf, scores, unrated, outOfRange) };
}

/** @param unrated the currency of each customer whose money is unknown for want of a rate */
function countsOf(
  asOf: Date,
  scores: readonly NewScore[],
  unrated: readonly string[],
  { outside, values }: RangeCount,
): ScoringCounts {
  const unscored = scores.filter((score) => "silence" in score).length;
  const byCurrency: Record<string, number> = {};
  for (const currency of unrated) byCurrency[currency] = (byCurrency[currency] ?? 0) + 1;
  return {
    ...{ scored: scores.length - unscored, unscored, kept: 0, outside, values, unrated: byCurrency },
    newest: scores.length === 0 ? null : asOf.toISOString(),
  };
}

/** The rows of whom somebody may be told unasked. */
function toldRows(
  { customerIds, weekEarlier }: RangeInputs,
  probabilities: Float64Array,
  valuesOf: (row: number) => FeatureValues,
): number[] {
  return [...customerIds.keys()].filter((row) => {
    const value = valuesOf(row);
    return isToldUnasked({
      probability: probabilities[row] ?? 0,
      weekEarlier: weekEarlier.get(customerIds[row] ?? 0) ?? null,
      hasContract: !Number.isNaN(value("contractAgeDays")),
      daysSinceLastPurchase: value("daysSinceLastPurchase"),
    });
  });
}

/** By row: why it gets no probability. */
function reasonsForNone(
  { customerIds }: ExtractedFeatures,
  valuesOf: (row: number) => FeatureValues,
  { leastSeenDays }: StoredModel["settings"],
  everybodys: Phrase | null,
): ReadonlyMap<number, Phrase> {
  const withoutScore = new Map<number, Phrase>();
  for (const row of customerIds.keys()) {
    const value = valuesOf(row);
    const because =
      everybodys ??
      shortHistory(
        {
          purchaseDays: value("purchaseDaysTotal"),
          daysSinceFirstPurchase: value("daysSinceFirstPurchase"),
          contractAgeDays: value("contractAgeDays"),
        },
        leastSeenDays,
      );
    if (because !== null) withoutScore.set(row, because);
  }
  return withoutScore;
}

/** Where the constant serves, nobody has a probability of their own: why. */
function everybodysReason(
  { serves, probabilities }: ScoredDataset,
  { horizonDays }: StoredModel,
): Phrase | null {
  return serves === "constant" ? noSignal(probabilities[0] ?? 0, horizonDays) : null;
}

/** @param moneyFactor what the row's money was multiplied by: amounts are kept in the customer's own currency */
function probabilityOf(
  scored: ScoredDataset,
  row: number,
  moneyFactor: number,
): Omit<NewProbability, "explanation"> {
  const probability = scored.probabilities[row] ?? 0;
  const low = scored.low[row] ?? probability;
  const high = scored.high[row] ?? probability;
  const purchases = scored.expectedPurchases12m[row] ?? Number.NaN;
  const value = (scored.expectedPurchaseMinor[row] ?? Number.NaN) / moneyFactor;
  return {
    ...{ probability, low, high },
    ...(Number.isNaN(purchases) ? {} : { expectedPurchases12m: purchases }),
    ...(Number.isNaN(value) ? {} : { expectedPurchaseMinor: value }),
  };
}
