import { type Interval, percentileInterval, resampleCounts } from "./bootstrap.ts";

/** Two models' probabilities for the same customers, and what happened to them. */
export type PairedProbabilities = {
  /** 1 churned, 0 stayed. */
  readonly labels: Uint8Array;
  readonly champion: Float64Array;
  readonly challenger: Float64Array;
};

/** Mean log loss of the challenger minus the champion's, in nats: below zero the challenger is better. */
export type LogLossDifference = { readonly difference: number; readonly interval: Interval };

/** As in `model/metrics.ts`. */
const PROBABILITY_FLOOR = 1e-15;

/**
 * How much better the challenger is, and how sure that is: both are judged on the same customers, the customers are
 * drawn anew with replacement, and the interval holds the central 95 % of the differences (paired bootstrap; Efron and
 * Tibshirani 1993). Pairing takes out what makes a customer hard for both. Yields after every resample and returns the
 * result; `runToEnd` runs it in one go.
 */
export function* pairedBootstrap(
  pairs: PairedProbabilities,
  seed: number,
  resamples?: number,
): Generator<void, LogLossDifference> {
  const losses = lossDifferences(pairs);
  const rows = losses.length;
  if (rows === 0) throw new RangeError("There is nobody to compare the models on.");
  const means: number[] = [];
  for (const counts of resampleCounts(rows, seed, resamples)) {
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += (counts[row] ?? 0) * (losses[row] ?? 0);
    means.push(sum / rows);
    yield;
  }
  const difference = losses.reduce((sum, loss) => sum + loss, 0) / rows;
  return { difference, interval: percentileInterval(means) ?? { low: difference, high: difference } };
}

/** Better beyond chance: the whole interval lies below zero. */
export const isBetter = ({ interval }: LogLossDifference): boolean => interval.high < 0;

/** Runs a computation that pauses, without pausing. */
export function runToEnd<Result>(steps: Generator<unknown, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

function lossDifferences({ labels, champion, challenger }: PairedProbabilities): Float64Array {
  return Float64Array.from(
    labels,
    (label, row) => logLossOf(label, challenger[row]) - logLossOf(label, champion[row]),
  );
}

/** Negative log likelihood of what happened to one customer, in nats. */
export function logLossOf(label: number, probability = Number.NaN): number {
  const p = Math.min(1 - PROBABILITY_FLOOR, Math.max(PROBABILITY_FLOOR, probability));
  return label === 1 ? -Math.log(p) : -Math.log1p(-p);
}
