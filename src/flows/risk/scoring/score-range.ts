import { daysAfter } from "../../../domain/clock.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import type { ChurnModel, RangeCount, ScoredDataset } from "../../../domain/risk/churn-model.ts";
import type { FeatureValues } from "../../../domain/risk/scores/levers.ts";
import { noSignal, shortHistory } from "../../../domain/risk/scores/no-score.ts";
import { isToldUnasked } from "../../../domain/risk/told-unasked.ts";
import { currencyOf } from "../../../domain/risk/versions/model-version.ts";
import type { CustomerRange, ExtractedFeatures, FeatureStore } from "../../../store/risk/features.ts";
import type { StoredModel } from "../../../store/risk/model-versions.ts";
import type { NewProbability, NewScore, ScoreStore } from "../../../store/risk/scores.ts";
import type { SourceDayStore } from "../../../store/risk/source-days.ts";
import { explainRows, valuesByRow } from "../explanation/explain-rows.ts";

export type ReadRangeDeps = {
  readonly features: Pick<FeatureStore, "extract">;
  readonly sourceDays: Pick<SourceDayStore, "customersFrom">;
  readonly scores: Pick<ScoreStore, "probabilitiesUpTo">;
};
export type ScoreRangeDeps = { readonly model: Pick<ChurnModel, "score"> };

/** What one scoring has in common over all its ranges. */
export type Scoring = {
  readonly asOf: Date;
  readonly model: StoredModel;
  /** Why customers of a source get no score, by source. */
  readonly staleSources: ReadonlyMap<string, Phrase>;
};

/** What the store knows of a range's customers. */
export type RangeInputs = ExtractedFeatures & {
  /** Why customers get no score because of their source. */
  readonly stale: ReadonlyMap<number, Phrase>;
  /** The probability of a week earlier, 0–1, of those who had one. */
  readonly weekEarlier: ReadonlyMap<number, number>;
};

/** Scores of one range. */
export type RangeScores = {
  readonly scores: readonly NewScore[];
  /** How many of them have none because of their source. */
  readonly stale: number;
  /** The currency of each customer whose money is unknown for want of a rate. */
  readonly unrated: readonly string[];
  readonly outOfRange: RangeCount;
};

/** A digest compares with the newest score that is a week old. */
const DIGEST_DAYS = 7;

/** Everything the scores of a range are made from. */
export async function readRange(
  deps: ReadRangeDeps,
  { asOf, model, staleSources }: Scoring,
  range: CustomerRange,
): Promise<RangeInputs> {
  const extracted = await deps.features.extract(asOf, range, currencyOf(model.settings));
  const customers = await deps.sourceDays.customersFrom([...staleSources.keys()], range);
  const stale = new Map(
    [...customers].flatMap(([id, source]) => {
      const why = staleSources.get(source);
      return why === undefined ? [] : [[id, why] as const];
    }),
  );
  const weekEarlier = await deps.scores.probabilitiesUpTo(range, daysAfter(asOf, -DIGEST_DAYS));
  return { ...extracted, stale, weekEarlier };
}

/**
 * Scores the customers of a range: a probability with the range it may lie in, or why there is none; reasons and levers for those of
 * whom somebody may be told unasked.
 */
export async function scoreRange(
  deps: ScoreRangeDeps,
  { model: version }: Scoring,
  inputs: RangeInputs,
): Promise<RangeScores> {
  const { customerIds, dataset, moneyFactors, stale } = inputs;
  if (dataset.rows === 0) return { scores: [], stale: 0, unrated: [], outOfRange: { outside: 0, values: 0 } };
  const scored = await deps.model.score(version.artifact, dataset, { contributions: false });
  const { probabilities, outOfRange } = scored;
  const valuesOf = valuesByRow(dataset);
  const withoutScore = reasonsForNone(
    inputs,
    stale,
    valuesOf,
    version.settings,
    everybodysReason(scored, version),
  );
  const rows = toldRows(inputs, probabilities, valuesOf).filter((row) => !withoutScore.has(row));
  const explanations = await explainRows(deps.model, { version, dataset, moneyFactors, probabilities, rows });
  const scores = Array.from(customerIds, (customerId, row): NewScore => {
    const because = withoutScore.get(row);
    if (because !== undefined) return { customerId, silence: because };
    return {
      customerId,
      ...probabilityOf(scored, row, moneyFactors[row] ?? 1),
      explanation: explanations.get(row) ?? null,
    };
  });
  const unrated = inputs.currencies.filter((_, row) => Number.isNaN(moneyFactors[row]));
  return { scores, stale: [...customerIds].filter((id) => stale.has(id)).length, unrated, outOfRange };
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

/** By row: why it gets no probability. What the source does not tell matters more than how little it has told. */
function reasonsForNone(
  { customerIds }: ExtractedFeatures,
  stale: ReadonlyMap<number, Phrase>,
  valuesOf: (row: number) => FeatureValues,
  { leastSeenDays }: StoredModel["settings"],
  everybodys: Phrase | null,
): ReadonlyMap<number, Phrase> {
  const withoutScore = new Map<number, Phrase>();
  for (const [row, customerId] of customerIds.entries()) {
    const value = valuesOf(row);
    const because =
      stale.get(customerId) ??
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
