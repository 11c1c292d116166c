import type { ChurnModel, RangeCount, ScoredDataset } from "../domain/risk/churn-model.ts";
import type { Dataset } from "../domain/risk/dataset.ts";
import type { FeatureName } from "../domain/risk/features.ts";
import type { FeatureValues } from "../domain/risk/levers.ts";
import { noSignalReason, silenceReason } from "../domain/risk/silence.ts";
import { strongestReasons, type TypicalValues } from "../domain/risk/strongest-reasons.ts";
import type { CustomerRange, ExtractedFeatures, FeatureStore } from "../store/features.ts";
import type { StoredModel } from "../store/model-versions.ts";
import type { NewProbability, NewScore } from "../store/scores.ts";
import type { SourceDayStore } from "../store/source-days.ts";
import { findLevers } from "./find-levers.ts";

export type ScoreRangeDeps = {
  readonly features: Pick<FeatureStore, "extract">;
  readonly sourceDays: Pick<SourceDayStore, "customersFrom">;
  readonly model: Pick<ChurnModel, "score">;
};

/** What one scoring has in common over all its ranges. */
export type Scoring = {
  readonly asOf: Date;
  readonly model: StoredModel;
  /** Why customers of a source get no score, by source. */
  readonly staleSources: ReadonlyMap<string, string>;
};

/** Scores of one range. */
export type RangeScores = {
  readonly scores: readonly NewScore[];
  /** How many of them are silent because of their source. */
  readonly stale: number;
  readonly outOfRange: RangeCount;
};

/** Scores the customers of a range: a probability with its width, reasons and levers, or why there is none. */
export async function scoreRange(
  deps: ScoreRangeDeps,
  scoring: Scoring,
  range: CustomerRange,
): Promise<RangeScores> {
  const { asOf, model, staleSources } = scoring;
  const extracted = await deps.features.extract(asOf, range);
  const { customerIds, dataset } = extracted;
  if (dataset.rows === 0) return { scores: [], stale: 0, outOfRange: { outside: 0, values: 0 } };
  const scored = await deps.model.score(model.artifact, dataset);
  const stale = await staleReasons(deps, staleSources, range);
  const valuesOf = valuesByRow(dataset);
  const silences = silencesOf(extracted, stale, valuesOf, model.settings, everybodysSilence(scored, model));
  const rows = [...customerIds.keys()].filter((row) => !silences.has(row));
  const { artifact } = model;
  const { probabilities } = scored;
  const levers = await findLevers(deps.model, { artifact, dataset, probabilities, rows, valuesOf });
  const reasonsOf = reasonsByRow(scored, model.settings.typical);
  const scores = Array.from(customerIds, (customerId, row): NewScore => {
    const silence = silences.get(row);
    if (silence !== undefined) return { customerId, silence };
    const reasons = reasonsOf(row, valuesOf(row));
    return { customerId, ...probabilityOf(scored, row), reasons, levers: levers.get(row) ?? [] };
  });
  const { outOfRange } = scored;
  return { scores, stale: [...customerIds].filter((id) => stale.has(id)).length, outOfRange };
}

async function staleReasons(
  { sourceDays }: ScoreRangeDeps,
  staleSources: Scoring["staleSources"],
  range: CustomerRange,
): Promise<ReadonlyMap<number, string>> {
  const customers = await sourceDays.customersFrom([...staleSources.keys()], range);
  return new Map([...customers].map(([id, source]) => [id, staleSources.get(source) ?? ""]));
}

/** By row: why it gets no probability. What the source does not tell matters more than how little it has told. */
function silencesOf(
  { customerIds }: ExtractedFeatures,
  stale: ReadonlyMap<number, string>,
  valuesOf: (row: number) => FeatureValues,
  { leastSeenDays }: StoredModel["settings"],
  everybodys: string | null,
): ReadonlyMap<number, string> {
  const silences = new Map<number, string>();
  for (const [row, customerId] of customerIds.entries()) {
    const value = valuesOf(row);
    const silence =
      stale.get(customerId) ??
      everybodys ??
      silenceReason(
        {
          purchaseDays: value("purchaseDaysTotal"),
          daysSinceFirstPurchase: value("daysSinceFirstPurchase"),
          contractAgeDays: value("contractAgeDays"),
        },
        leastSeenDays,
      );
    if (silence !== null) silences.set(row, silence);
  }
  return silences;
}

/** Where the constant serves, nobody has a probability of their own: why, in words. */
function everybodysSilence(
  { serves, probabilities }: ScoredDataset,
  { horizonDays }: StoredModel,
): string | null {
  return serves === "constant" ? noSignalReason(probabilities[0] ?? 0, horizonDays) : null;
}

function probabilityOf(scored: ScoredDataset, row: number): Omit<NewProbability, "reasons" | "levers"> {
  const probability = scored.probabilities[row] ?? 0;
  const low = scored.low[row] ?? probability;
  const high = scored.high[row] ?? probability;
  const purchases = scored.expectedPurchases12m[row] ?? Number.NaN;
  const value = scored.expectedPurchaseMinor[row] ?? Number.NaN;
  return {
    ...{ probability, low, high },
    ...(Number.isNaN(purchases) ? {} : { expectedPurchases12m: purchases }),
    ...(Number.isNaN(value) ? {} : { expectedPurchaseMinor: value }),
  };
}

function reasonsByRow({ columns, contributions }: ScoredDataset, typical: TypicalValues) {
  const places = new Map(columns.map((name, place) => [name, place]));
  return (row: number, value: FeatureValues) => {
    const contributionOf = (name: FeatureName) => {
      const place = places.get(name);
      return place === undefined ? 0 : (contributions[row * columns.length + place] ?? 0);
    };
    return strongestReasons({ value, contributionOf, typical });
  };
}

function valuesByRow(dataset: Dataset): (row: number) => FeatureValues {
  const columns = new Map<string, Float64Array>();
  for (const column of dataset.columns) if (column.kind === "number") columns.set(column.name, column.values);
  return (row) => (name) => columns.get(name)?.[row] ?? Number.NaN;
}
