import { percentileInterval, resampleCounts } from "./bootstrap.ts";
import type { HeldOutReliability } from "./model-version.ts";
import { logLossOf } from "./paired-bootstrap.ts";
import { tenthOf } from "./reliability.ts";

/** Fewer than for a decision: they only say how far a printed figure can be relied on. */
const RESAMPLES = 1_000;
const BINS = 10;

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
    const figures = weigh(rows, counts);
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

type AscendingRows = {
  /** Into the given rows. */
  readonly order: Int32Array;
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  readonly losses: Float64Array;
};

function ascendingRows(labels: Uint8Array, probabilities: Float64Array): AscendingRows {
  const order = Int32Array.from(labels, (_, row) => row).sort(
    (a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0),
  );
  const losses = Float64Array.from(order, (row) => logLossOf(labels[row] ?? 0, probabilities[row]));
  return {
    order,
    labels: Uint8Array.from(order, (row) => labels[row] ?? 0),
    probabilities: Float64Array.from(order, (row) => probabilities[row] ?? 0),
    losses,
  };
}

/** The figures where each row counts as often as it was drawn; definitions as in `model/metrics.ts`. */
function weigh({ order, labels, probabilities, losses }: AscendingRows, counts: Uint16Array) {
  const gaps = new Float64Array(BINS);
  let loss = 0;
  let stayedBelow = 0;
  let churned = 0;
  let area = 0;
  let tiedStayed = 0;
  let tiedChurned = 0;
  let previous = Number.NaN;
  for (let place = 0; place <= order.length; place += 1) {
    const p = probabilities[place] ?? Number.NaN;
    if (p !== previous) {
      area += tiedChurned * (stayedBelow + tiedStayed / 2);
      stayedBelow += tiedStayed;
      churned += tiedChurned;
      tiedStayed = 0;
      tiedChurned = 0;
      previous = p;
    }
    const weight = counts[order[place] ?? -1] ?? 0;
    if (weight === 0) continue;
    const label = labels[place] ?? 0;
    if (label === 1) tiedChurned += weight;
    else tiedStayed += weight;
    loss += weight * (losses[place] ?? 0);
    gaps[tenthOf(p)] = (gaps[tenthOf(p)] ?? 0) + weight * (label - p);
  }
  const rows = order.length;
  const pairs = churned * stayedBelow;
  return {
    logLoss: loss / rows,
    rocAuc: pairs === 0 ? null : area / pairs,
    ece: gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / rows,
  };
}
