import type { ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";

export type ListModelVersionsDeps = { readonly modelVersions: Pick<ModelVersionStore, "list" | "champion"> };

export type ListedModelVersions = {
  /** Newest first. */
  readonly versions: readonly ModelVersion[];
  readonly championId: number | null;
};

/** Every version that was trained, and which one serves. */
export async function listModelVersions({
  modelVersions,
}: ListModelVersionsDeps): Promise<ListedModelVersions> {
  const versions = await modelVersions.list();
  return { versions, championId: (await modelVersions.champion())?.id ?? null };
}
