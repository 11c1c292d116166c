import type { ClassificationMetrics } from "../src/domain/risk/churn-model.ts";
import { rankTies, rocAuc, type Tie } from "../src/domain/risk/evaluation/rank-ties.ts";

const PROBABILITY_FLOOR = 1e-15;
const CALIBRATION_BINS = 10;

/**
 * Judges probabilities against what happened; churn (1) is the positive class.
 * Definitions follow scikit-learn where it has them: ties in ROC-AUC count half, tied scores are one threshold in
 * average precision, probabilities are clipped to 1e-15 for the log loss.
 */
export function classificationMetrics(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): ClassificationMetrics {
  const n = labels.length;
  const positives = sumOf(labels);
  const ranking = rankTies(labels, probabilities);
  return {
    n,
    positives,
    rocAuc: rocAuc(ranking),
    prAuc: averagePrecision(ranking, positives),
    logLoss: logLoss(labels, probabilities),
    brier: brierScore(labels, probabilities),
    ece: calibrationError(labels, probabilities),
    topDecileLift: topDecileLift(ranking, n, positives),
  };
}

/** Mean negative log likelihood in nats; 0 for no rows. */
export function logLoss(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  return meanOver(labels.length, (row) => {
    const p = Math.min(1 - PROBABILITY_FLOOR, Math.max(PROBABILITY_FLOOR, probabilities[row] ?? 0));
    return labels[row] === 1 ? -Math.log(p) : -Math.log1p(-p);
  });
}

/** Σ (recall step × precision at that threshold). */
function averagePrecision(ranking: readonly Tie[], positives: number): number | null {
  if (positives === 0) return null;
  let seen = 0;
  let found = 0;
  let sum = 0;
  for (const tie of ranking) {
    seen += tie.rows;
    found += tie.positives;
    sum += (tie.positives / positives) * (found / seen);
  }
  return sum;
}

function brierScore(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  return meanOver(labels.length, (row) => ((probabilities[row] ?? 0) - (labels[row] ?? 0)) ** 2);
}

/** Σ over equal-width bins of |observed rate − mean probability| × the bin's share of rows. */
function calibrationError(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  const gaps = new Float64Array(CALIBRATION_BINS);
  for (let row = 0; row < labels.length; row += 1) {
    const p = probabilities[row] ?? 0;
    const bin = Math.min(CALIBRATION_BINS - 1, Math.floor(p * CALIBRATION_BINS));
    gaps[bin] = (gaps[bin] ?? 0) + (labels[row] ?? 0) - p;
  }
  return labels.length === 0 ? 0 : sumOf(gaps.map(Math.abs)) / labels.length;
}

/**
 * Churn rate of the riskiest ⌈n ÷ 10⌉ rows over the overall rate. Where that border falls inside a tie, the tie
 * counts by its mean, so the figure does not depend on the order of the rows.
 */
function topDecileLift(ranking: readonly Tie[], n: number, positives: number): number | null {
  if (positives === 0) return null;
  const size = Math.ceil(n / 10);
  let left = size;
  let found = 0;
  for (const tie of ranking) {
    const taken = Math.min(left, tie.rows);
    found += (tie.positives * taken) / tie.rows;
    left -= taken;
    if (left === 0) break;
  }
  return found / size / (positives / n);
}

function meanOver(n: number, term: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < n; row += 1) sum += term(row);
  return n === 0 ? 0 : sum / n;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return sum;
}
