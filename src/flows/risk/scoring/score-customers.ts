import type { Phrase } from "../../../domain/phrase.ts";
import { type CustomersOfCurrency, type ModelCurrency, mostFirst } from "../../../domain/risk/model-money.ts";
import { staleReason } from "../../../domain/risk/scores/stale-source.ts";
import { currencyOf, type ModelVersion } from "../../../domain/risk/versions/model-version.ts";
import type { UncountedCustomerStore } from "../../../store/figures/uncounted-customers.ts";
import type { FeatureStore } from "../../../store/risk/features.ts";
import type { ModelVersionStore } from "../../../store/risk/model-versions.ts";
import type { ScoreStore } from "../../../store/risk/scores.ts";
import { NO_MODEL, type NoModel, type UnusableModel, unusableModel } from "../no-model.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "./find-resting-sources.ts";
import {
  type RangeParts,
  type RangeScores,
  type ReadRangeDeps,
  readRange,
  type ScoreRangeDeps,
  type Scoring,
  scoreRange,
} from "./score-range.ts";

export type ScoreCustomersDeps = ReadRangeDeps &
  ScoreRangeDeps &
  FindRestingSourcesDeps & {
    readonly features: Pick<FeatureStore, "extract" | "extractOf" | "customerRanges" | "rangesAtOnce">;
    readonly modelVersions: Pick<ModelVersionStore, "loadChampion">;
    readonly uncounted: Pick<UncountedCustomerStore, "keep">;
    readonly scores: Pick<ScoreStore, "save" | "dropOthers" | "probabilitiesUpTo">;
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
  await deps.uncounted.keep(asOf);
  const model = await deps.modelVersions.loadChampion();
  if (!model) return NO_MODEL;
  try {
    const { resting } = await findRestingSources(deps, asOf);
    const { newest, ...counts } = await scoreRanges(deps, { asOf, model, resting }, input.onProgress);
    await deps.scores.dropOthers(asOf, model.id);
    const { artifact: _artifact, settings, metrics: _metrics, ...version } = model;
    const seconds = (performance.now() - startedAt) / 1000;
    const currency = currencyOf(settings);
    return {
      kind: "scored",
      asOf: newest ?? asOf,
      ...counts,
      currency,
      stopped: resting.filter(({ stopped }) => stopped).map(staleReason),
      seconds,
      version,
    };
  } catch (error) {
    return unusableModel(model.id, error);
  }
}

type Totals = {
  newest: Date | null;
  scored: number;
  unscored: number;
  kept: number;
  unrated: CustomersOfCurrency[];
  outOfRangeShare: number;
};

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
  const tally = newTally();
  let done = 0;
  const lane = async (): Promise<void> => {
    let inputs = await readNext();
    while (inputs) {
      // Read while the model works. Whatever fails first fails the lane, and the other is not left unheard.
      const [next] = await Promise.all([readNext(), keepScores(deps, scoring, inputs, tally)]);
      onProgress?.(++done, ranges.length);
      inputs = next;
    }
  };
  const stopOthers = (error: unknown) => {
    waiting.length = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: deps.features.rangesAtOnce }, () => lane().catch(stopOthers)));
  return tally.totals();
}

async function keepScores(
  deps: ScoreCustomersDeps,
  scoring: Scoring,
  { parts, kept }: RangeParts,
  tally: ReturnType<typeof newTally>,
): Promise<void> {
  for (const part of parts) {
    const found = await scoreRange(deps, scoring, part);
    await deps.scores.save({ asOf: part.asOf, modelVersionId: scoring.model.id, scores: found.scores });
    tally.add(part.asOf, found);
  }
  tally.keep(kept);
}

/** What the parts of a scoring come to. */
function newTally() {
  const counts = { scored: 0, unscored: 0, kept: 0 };
  const figures = { outside: 0, values: 0 };
  const unrated = new Map<string, number>();
  const moments: Date[] = [];
  return {
    add(asOf: Date, { scores, unrated: codes, outOfRange }: RangeScores): void {
      for (const score of scores) counts["silence" in score ? "unscored" : "scored"] += 1;
      for (const code of codes) unrated.set(code, (unrated.get(code) ?? 0) + 1);
      figures.outside += outOfRange.outside;
      figures.values += outOfRange.values;
      if (scores.length > 0) moments.push(asOf);
    },
    keep(customers: number): void {
      counts.kept += customers;
    },
    totals: (): Totals => ({
      ...counts,
      newest: moments.reduce<Date | null>((a, b) => (a !== null && a > b ? a : b), null),
      unrated: mostFirst(unrated),
      outOfRangeShare: figures.values === 0 ? 0 : figures.outside / figures.values,
    }),
  };
}
