import { ArtifactError, type ChurnModel } from "../../../domain/risk/churn-model.ts";
import type { Dataset } from "../../../domain/risk/dataset.ts";
import { FEATURES } from "../../../domain/risk/features.ts";
import { DamagedArtifactError, type ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";

export type ChooseModelDeps = {
  readonly modelVersions: Pick<
    ModelVersionStore,
    "champion" | "beforeChampion" | "find" | "load" | "promote" | "rollBack"
  >;
  readonly model: Pick<ChurnModel, "score">;
};

export type WhyUnusableDeps = {
  readonly modelVersions: Pick<ModelVersionStore, "load">;
  readonly model: Pick<ChurnModel, "score">;
};

/** Who chooses, for the audit, and when. */
export type Choice = { readonly by: string; readonly at: Date };

export type ChooseModelResult =
  | { readonly kind: "serves"; readonly version: ModelVersion; readonly before: number | null }
  | { readonly kind: "serves-already"; readonly version: ModelVersion }
  | { readonly kind: "unknown" }
  | { readonly kind: "unusable"; readonly reason: string };

/** Makes a version serve, unless it could not. */
export async function chooseModel(
  deps: ChooseModelDeps,
  id: number,
  { by, at }: Choice,
): Promise<ChooseModelResult> {
  const { modelVersions } = deps;
  const version = await modelVersions.find(id);
  if (version === null) return { kind: "unknown" };
  const champion = await modelVersions.champion();
  if (champion?.id === id) return { kind: "serves-already", version };
  const reason = await whyUnusable(deps, id);
  if (reason !== null) return { kind: "unusable", reason };
  await modelVersions.promote(id, by, at);
  return { kind: "serves", version, before: champion?.id ?? null };
}

export type RollBackResult =
  | { readonly kind: "rolled-back"; readonly from: number; readonly version: ModelVersion }
  | { readonly kind: "nothing-before"; readonly champion: ModelVersion | null }
  | { readonly kind: "unusable"; readonly id: number; readonly reason: string };

/** Undoes the last promotion: what served before serves again, unless it could not. */
export async function rollBackModel(deps: ChooseModelDeps, { by, at }: Choice): Promise<RollBackResult> {
  const { modelVersions } = deps;
  const before = await modelVersions.beforeChampion();
  const reason = before === null ? null : await whyUnusable(deps, before);
  if (before !== null && reason !== null) return { kind: "unusable", id: before, reason };
  const rolledBack = await modelVersions.rollBack(by, at);
  const version = await modelVersions.champion();
  if (rolledBack === null || version === null) return { kind: "nothing-before", champion: version };
  return { kind: "rolled-back", from: rolledBack.from, version };
}

/** Why a version could not serve, or null: it is tried on one customer of whom nothing is known. */
export async function whyUnusable(
  { modelVersions, model }: WhyUnusableDeps,
  id: number,
): Promise<string | null> {
  try {
    const loaded = await modelVersions.load(id);
    if (loaded) await model.score(loaded.artifact, NOBODY, { contributions: false });
    return null;
  } catch (error) {
    if (error instanceof ArtifactError || error instanceof DamagedArtifactError) return error.message;
    throw error;
  }
}

const NOBODY: Dataset = {
  rows: 1,
  columns: FEATURES.map(({ name }) => ({ kind: "number", name, values: Float64Array.of(Number.NaN) })),
};
