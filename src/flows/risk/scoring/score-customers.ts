import type { Phrase } from "../../../domain/phrase.ts";
import type { CustomersOfCurrency, ModelCurrency } from "../../../domain/risk/model-money.ts";
import {
  addCounts,
  NOBODY_SCORED,
  outOfRangeShare,
  type ScoringCounts,
  unratedOf,
} from "../../../domain/risk/scores/scoring-counts.ts";
import { staleReason } from "../../../domain/risk/scores/stale-source.ts";
import { currencyOf, type ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import type { UncountedCustomerStore } from "../../../store/figures/uncounted-customers.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import type { ScoreStore } from "../../../store/risk/scores.ts";
import type { Led, SharedWork } from "../../../store/shared-work/shared-work.ts";
import { NO_MODEL, type NoModel, type UnusableModel, unusableModel } from "../no-model.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "./find-resting-sources.ts";
import type { Scoring } from "./score-range.ts";
import { SCORING, type ScoringRangesDeps, type ScoringSettings, scoringRanges } from "./scoring-ranges.ts";

export type ScoreCustomersDeps = ScoringRangesDeps &
  FindRestingSourcesDeps & {
    readonly features: Pick<FeatureStore, "customerRanges">;
    readonly modelVersions: Pick<ModelVersionStore, "loadChampion">;
    readonly uncounted: Pick<UncountedCustomerStore, "keep">;
    readonly scores: Pick<ScoreStore, "dropOthers">;
    readonly sharedWork: Pick<SharedWork, "lead">;
  };

export type ScoreCustomersInput = {
  /** Nothing at or after it is read; it dates the scores. */
  readonly asOf: Date;
  readonly onProgress?: (done: number, total: number) => void;
};

export type ScoreCustomersResult =
  | {
      readonly kind: "scored";
      /** The latest moment that anybody was scored as of; where nobody was, the one that was asked for. */
      readonly asOf: Date;
      readonly scored: number;
      /** Customers without a probability, for want of history or signal. */
      readonly unscored: number;
      /** Customers who keep the score they have, because their source has sent nothing since. */
      readonly kept: number;
      /** The sources that have stopped sending. */
      readonly stopped: readonly Phrase[];
      /** Share of the customers' figures beyond the range of the training rows, 0–1: each counts as the nearest seen. */
      readonly outOfRangeShare: number;
      /** Customers whose money the model does not know, because no rate to its currency is stated; most first. */
      readonly unrated: readonly CustomersOfCurrency[];
      /** What the model counts money in. */
      readonly currency: ModelCurrency;
      readonly seconds: number;
      readonly version: Omit<ModelVersion, "settings" | "metrics">;
    }
  | NoModel
  | UnusableModel;

/**
 * Scores everyone who is a customer as of the moment, by the champion. Reasons come with the scores that may be told
 * unasked; the others are explained when somebody asks (`explainScores`). A rerun ends the same. Customers whose source has
 * sent nothing for longer than usual are scored as of the end of its rows, once: see
 * docs/decisions/2026-11-29-stopped-data.md. Before that it notes who in the file is no customer any more, as figures count them:
 * they keep a score, which cards show and the model is watched by, and are in no list or count of those at risk.
 */
export async function scoreCustomers(
  deps: ScoreCustomersDeps,
  input: ScoreCustomersInput,
): Promise<ScoreCustomersResult> {
  const startedAt = performance.now();
  const { asOf } = input;
  const uncountedKept = deps.uncounted.keep(asOf);
  const model = await deps.modelVersions.loadChampion();
  if (!model) {
    await uncountedKept;
    return NO_MODEL;
  }
  try {
    const { resting } = await findRestingSources(deps, asOf);
    const leading = lead(deps, { asOf, model, resting }, input.onProgress);
    const [{ settings: begun, results }] = await Promise.all([leading, uncountedKept]);
    const counts = results.reduce(addCounts, NOBODY_SCORED);
    await deps.scores.dropOthers(asOf, model.id);
    const { artifact: _artifact, settings, metrics: _metrics, ...version } = model;
    const seconds = (performance.now() - startedAt) / 1000;
    const currency = currencyOf(settings);
    return {
      kind: "scored",
      asOf: counts.newest === null ? asOf : new Date(counts.newest),
      scored: counts.scored,
      unscored: counts.unscored,
      kept: counts.kept,
      unrated: unratedOf(counts),
      outOfRangeShare: outOfRangeShare(counts),
      currency,
      // As whoever began it saw the sources: that is what everybody was scored by.
      stopped: begun.resting.filter(({ stopped }) => stopped).map(staleReason),
      seconds,
      version,
    };
  } catch (error) {
    return unusableModel(model.id, error);
  }
}

/** By ranges, of which any process may take some; two that score as of the same moment by the same model share them. */
async function lead(
  deps: ScoreCustomersDeps,
  { asOf, model, resting }: Scoring,
  onProgress: ScoreCustomersInput["onProgress"],
): Promise<Led<ScoringSettings, ScoringCounts>> {
  const ranges = await deps.features.customerRanges();
  const settings: ScoringSettings = { asOf: asOf.toISOString(), modelVersionId: model.id, resting };
  const topic = `${settings.asOf} ${model.id}`;
  return deps.sharedWork.lead(
    { kind: SCORING, settings, topic, ranges },
    (begun) => scoringRanges(deps, begun, model),
    { onProgress },
  );
}
