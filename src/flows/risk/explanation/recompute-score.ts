import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { ChurnModel } from "../../../domain/risk/churn-model.ts";
import type { Dataset } from "../../../domain/risk/dataset.ts";
import { currencyOf } from "../../../domain/risk/versions/model-version.ts";
import { whyUnreadable } from "../../../domain/risk/versions/unreadable.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import type { ModelVersionStore, StoredModel } from "../../../store/risk/model-versions.ts";

export type RecomputeDeps = {
  readonly features: Pick<FeatureStore, "extract">;
  readonly modelVersions: Pick<ModelVersionStore, "load">;
  readonly model: Pick<ChurnModel, "score">;
};

export type ModelUnreadable = {
  readonly kind: "model-unreadable";
  readonly modelVersionId: number | null;
  readonly reason: Phrase;
};

/** The version a score was made with, if its bytes can still be read. */
export async function loadVersion(
  deps: RecomputeDeps,
  modelVersionId: number | null,
): Promise<StoredModel | ModelUnreadable> {
  const unreadable = (reason: Phrase): ModelUnreadable => ({
    kind: "model-unreadable",
    modelVersionId,
    reason,
  });
  if (modelVersionId === null) return unreadable(phrase("model.not-recorded"));
  try {
    const version = await deps.modelVersions.load(modelVersionId);
    return version ?? unreadable(phrase("model.not-kept", { version: modelVersionId }));
  } catch (error) {
    const reason = whyUnreadable(modelVersionId, error);
    if (reason === null) throw error;
    return unreadable(reason);
  }
}

/** Which customer, as of when, and up to when anything is known. */
export type RecomputeMoment = { readonly customerId: number; readonly asOf: Date; readonly knownUpTo?: Date };

/** A customer's inputs, one row, and the probability they give. */
export type Recomputed = {
  readonly kind: "recomputed";
  readonly dataset: Dataset;
  /** What the money in it was multiplied by. */
  readonly moneyFactors: Float64Array;
  readonly probability: number;
};

/**
 * A customer's probability, 0–1, by a stored version at a date, as scoring would give it from the data of today,
 * ignoring what is dated at or after `knownUpTo`. Null where those data do not have them as a customer then.
 */
export async function recompute(
  deps: RecomputeDeps,
  version: StoredModel,
  at: RecomputeMoment,
): Promise<number | null | ModelUnreadable> {
  const recomputed = await recomputeWithInputs(deps, version, at);
  return recomputed?.kind === "recomputed" ? recomputed.probability : recomputed;
}

/** The same with the inputs it was computed from. */
export async function recomputeWithInputs(
  deps: RecomputeDeps,
  version: StoredModel,
  at: RecomputeMoment,
): Promise<Recomputed | null | ModelUnreadable> {
  const range = { fromCustomerId: at.customerId, toCustomerId: at.customerId };
  const currency = currencyOf(version.settings);
  const read = await deps.features.extract(at.asOf, range, currency, undefined, at.knownUpTo);
  const { customerIds, dataset, moneyFactors } = read;
  if (customerIds.length === 0) return null;
  try {
    const options = { contributions: false, urgent: true };
    const { probabilities } = await deps.model.score(version.artifact, dataset, options);
    return { kind: "recomputed", dataset, moneyFactors, probability: probabilities[0] ?? Number.NaN };
  } catch (error) {
    const reason = whyUnreadable(version.id, error);
    if (reason === null) throw error;
    return { kind: "model-unreadable", modelVersionId: version.id, reason };
  }
}
