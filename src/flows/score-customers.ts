import { ArtifactError, type ChurnModel, type ScoredDataset } from "../domain/risk/churn-model.ts";
import type { Dataset } from "../domain/risk/dataset.ts";
import type { FeatureName } from "../domain/risk/features.ts";
import type { ModelVersion } from "../domain/risk/model-version.ts";
import { silenceReason } from "../domain/risk/silence.ts";
import { strongestReasons, type TypicalValues } from "../domain/risk/strongest-reasons.ts";
import type { CustomerRange, ExtractedFeatures, FeatureStore } from "../store/features.ts";
import type { ModelVersionStore, StoredModel } from "../store/model-versions.ts";
import type { NewScore, ScoreStore } from "../store/scores.ts";

export type ScoreCustomersDeps = {
  readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "rangesAtOnce">;
  readonly modelVersions: Pick<ModelVersionStore, "loadNewest">;
  readonly scores: ScoreStore;
  readonly model: Pick<ChurnModel, "score">;
};

export type ScoreCustomersInput = {
  /** Nothing at or after it is read; it dates the scores. */
  readonly asOf: Date;
  readonly onProgress?: (done: number, total: number) => void;
};

export type ScoreCustomersResult =
  | {
      readonly kind: "scored";
      readonly asOf: Date;
      readonly scored: number;
      /** Customers with too little history. */
      readonly silent: number;
      readonly seconds: number;
      readonly version: Omit<ModelVersion, "settings" | "metrics">;
    }
  | { readonly kind: "no-model"; readonly reason: string }
  | { readonly kind: "unusable-model"; readonly reason: string };

/** Scores everyone who is a customer as of the moment, by the newest model, with reasons. A rerun ends the same. */
export async function scoreCustomers(
  deps: ScoreCustomersDeps,
  input: ScoreCustomersInput,
): Promise<ScoreCustomersResult> {
  const startedAt = performance.now();
  const model = await deps.modelVersions.loadNewest();
  if (!model)
    return { kind: "no-model", reason: "No model has been trained yet. Run `mainstay train` first." };
  try {
    const counts = await scoreRanges(deps, model, input);
    await deps.scores.dropOthers(input.asOf, model.id);
    const { artifact: _artifact, settings: _settings, metrics: _metrics, ...version } = model;
    const seconds = (performance.now() - startedAt) / 1000;
    return { kind: "scored", asOf: input.asOf, ...counts, seconds, version };
  } catch (error) {
    if (error instanceof ArtifactError) return { kind: "unusable-model", reason: error.message };
    throw error;
  }
}

type Counts = { scored: number; silent: number };

async function scoreRanges(
  deps: ScoreCustomersDeps,
  model: StoredModel,
  { asOf, onProgress }: ScoreCustomersInput,
): Promise<Counts> {
  const ranges = await deps.features.customerRanges();
  const waiting = [...ranges];
  const counts: Counts = { scored: 0, silent: 0 };
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let range = waiting.shift(); range; range = waiting.shift()) {
      const scores = await scoreRange(deps, model, asOf, range);
      await deps.scores.save({ asOf, modelVersionId: model.id, scores });
      for (const score of scores) counts["silence" in score ? "silent" : "scored"] += 1;
      onProgress?.(++done, ranges.length);
    }
  };
  const stopOthers = (error: unknown) => {
    waiting.length = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: deps.features.rangesAtOnce }, () => lane().catch(stopOthers)));
  return counts;
}

async function scoreRange(
  deps: ScoreCustomersDeps,
  model: StoredModel,
  asOf: Date,
  range: CustomerRange,
): Promise<NewScore[]> {
  const extracted = await deps.features.extract(asOf, range);
  if (extracted.dataset.rows === 0) return [];
  const scored = await deps.model.score(model.artifact, extracted.dataset);
  return newScores(extracted, scored, model.settings.typical);
}

function newScores(
  { customerIds, dataset }: ExtractedFeatures,
  scored: ScoredDataset,
  typical: TypicalValues,
): NewScore[] {
  const values = columnsByName(dataset);
  const places = new Map(scored.columns.map((name, place) => [name, place]));
  return Array.from(customerIds, (customerId, row) => {
    const value = (name: FeatureName) => values.get(name)?.[row] ?? Number.NaN;
    const silence = silenceReason({
      purchaseDays: value("purchaseDaysTotal"),
      daysSinceFirstPurchase: value("daysSinceFirstPurchase"),
      contractAgeDays: value("contractAgeDays"),
    });
    if (silence !== null) return { customerId, silence };
    const contributionOf = (name: FeatureName) => {
      const place = places.get(name);
      return place === undefined ? 0 : (scored.contributions[row * scored.columns.length + place] ?? 0);
    };
    const reasons = strongestReasons({ value, contributionOf, typical });
    return { customerId, probability: scored.probabilities[row] ?? 0, reasons };
  });
}

function columnsByName(dataset: Dataset): Map<string, Float64Array> {
  const columns = new Map<string, Float64Array>();
  for (const column of dataset.columns) if (column.kind === "number") columns.set(column.name, column.values);
  return columns;
}
