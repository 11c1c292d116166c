import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { CustomersOfCurrency } from "../../../domain/risk/model-money.ts";
import { isPromoted, type ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import { RETRAINING_JOB } from "../../../domain/risk/versions/model-watch.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import { type TrainModelDeps, type TrainModelInput, trainModel } from "./train-model.ts";
import { whyUnusable } from "./why-unusable.ts";

export type RetrainModelDeps = Omit<TrainModelDeps, "modelVersions"> & {
  readonly modelVersions: Pick<ModelVersionStore, "newest" | "load" | "save" | "champion" | "loadChampion">;
};

export type RetrainModelInput = Omit<TrainModelInput, "by" | "promote" | "onProgress">;

export type RetrainModelResult =
  | {
      readonly kind: "trained";
      readonly version: ModelVersion;
      readonly unrated: readonly CustomersOfCurrency[];
      readonly serves: boolean;
      /** It found no signal, where the version that served or was trained before it had. */
      readonly lostSignal: boolean;
    }
  /** The same rows would give the same model. */
  | { readonly kind: "nothing-new"; readonly reason: Phrase }
  | { readonly kind: "not-enough-history"; readonly reason: Phrase };

/** Learns again where there is anything new to learn from. */
export async function retrainModel(
  deps: RetrainModelDeps,
  input: RetrainModelInput,
): Promise<RetrainModelResult> {
  const reason = await whyNothingNew(deps, input);
  if (reason !== null) return { kind: "nothing-new", reason };
  const { modelVersions } = deps;
  const before = { newest: await modelVersions.newest(), champion: await modelVersions.champion() };
  const result = await trainModel(deps, { ...input, by: RETRAINING_JOB });
  if (result.kind === "not-enough-history") return result;
  const { version } = result;
  const serves = version.decision !== null && isPromoted(version.decision);
  return { ...result, serves, lostSignal: hasLostSignal(version, serves ? before.champion : before.newest) };
}

/** Against what served before where it takes over, else against the training before: each is news once. */
const hasLostSignal = (version: ModelVersion, before: ModelVersion | null): boolean =>
  version.serves === "constant" && before !== null && before.serves !== "constant";

/**
 * A store that keeps no activities has nothing to count: whether contracts ended is known anew every day there. And a
 * champion that can no longer be used, say after an upgrade, is replaced in any case.
 */
async function whyNothingNew(
  deps: RetrainModelDeps,
  { horizonDays }: RetrainModelInput,
): Promise<Phrase | null> {
  const { modelVersions, features } = deps;
  const [newest, champion] = await Promise.all([modelVersions.newest(), modelVersions.champion()]);
  const before = newest?.settings.activityRows ?? 0;
  if (newest === null || before === 0 || newest.horizonDays !== horizonDays) return null;
  if ((await features.countActivities()) !== before) return null;
  if (champion === null || (await whyUnusable(deps, champion.id)) !== null) return null;
  const trained = { day: newest.trainedAt.toISOString().slice(0, 10) };
  return phrase("training.nothing-new", { version: newest.id, trained });
}
