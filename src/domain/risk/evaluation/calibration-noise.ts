import { quantile } from "./bootstrap.ts";
import { tenthOf } from "./reliability.ts";
import { uniformNumbers } from "./uniform-numbers.ts";

const BINS = 10;
/** Chosen: the 95th percentile then rests on ten draws, good to about a tenth of itself. */
const DRAWS = 200;
/** Errors up to here are what chance makes in nineteen of twenty tests of a perfectly calibrated model. */
const CHANCE = 0.95;

/**
 * The expected calibration error (as in `model/metrics.ts`) that chance alone makes of these probabilities: were each
 * exactly right, labels drawn from them would still not match them. An error below this says nothing against a model.
 * @param seed any integer; the same one gives the same labels
 * @returns the 95th percentile over the draws, 0–1; 0 for no rows
 */
export function calibrationNoise(probabilities: Float64Array, seed: number, draws = DRAWS): number {
  if (probabilities.length === 0) return 0;
  const uniform = uniformNumbers(seed);
  const errors = Float64Array.from({ length: draws }, () => {
    const gaps = new Float64Array(BINS);
    for (const probability of probabilities) {
      const bin = tenthOf(probability);
      gaps[bin] = (gaps[bin] ?? 0) + Number(uniform() < probability) - probability;
    }
    return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / probabilities.length;
  });
  return quantile(errors.sort(), CHANCE);
}
