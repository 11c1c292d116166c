import type { HeldOutReliability } from "../versions/model-version.ts";
import { percentileInterval, resampleCounts } from "./bootstrap.ts";
import { ascendingRows, weightedFigures } from "./weighted-figures.ts";

/** Fewer than for a decision: they only say how far a printed figure can be relied on. */
const RESAMPLES = 1_000;

/**
 * 95 % bootstrap intervals over customers of log loss, ROC-AUC and expected calibration error. The rows are sorted
 * once; each resample is then one pass. Yields after every resample.
 */
export function* metricIntervals(
  labels: Uint8Array,
  probabilities: Float64Array,
  seed: number,
): Generator<void, HeldOutReliability["intervals"]> {
  const rows = ascendingRows(labels, probabilities);
  const logLosses: number[] = [];
  const areas: number[] = [];
  const calibrationErrors: number[] = [];
  for (const counts of resampleCounts(labels.length, seed, RESAMPLES)) {
    const figures = weightedFigures(rows, counts);
    logLosses.push(figures.logLoss);
    calibrationErrors.push(figures.ece);
    if (figures.rocAuc !== null) areas.push(figures.rocAuc);
    yield;
  }
  return {
    logLoss: percentileInterval(logLosses),
    rocAuc: percentileInterval(areas),
    ece: percentileInterval(calibrationErrors),
  };
}
