import type { ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";

export type FindModelVersionDeps = { readonly modelVersions: Pick<ModelVersionStore, "find" | "champion"> };

export type FoundModelVersion = { readonly version: ModelVersion; readonly championId: number | null };

/** A version by its number, and which one serves; null where there is none. */
export async function findModelVersion(
  { modelVersions }: FindModelVersionDeps,
  id: number,
): Promise<FoundModelVersion | null> {
  const version = await modelVersions.find(id);
  return version === null ? null : { version, championId: (await modelVersions.champion())?.id ?? null };
}
