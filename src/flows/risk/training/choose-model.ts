import type { Clock } from "../../../domain/clock.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import type { ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import { type WhyUnusableDeps, whyUnusable } from "./why-unusable.ts";

export type ChooseModelDeps = WhyUnusableDeps & {
  readonly modelVersions: Pick<ModelVersionStore, "champion" | "find" | "load" | "promote">;
  readonly clock: Clock;
};

export type ChooseModelResult =
  | { readonly kind: "serves"; readonly version: ModelVersion; readonly before: number | null }
  | { readonly kind: "serves-already"; readonly version: ModelVersion }
  | { readonly kind: "unknown" }
  | { readonly kind: "unusable"; readonly reason: Phrase };

/** Makes a version serve, unless it could not. @param request.by for the audit */
export async function chooseModel(
  deps: ChooseModelDeps,
  { id, by }: { readonly id: number; readonly by: string },
): Promise<ChooseModelResult> {
  const { modelVersions } = deps;
  const version = await modelVersions.find(id);
  if (version === null) return { kind: "unknown" };
  const champion = await modelVersions.champion();
  if (champion?.id === id) return { kind: "serves-already", version };
  const reason = await whyUnusable(deps, id);
  if (reason !== null) return { kind: "unusable", reason };
  await modelVersions.promote(id, by, deps.clock());
  return { kind: "serves", version, before: champion?.id ?? null };
}
