import { ArtifactError, type ChurnModel } from "../../../domain/risk/churn-model.ts";
import {
  isBetter,
  type LogLossDifference,
  pairedBootstrap,
} from "../../../domain/risk/evaluation/paired-bootstrap.ts";
import { DamagedArtifactError, type PromotionDecision } from "../../../domain/risk/versions/model-version.ts";
import { type Unfit, whyUnfit } from "../../../domain/risk/versions/release.ts";
import { unfitBecause } from "../../../domain/risk/versions/signal-words.ts";
import type { ModelVersionStore, StoredModel } from "../../../store/risk/model-versions.ts";
import type { LabelledSnapshot } from "./labelled-snapshot.ts";
import { unhurried } from "./unhurried.ts";

export type CompareModelsDeps = {
  readonly modelVersions: Pick<ModelVersionStore, "champion" | "loadChampion">;
  readonly model: Pick<ChurnModel, "score">;
};

/** The newly trained model on the newest slice that nothing was fitted on. */
export type Challenger = {
  readonly heldOut: LabelledSnapshot;
  readonly probabilities: Float64Array;
  /** What the constant forecast said of the same customers. */
  readonly constantProbabilities: Float64Array;
  readonly horizonDays: number;
  readonly seed: number;
};

/**
 * Whether a challenger takes the champion's place: the first one does, and so does one that replaces a champion which
 * can no longer be used or would not be released today: the challenger itself has passed that rule on the same slice,
 * or is the constant. Any other only where it is better beyond chance on the newest slice, scored by both.
 */
export async function compareWithChampion(
  deps: CompareModelsDeps,
  challenger: Challenger,
): Promise<PromotionDecision> {
  const loaded = await loadChampion(deps);
  if (loaded.kind === "none") return { ...NOT_COMPARED, kind: "first", reason: "It is the first model." };
  if (loaded.kind === "unusable") return replaced(loaded.id, loaded.reason);
  const { champion } = loaded;
  if (champion.horizonDays !== challenger.horizonDays)
    return replaced(champion.id, otherHorizon(champion, challenger));
  try {
    const { heldOut } = challenger;
    const scored = await deps.model.score(champion.artifact, heldOut, { contributions: false });
    return await decide(champion, challenger, scored.probabilities);
  } catch (error) {
    if (error instanceof ArtifactError) return replaced(champion.id, error.message);
    throw error;
  }
}

type LoadedChampion =
  | { readonly kind: "none" }
  | { readonly kind: "champion"; readonly champion: StoredModel }
  | { readonly kind: "unusable"; readonly id: number; readonly reason: string };

async function loadChampion({ modelVersions }: CompareModelsDeps): Promise<LoadedChampion> {
  try {
    const champion = await modelVersions.loadChampion();
    return champion === null ? { kind: "none" } : { kind: "champion", champion };
  } catch (error) {
    if (!(error instanceof DamagedArtifactError)) throw error;
    const version = await modelVersions.champion();
    return { kind: "unusable", id: version?.id ?? 0, reason: error.message };
  }
}

async function decide(
  champion: StoredModel,
  challenger: Challenger,
  championProbabilities: Float64Array,
): Promise<PromotionDecision> {
  const { heldOut, probabilities, constantProbabilities, seed } = challenger;
  // The constant claims no signal: it can only be beaten, not found unfit.
  const unfit =
    champion.serves === "constant"
      ? null
      : whyUnfit(heldOut.labels, championProbabilities, constantProbabilities);
  if (unfit !== null) return unfitChampion(champion.id, unfit, heldOut);
  const pairs = { labels: heldOut.labels, champion: championProbabilities, challenger: probabilities };
  const compared = await unhurried(pairedBootstrap(pairs, seed));
  const better = isBetter(compared);
  return {
    kind: better ? "better" : "not-better",
    reason: `${sentence(champion.id, compared, heldOut)} ${better ? "It takes its place." : "The champion stays."}`,
    championId: champion.id,
    ...compared,
    slice: sliceOf(heldOut),
  };
}

const sliceOf = ({ asOf, rows }: LabelledSnapshot) => ({ at: asOf.toISOString(), customers: rows });

const NOT_COMPARED = { championId: null, difference: null, interval: null, slice: null };

const replaced = (championId: number, why: string): PromotionDecision => ({
  ...NOT_COMPARED,
  kind: "champion-unusable",
  reason: `It replaces version ${championId}, which could not be used: ${why}`,
  championId,
});

const unfitChampion = (championId: number, why: Unfit, heldOut: LabelledSnapshot): PromotionDecision => ({
  ...NOT_COMPARED,
  kind: "champion-unfit",
  reason: `It replaces version ${championId}, which is no longer fit to serve: ${onSlice(heldOut)} ${unfitBecause(why)}.`,
  championId,
  slice: sliceOf(heldOut),
});

const otherHorizon = (champion: { horizonDays: number }, challenger: { horizonDays: number }) =>
  `it looks ${champion.horizonDays} days ahead and this one ${challenger.horizonDays}.`;

const onSlice = ({ rows, asOf }: LabelledSnapshot) =>
  `on the ${rows} customers of ${asOf.toISOString().slice(0, 10)}`;

function sentence(championId: number, compared: LogLossDifference, heldOut: LabelledSnapshot): string {
  const { difference, interval } = compared;
  const figures = `log loss ${signed(difference)}, 95 % interval ${signed(interval.low)} to ${signed(interval.high)}`;
  const where = onSlice(heldOut);
  if (interval.high < 0) return `Better than version ${championId} beyond chance ${where} (${figures}).`;
  if (interval.low > 0) return `Worse than version ${championId} beyond chance ${where} (${figures}).`;
  return `Not better than version ${championId} beyond chance ${where} (${figures}).`;
}

/** "−0.0123", "+0.0040". */
const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(4)}`;
