import type { Clock } from "../../../domain/clock.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import type { ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import { type WhyUnusableDeps, whyUnusable } from "./why-unusable.ts";

export type RollBackModelDeps = WhyUnusableDeps & {
  readonly modelVersions: Pick<ModelVersionStore, "champion" | "beforeChampion" | "load" | "rollBack">;
  readonly clock: Clock;
};

export type RollBackResult =
  | { readonly kind: "rolled-back"; readonly from: number; readonly version: ModelVersion }
  | { readonly kind: "nothing-before"; readonly champion: ModelVersion | null }
  | { readonly kind: "unusable"; readonly id: number; readonly reason: Phrase };

/** Undoes the last promotion: what served before serves again, unless it could not. @param request.by for the audit */
export async function rollBackModel(
  deps: RollBackModelDeps,
  { by }: { readonly by: string },
): Promise<RollBackResult> {
  const { modelVersions } = deps;
  const before = await modelVersions.beforeChampion();
  const reason = before === null ? null : await whyUnusable(deps, before);
  if (before !== null && reason !== null) return { kind: "unusable", id: before, reason };
  const rolledBack = await modelVersions.rollBack(by, deps.clock());
  const version = await modelVersions.champion();
  if (rolledBack === null || version === null) return { kind: "nothing-before", champion: version };
  return { kind: "rolled-back", from: rolledBack.from, version };
}
