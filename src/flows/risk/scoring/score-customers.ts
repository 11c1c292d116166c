import type { Phrase } from "../../../domain/phrase.ts";
import { type CustomersOfCurrency, type ModelCurrency, mostFirst } from "../../../domain/risk/model-money.ts";
import { staleReason } from "../../../domain/risk/scores/stale-source.ts";
import { currencyOf, type ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import type { ScoreStore } from "../../../store/risk/scores.ts";
import { NO_MODEL, type NoModel, type UnusableModel, unusableModel } from "../no-model.ts";
import { type FindStaleSourcesDeps, findStaleSources } from "./find-stale-sources.ts";
import {
  type ReadRangeDeps,
  readRange,
  type ScoreRangeDeps,
  type Scoring,
  scoreRange,
} from "./score-range.ts";

export type ScoreCustomersDeps = ReadRangeDeps &
  ScoreRangeDeps &
  FindStaleSourcesDeps & {
    readonly features: Pick<FeatureStore, "extract" | "customerRanges" | "rangesAtOnce">;
    readonly modelVersions: Pick<ModelVersionStore, "loadChampion">;
    readonly scores: Pick<ScoreStore, "save" | "dropOthers" | "probabilitiesUpTo">;
  };

export type ScoreCustomersInput = {
  /** Nothing at or after it is read; it dates the scores. */
  readonly asOf: Date;
  /** Scores customers of sources that stopped sending, too: for a file known to be at rest, such as the invented customers. */
  readonly sourcesMayRest?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
};

export type ScoreCustomersResult =
  | {
      readonly kind: "scored";
      readonly asOf: Date;
      readonly scored: number;
      /** Customers without a probability: too little history, or a source that has stopped sending. */
      readonly unscored: number;
      /** Of those, the ones whose source has stopped sending. */
      readonly stale: number;
      /** Such sources. */
      readonly staleSources: readonly Phrase[];
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
 * unasked; the others are explained when somebody asks (`explainScores`). A rerun ends the same.
 */
export async function scoreCustomers(
  deps: ScoreCustomersDeps,
  input: ScoreCustomersInput,
): Promise<ScoreCustomersResult> {
  const startedAt = performance.now();
  const { asOf } = input;
  const model = await deps.modelVersions.loadChampion();
  if (!model) return NO_MODEL;
  try {
    const staleSources = await reasonsOfStaleSources(deps, input);
    const counts = await scoreRanges(deps, { asOf, model, staleSources }, input.onProgress);
    await deps.scores.dropOthers(asOf, model.id);
    const { artifact: _artifact, settings, metrics: _metrics, ...version } = model;
    const seconds = (performance.now() - startedAt) / 1000;
    const currency = currencyOf(settings);
    return {
      kind: "scored",
      asOf,
      ...counts,
      currency,
      staleSources: [...staleSources.values()],
      seconds,
      version,
    };
  } catch (error) {
    return unusableModel(model.id, error);
  }
}

async function reasonsOfStaleSources(
  deps: FindStaleSourcesDeps,
  { asOf, sourcesMayRest = false }: ScoreCustomersInput,
): Promise<ReadonlyMap<string, Phrase>> {
  if (sourcesMayRest) return new Map();
  const stale = await findStaleSources(deps, asOf);
  return new Map(stale.map((source) => [source.source, staleReason(source)]));
}

type Counts = { scored: number; unscored: number; stale: number };
type Totals = Counts & { unrated: CustomersOfCurrency[]; outOfRangeShare: number };

async function scoreRanges(
  deps: ScoreCustomersDeps,
  scoring: Scoring,
  onProgress: ScoreCustomersInput["onProgress"],
): Promise<Totals> {
  const ranges = await deps.features.customerRanges();
  const waiting = [...ranges];
  const readNext = async () => {
    const range = waiting.shift();
    return range && readRange(deps, scoring, range);
  };
  const counts: Counts = { scored: 0, unscored: 0, stale: 0 };
  const figures = { outside: 0, values: 0 };
  const unrated = new Map<string, number>();
  let done = 0;
  const lane = async (): Promise<void> => {
    let inputs = await readNext();
    while (inputs) {
      // Read while the model works. Whatever fails first fails the lane, and the other is not left unheard.
      const [next, { scores, stale, unrated: codes, outOfRange }] = await Promise.all([
        readNext(),
        scoreRange(deps, scoring, inputs),
      ]);
      await deps.scores.save({ asOf: scoring.asOf, modelVersionId: scoring.model.id, scores });
      for (const score of scores) counts["silence" in score ? "unscored" : "scored"] += 1;
      counts.stale += stale;
      for (const code of codes) unrated.set(code, (unrated.get(code) ?? 0) + 1);
      figures.outside += outOfRange.outside;
      figures.values += outOfRange.values;
      onProgress?.(++done, ranges.length);
      inputs = next;
    }
  };
  const stopOthers = (error: unknown) => {
    waiting.length = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: deps.features.rangesAtOnce }, () => lane().catch(stopOthers)));
  const outOfRangeShare = figures.values === 0 ? 0 : figures.outside / figures.values;
  return { ...counts, unrated: mostFirst(unrated), outOfRangeShare };
}
