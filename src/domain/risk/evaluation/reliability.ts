import type { Interval } from "./bootstrap.ts";

/** Customers whose probability fell into one tenth, and what became of them; rates 0–1. */
export type ReliabilityBin = {
  readonly n: number;
  readonly meanPredicted: number;
  readonly observedRate: number;
  /** The 95 % interval of the observed rate (Wilson). */
  readonly low: number;
  readonly high: number;
};

/** As in the expected calibration error of `model/metrics.ts`. */
const BINS = 10;
/** The standard normal's 97.5 % quantile. */
const CENTRAL_95_PERCENT = 1.96;

/** Stated against observed, by tenths of the probability; tenths nobody fell into are left out. */
export function reliabilityBins(labels: Uint8Array, probabilities: Float64Array): ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, stated: 0, left: 0 }));
  for (const [row, label] of labels.entries()) {
    const probability = probabilities[row] ?? Number.NaN;
    const bin = bins[tenthOf(probability)];
    if (!bin) continue;
    bin.n += 1;
    bin.stated += probability;
    bin.left += label;
  }
  return bins
    .filter(({ n }) => n > 0)
    .map(({ n, stated, left }) => ({
      n,
      meanPredicted: stated / n,
      observedRate: left / n,
      ...wilsonInterval(left, n),
    }));
}

/** Chosen: the share of fewer customers says next to nothing. */
export const FEWEST_TO_TELL = 10;

/** How many customers were rated in the same tenth when the model was tried; 0 where none was. */
export function ratedAlike(bins: readonly ReliabilityBin[], probability: number): number {
  return bins.find(({ meanPredicted }) => tenthOf(meanPredicted) === tenthOf(probability))?.n ?? 0;
}

/** The tenth a probability falls into, 0–9; a mean over one tenth lies in that tenth. */
export const tenthOf = (probability: number): number => Math.min(BINS - 1, Math.floor(probability * BINS));

/** The 95 % interval of a rate (Wilson 1927), 0–1; sensible for few customers and for rates of 0 and 1 too. */
export function wilsonInterval(successes: number, n: number): Interval {
  const rate = successes / n;
  const z2 = CENTRAL_95_PERCENT ** 2;
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half = (CENTRAL_95_PERCENT / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
