import { rankTies, rocAuc } from "../evaluation/rank-ties.ts";

/** Why a competitor may not serve, whatever its rivals are like. */
export type Unfit =
  /** Its fit did not converge. */
  | "not-converged"
  /** A probability is no number between 0 and 1. */
  | "not-a-probability"
  /** Everybody gets the same. */
  | "all-alike"
  /** The mean probability is nowhere near the rate of those who left. */
  | "off-level"
  /** Its log loss is above the constant forecast's beyond chance. */
  | "worse-than-constant"
  /** It does not rank customers better than guessing beyond chance. */
  | "no-ranking";

/** Narrower than any bin of a reliability chart: nothing a reader could tell customers apart by. */
const ALIKE = 1e-6;
/** In log odds: e² times the odds. No season of the logs looked at moved the level so far; a broken fit does. */
const MOST_OFF_LEVEL = 2;
/** One-sided, in standard errors: 5 % for being worse than the constant forecast. */
const WORSE_BEYOND_CHANCE = 1.645;
/** A history without a signal gets a ranking by chance in 1 of 100 at most; each of three competitors has a third of it. */
const RANKS_BEYOND_CHANCE = 2.713;

/**
 * Why a competitor may not serve, or null where it may. Asked before anything is released: a model that fails here would
 * tell nonsense with great confidence, whichever of its rivals it beats.
 * @param probabilities P(churn) of customers it had not seen
 * @param constant the forecast that tells no two customers apart, on the same customers
 */
export function whyUnfit(
  labels: Uint8Array,
  probabilities: Float64Array,
  constant: Float64Array,
): Unfit | null {
  if (!probabilities.every((p) => p >= 0 && p <= 1)) return "not-a-probability";
  if (spread(probabilities) < ALIKE) return "all-alike";
  if (Math.abs(levelGap(labels, probabilities)) > MOST_OFF_LEVEL) return "off-level";
  if (lossAgainst(labels, probabilities, constant) > WORSE_BEYOND_CHANCE) return "worse-than-constant";
  return rankingInErrors(labels, probabilities) < RANKS_BEYOND_CHANCE ? "no-ranking" : null;
}

function spread(values: Float64Array): number {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return highest - lowest;
}

/** Log odds of the mean probability minus those of the rate, both drawn to even odds by one customer of each class. */
function levelGap(labels: Uint8Array, probabilities: Float64Array): number {
  const logOdds = (sum: number) => Math.log((sum + 1) / (labels.length - sum + 1));
  const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
  return logOdds(sumOf(probabilities)) - logOdds(sumOf(labels));
}

/** The mean difference of the customers' log losses, in its standard errors; above 0 where the first is worse. */
function lossAgainst(labels: Uint8Array, one: Float64Array, other: Float64Array): number {
  const differences = Array.from(labels, (label, row) => lossOf(label, one[row]) - lossOf(label, other[row]));
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / differences.length;
  return variance === 0 ? 0 : mean / Math.sqrt(variance / differences.length);
}

function lossOf(label: number, probability = 0): number {
  return -Math.log(Math.max(1e-15, label === 1 ? probability : 1 - probability));
}

/**
 * How far the AUC is above ½, in the standard errors that it has where nothing can be told apart (Mann and Whitney,
 * 1947): √((n + 1) ÷ (12 · left · stayed)). No ranking without both classes.
 */
function rankingInErrors(labels: Uint8Array, probabilities: Float64Array): number {
  const area = rocAuc(rankTies(labels, probabilities));
  if (area === null) return 0;
  const left = labels.reduce((sum, label) => sum + label, 0);
  return (area - 0.5) / Math.sqrt((labels.length + 1) / (12 * left * (labels.length - left)));
}
