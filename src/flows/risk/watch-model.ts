import { type Clock, daysAfter, MS_PER_DAY } from "../../domain/clock.ts";
import type { ChurnModel } from "../../domain/risk/churn-model.ts";
import { type Shift, shiftOf } from "../../domain/risk/versions/drift.ts";
import type { DriftReference } from "../../domain/risk/versions/model-version.ts";
import { inputsOf } from "../../domain/risk/versions/model-version.ts";
import {
  type CalibrationCheck,
  checkCalibration,
  isWatched,
  type ModelFindings,
} from "../../domain/risk/versions/model-watch.ts";
import type { CustomerSample, FeatureStore } from "../../store/risk/features.ts";
import type { GivenScore, GivenScoreStore } from "../../store/risk/given-scores.ts";
import type { LabelStore } from "../../store/risk/labels.ts";
import type { ModelVersionStore, StoredModel } from "../../store/risk/model-versions.ts";
import type { SourceDayStore } from "../../store/risk/source-days.ts";
import { NO_MODEL, type NoModel, type UnusableModel, unusableModel } from "./no-model.ts";
import { findRestingSources } from "./scoring/find-resting-sources.ts";
import {
  type InputsAsOf,
  PROBABILITY,
  readInputs,
  watchedSample,
  withProbabilities,
} from "./training/read-inputs.ts";

export type WatchModelDeps = {
  readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "rangesAtOnce" | "countCustomers">;
  readonly labels: LabelStore;
  readonly givenScores: GivenScoreStore;
  readonly sourceDays: Pick<SourceDayStore, "histories" | "customersFrom">;
  readonly modelVersions: Pick<ModelVersionStore, "champion" | "loadChampion" | "driftReference">;
  readonly model: Pick<ChurnModel, "score">;
  readonly clock: Clock;
};

export type WatchModelInput = {
  /** Customers are looked at as of this moment. */
  readonly scoringAt: Date;
  /** What happened is known up to here. */
  readonly endOfData: Date;
};

export type WatchModelResult =
  | NoModel
  | UnusableModel
  | { readonly kind: "watched"; readonly findings: ModelFindings };

/** Chosen: how far back from a horizon ago to look for a scoring, in case the bot was down. */
const SCORING_WITHIN_DAYS = 14;

/**
 * Whether the champion still fits: its inputs and scores against those of its training, and what was said a horizon
 * ago against what happened since.
 */
export async function watchModel(deps: WatchModelDeps, input: WatchModelInput): Promise<WatchModelResult> {
  try {
    const champion = await deps.modelVersions.loadChampion();
    if (champion === null) return NO_MODEL;
    return { kind: "watched", findings: await look(deps, champion, input) };
  } catch (error) {
    return unusableModel((await deps.modelVersions.champion())?.id ?? 0, error);
  }
}

async function look(
  deps: WatchModelDeps,
  champion: StoredModel,
  input: WatchModelInput,
): Promise<ModelFindings> {
  const sample = await watchedSample(deps, champion.seed);
  // Where nothing comes any more, as things stood when it last did: what has moved since is that data stopped.
  const { areAll } = await findRestingSources(deps, input.scoringAt);
  const moment = areAll ? input.endOfData : input.scoringAt;
  const read = await readInputs(deps, inputsOf(champion.settings), moment, sample);
  const today = await withProbabilities(deps.model, champion.artifact, read);
  const reference = await deps.modelVersions.driftReference(champion.id);
  const moved = reference === null ? null : inputShifts(reference, today);
  const learnedUpTo = Date.parse(champion.settings.asOf ?? champion.trainedAt.toISOString());
  return {
    modelVersionId: champion.id,
    watchedAt: deps.clock().toISOString(),
    customers: today.rows,
    inputsWatched: moved?.length ?? 0,
    movedInputs: moved?.filter(({ size }) => size !== "little") ?? null,
    // The same for everybody: that it moves with the season says nothing.
    scores: reference === null || champion.serves === "constant" ? null : scoreShift(reference, today),
    calibration: await lookBack(deps, champion, input, sample),
    ageDays: Math.max(0, Math.floor((input.scoringAt.getTime() - learnedUpTo) / MS_PER_DAY)),
  };
}

/** Most first. */
function inputShifts({ inputs, atTraining }: DriftReference, today: InputsAsOf): Shift[] {
  const found = Object.entries(inputs).flatMap(([name, bins]) => {
    const values = isWatched(name) ? today.columns.get(name) : undefined;
    return values ? [shiftOf(name, bins, values, atTraining[name] ?? 0)] : [];
  });
  return found.sort((a, b) => b.psi - a.psi);
}

function scoreShift({ scores, atTraining }: DriftReference, today: InputsAsOf): Shift | null {
  const [bins, values] = [scores[PROBABILITY], today.columns.get(PROBABILITY)];
  return bins && values ? shiftOf(PROBABILITY, bins, values, atTraining[PROBABILITY] ?? 0) : null;
}

async function lookBack(
  deps: WatchModelDeps,
  { horizonDays }: StoredModel,
  { endOfData }: WatchModelInput,
  sample: CustomerSample,
): Promise<CalibrationCheck | null> {
  const upTo = daysAfter(endOfData, -horizonDays);
  const window = { horizonDays, upTo, after: daysAfter(upTo, -SCORING_WITHIN_DAYS) };
  const { resting } = await findRestingSources(deps, endOfData);
  const atRest = resting.map(({ source }) => source);
  const given: Array<GivenScore & { readonly churned: boolean }> = [];
  for (const range of await deps.features.customerRanges()) {
    const scores = await deps.givenScores.lastWithin(window, range, sample);
    const unknown = new Set(
      (await deps.sourceDays.customersFrom(atRest, range, endOfData)).map(({ id }) => id),
    );
    const known = scores.filter(({ customerId }) => !unknown.has(customerId));
    given.push(...(await withOutcome(deps, known, horizonDays)));
  }
  return checkCalibration(given);
}

/** Customers scored at one moment share one label window. */
async function withOutcome({ labels }: WatchModelDeps, scores: readonly GivenScore[], horizonDays: number) {
  const moments = [...new Set(scores.map(({ asOf }) => asOf.getTime()))];
  const judged = await Promise.all(
    moments.map(async (moment) => {
      const those = scores.filter(({ asOf }) => asOf.getTime() === moment);
      const ids = Int32Array.from(those, ({ customerId }) => customerId);
      const churned = await labels.churned(new Date(moment), horizonDays, ids);
      return those.map((score, place) => ({ ...score, churned: churned[place] === 1 }));
    }),
  );
  return judged.flat();
}
