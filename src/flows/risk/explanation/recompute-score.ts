import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { ChurnModel } from "../../../domain/risk/churn-model.ts";
import type { Dataset } from "../../../domain/risk/dataset.ts";
import { inputsOf } from "../../../domain/risk/versions/model-version.ts";
import { whyUnreadable } from "../../../domain/risk/versions/unreadable.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import type { ModelVersionStore, StoredModel } from "../../../store/risk/model-versions.ts";

export type RecomputeDeps = {
  readonly features: Pick<FeatureStore, "extractOf">;
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

/** Customers' inputs, a row each, and the probabilities they give. */
export type Recomputed = {
  readonly kind: "recomputed";
  readonly dataset: Dataset;
  /** What each row's money in it was multiplied by. */
  readonly moneyFactors: Float64Array;
  readonly probabilities: ArrayLike<number>;
  /** By customer; without those whom the data do not have as customers then. */
  readonly rows: ReadonlyMap<number, number>;
};

/**
 * A customer's probability, 0–1, by a stored version at a date, as scoring would give it from the data of today,
 * ignoring what is dated at or after `knownUpTo`. Null where those data do not have them as a customer then.
 */
export async function recompute(
  deps: RecomputeDeps,
  version: StoredModel,
  { customerId, ...moment }: RecomputeMoment,
): Promise<number | null | ModelUnreadable> {
  const again = await recomputeWithInputs(deps, version, { ...moment, customerIds: [customerId] });
  return again.kind === "recomputed" ? (again.probabilities[0] ?? null) : again;
}

/** The same for many customers, with the inputs it was computed from. */
export async function recomputeWithInputs(
  deps: RecomputeDeps,
  version: StoredModel,
  at: Omit<RecomputeMoment, "customerId"> & { readonly customerIds: readonly number[] },
): Promise<Recomputed | ModelUnreadable> {
  const inputs = inputsOf(version.settings);
  const read = await deps.features.extractOf(at.asOf, at.customerIds, inputs, at.knownUpTo);
  const { dataset, moneyFactors } = read;
  const rows = new Map([...read.customerIds].map((id, row) => [id, row]));
  if (rows.size === 0) return { kind: "recomputed", dataset, moneyFactors, probabilities: [], rows };
  try {
    const options = { contributions: false, urgent: true };
    const { probabilities } = await deps.model.score(version.artifact, dataset, options);
    return { kind: "recomputed", dataset, moneyFactors, probabilities, rows };
  } catch (error) {
    const reason = whyUnreadable(version.id, error);
    if (reason === null) throw error;
    return { kind: "model-unreadable", modelVersionId: version.id, reason };
  }
}
