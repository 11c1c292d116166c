import { type Interval, percentileInterval, resampleCounts } from "./bootstrap.ts";
import { type AscendingRows, ascendingRows, weightedFigures } from "./weighted-figures.ts";

/** Chosen: percentiles of 2.5 and 97.5 % rest on 25 resamples each, which is what a printed figure needs. */
const RESAMPLES = 1_000;

/** Two models' probabilities for the same customers, once per seed of their training. */
export type RepeatedProbabilities = {
  /** 1 churned, 0 stayed. */
  readonly labels: Uint8Array;
  /** Rows are ranked within their fold and the folds' figures averaged; left out: all rows are ranked together. */
  readonly folds?: ArrayLike<number>;
  /** One entry per seed, in the same order; each has a probability for every row. */
  readonly model: readonly Float64Array[];
  readonly baseline: readonly Float64Array[];
};

/** A figure and the central 95 % of it over resampled customers; nulls where it is not defined. */
export type FigureInterval = { readonly value: number | null; readonly interval: Interval | null };

export type FigureIntervals = {
  readonly rocAuc: FigureInterval;
  /** In nats. */
  readonly logLoss: FigureInterval;
  /** The model's minus the baseline's on the same customers: above zero the model ranks better. */
  readonly rocAucDifference: FigureInterval;
  /** The model's minus the baseline's on the same customers: below zero the model is better. */
  readonly logLossDifference: FigureInterval;
};

/**
 * How far mean ROC-AUC and mean log loss over the seeds, and their differences to the baseline's, can be relied on:
 * the customers are drawn anew with replacement, and every seed of both models is judged on the same draw (paired
 * bootstrap; Efron and Tibshirani 1993). It tells the chance of the test's customers, not that of the training, which
 * is the spread over the seeds.
 * @param seed any integer; the same one gives the same intervals
 */
export function figureIntervals(
  given: RepeatedProbabilities,
  seed: number,
  resamples = RESAMPLES,
): FigureIntervals {
  const { labels, model, baseline } = given;
  const [ours, theirs] = [rankings(given, model), rankings(given, baseline)];
  const judge = (counts: ArrayLike<number>) => paired(meanFigures(ours, counts), meanFigures(theirs, counts));
  const drawn = Array.from(resampleCounts(labels.length, seed, resamples), judge);
  const whole = judge(new Uint8Array(labels.length).fill(1));
  const nobody = labels.length === 0;
  const told = (name: keyof FigureIntervals): FigureInterval => ({
    value: nobody ? null : whole[name],
    interval: nobody ? null : percentileInterval(drawn.flatMap((figures) => figures[name] ?? [])),
  });
  return {
    rocAuc: told("rocAuc"),
    logLoss: told("logLoss"),
    rocAucDifference: told("rocAucDifference"),
    logLossDifference: told("logLossDifference"),
  };
}

/** One for every seed and fold. */
function rankings(
  { labels, folds }: RepeatedProbabilities,
  repeats: readonly Float64Array[],
): readonly AscendingRows[] {
  const parts = rowsByFold(labels.length, folds);
  return repeats.flatMap((probabilities) => parts.map((rows) => ascendingRows(labels, probabilities, rows)));
}

function rowsByFold(rows: number, folds: ArrayLike<number> | undefined): readonly Int32Array[] {
  const byFold = new Map<number, number[]>();
  for (let row = 0; row < rows; row += 1) {
    const fold = folds?.[row] ?? 0;
    const own = byFold.get(fold);
    if (own === undefined) byFold.set(fold, [row]);
    else own.push(row);
  }
  return [...byFold.values()].map((own) => Int32Array.from(own));
}

type MeanFigures = { readonly rocAuc: number | null; readonly logLoss: number };

/** Folds of which one class was not drawn do not count towards the mean area. */
function meanFigures(parts: readonly AscendingRows[], counts: ArrayLike<number>): MeanFigures {
  const figures = parts.map((rows) => weightedFigures(rows, counts));
  const areas = figures.flatMap(({ rocAuc }) => rocAuc ?? []);
  return {
    rocAuc: areas.length === 0 ? null : meanOf(areas),
    logLoss: meanOf(figures.map(({ logLoss }) => logLoss)),
  };
}

function paired(model: MeanFigures, baseline: MeanFigures) {
  const bothRank = model.rocAuc !== null && baseline.rocAuc !== null;
  return {
    ...model,
    rocAucDifference: bothRank ? (model.rocAuc ?? 0) - (baseline.rocAuc ?? 0) : null,
    logLossDifference: model.logLoss - baseline.logLoss,
  };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
