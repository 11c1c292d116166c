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
  /** Another version serves than the one that was to step down: somebody was faster. */
  | { readonly kind: "changed"; readonly champion: ModelVersion }
  | { readonly kind: "unusable"; readonly id: number; readonly reason: Phrase };

/**
 * Undoes the last promotion: what served before serves again, unless it could not.
 * @param request.by for the audit
 * @param request.seen the version that is to step down; left out: whichever serves
 */
export async function rollBackModel(
  deps: RollBackModelDeps,
  { by, seen = null }: { readonly by: string; readonly seen?: number | null },
): Promise<RollBackResult> {
  const { modelVersions } = deps;
  const champion = await modelVersions.champion();
  if (isAnother(champion, seen)) return { kind: "changed", champion };
  const before = await modelVersions.beforeChampion();
  const reason = before === null ? null : await whyUnusable(deps, before);
  if (before !== null && reason !== null) return { kind: "unusable", id: before, reason };
  const rolledBack = await modelVersions.rollBack(by, deps.clock(), seen);
  const version = await modelVersions.champion();
  if (rolledBack === null && isAnother(version, seen)) return { kind: "changed", champion: version };
  if (rolledBack === null || version === null) return { kind: "nothing-before", champion: version };
  return { kind: "rolled-back", from: rolledBack.from, version };
}

const isAnother = (champion: ModelVersion | null, seen: number | null): champion is ModelVersion =>
  champion !== null && seen !== null && champion.id !== seen;
