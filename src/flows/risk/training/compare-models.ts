import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { ChurnModel } from "../../../domain/risk/churn-model.ts";
import {
  isBetter,
  type LogLossDifference,
  pairedBootstrap,
} from "../../../domain/risk/evaluation/paired-bootstrap.ts";
import {
  inputsOf,
  type ModelInputs,
  type PromotionDecision,
} from "../../../domain/risk/versions/model-version.ts";
import { type Unfit, whyUnfit } from "../../../domain/risk/versions/release.ts";
import { whyUnreadable } from "../../../domain/risk/versions/unreadable.ts";
import type { ModelVersionStore, StoredModel } from "../../../store/risk/model-versions.ts";
import type { LabelledSnapshot } from "./labelled-snapshot.ts";
import { yielding } from "./yielding.ts";

export type CompareModelsDeps = {
  readonly modelVersions: Pick<ModelVersionStore, "champion" | "loadChampion">;
  readonly model: Pick<ChurnModel, "score">;
};

/** The newly trained model on the newest slice that nothing was fitted on. */
export type Challenger = {
  readonly heldOut: LabelledSnapshot;
  /** The same customers as a champion may read them: money in another currency, other attributes. */
  heldOutFor(inputs: ModelInputs): Promise<LabelledSnapshot>;
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
  if (loaded.kind === "none") return { ...NOT_COMPARED, kind: "first", reason: phrase("decision.first") };
  if (loaded.kind === "unusable") return replaced(loaded.id, loaded.reason);
  const { champion } = loaded;
  if (champion.horizonDays !== challenger.horizonDays)
    return replaced(champion.id, otherHorizon(champion, challenger));
  try {
    const heldOut = await challenger.heldOutFor(inputsOf(champion.settings));
    const scored = await deps.model.score(champion.artifact, heldOut, { contributions: false });
    return await decide(champion, challenger, scored.probabilities);
  } catch (error) {
    const unreadable = whyUnreadable(champion.id, error);
    if (unreadable === null) throw error;
    return replaced(champion.id, unreadable);
  }
}

type LoadedChampion =
  | { readonly kind: "none" }
  | { readonly kind: "champion"; readonly champion: StoredModel }
  | { readonly kind: "unusable"; readonly id: number; readonly reason: Phrase };

async function loadChampion({ modelVersions }: CompareModelsDeps): Promise<LoadedChampion> {
  try {
    const champion = await modelVersions.loadChampion();
    return champion === null ? { kind: "none" } : { kind: "champion", champion };
  } catch (error) {
    const version = await modelVersions.champion();
    const reason = whyUnreadable(version?.id ?? 0, error);
    if (reason === null) throw error;
    const id = version?.id ?? 0;
    return { kind: "unusable", id, reason };
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
  const compared = await yielding(pairedBootstrap(pairs, seed));
  return {
    kind: isBetter(compared) ? "better" : "not-better",
    reason: found(champion.id, compared, heldOut),
    championId: champion.id,
    ...compared,
    slice: sliceOf(heldOut),
  };
}

const sliceOf = ({ asOf, rows }: LabelledSnapshot) => ({ at: asOf.toISOString(), customers: rows });

const NOT_COMPARED = { championId: null, difference: null, interval: null, slice: null };

const replaced = (championId: number, why: Phrase): PromotionDecision => ({
  ...NOT_COMPARED,
  kind: "champion-unusable",
  reason: phrase("decision.champion-unusable", { champion: championId, why }),
  championId,
});

const unfitChampion = (championId: number, why: Unfit, heldOut: LabelledSnapshot): PromotionDecision => ({
  ...NOT_COMPARED,
  kind: "champion-unfit",
  reason: phrase("decision.champion-unfit", {
    champion: championId,
    ...onSlice(heldOut),
    why: phrase(`unfit.${why}`),
  }),
  championId,
  slice: sliceOf(heldOut),
});

const otherHorizon = (champion: { horizonDays: number }, challenger: { horizonDays: number }): Phrase =>
  phrase("model.other-horizon", { before: champion.horizonDays, now: challenger.horizonDays });

const onSlice = ({ rows, asOf }: LabelledSnapshot) => ({
  customers: rows,
  day: { day: asOf.toISOString().slice(0, 10) },
});

function found(champion: number, compared: LogLossDifference, heldOut: LabelledSnapshot): Phrase {
  const { difference, interval } = compared;
  return phrase(comparison(interval), { champion, ...onSlice(heldOut), difference, ...interval });
}

function comparison({ low, high }: LogLossDifference["interval"]): string {
  if (high < 0) return "compared.better";
  return low > 0 ? "compared.worse" : "compared.not-better";
}
