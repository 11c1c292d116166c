import { difference, type Estimate, type Moments, momentsOf, WITHIN_95 } from "./trial-effects.ts";

/** Rows of two arms in a ranking: who was treated, what came of it, and by what they are ranked, highest first. */
export type RankedTrial = {
  readonly treated: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
};

/**
 * The Qini coefficient with its 95 % interval (Radcliffe 2007, "Using control groups to target on predicted lift"): the area
 * between the gain of treating the first so many of a ranking and that of treating as many at random, per customer, over
 * all shares from nobody to everybody. The gain at a share is the treated's sum of outcomes within it over all treated,
 * less the same of the controls. Exchanging sum and area, it is a difference of two means: of outcome × (½ − rank), where
 * the rank runs from 0 for the first to 1 for the last and equals share theirs. Its interval follows from that. Outcomes
 * count from their mean: otherwise an arm that stands a little higher in the ranking by chance would bring the mean with it,
 * and "left" would be judged differently from "stayed".
 */
export function qini(trial: RankedTrial): Estimate {
  const ranks = rankShares(trial.scores);
  const { mean } = momentsOf(Array.from(trial.outcomes));
  const weighed = (arm: 0 | 1) =>
    momentsOf(
      rowsOf(trial, arm).map((row) => ((trial.outcomes[row] ?? 0) - mean) * (0.5 - (ranks[row] ?? 0.5))),
    );
  return difference(weighed(1), weighed(0));
}

/** The effect among the first `share` (0–1) of a ranking; those who share the last rank are all in. */
export function effectWithin(trial: RankedTrial, share: number): Estimate {
  const ranks = rankShares(trial.scores);
  const first = (arm: 0 | 1) =>
    momentsOf(
      rowsOf(trial, arm)
        .filter((row) => (ranks[row] ?? 1) < share)
        .map((row) => trial.outcomes[row] ?? 0),
    );
  return difference(first(1), first(0));
}

function rowsOf({ treated, scores }: RankedTrial, arm: 0 | 1): number[] {
  return Array.from({ length: scores.length }, (_, row) => row).filter((row) => treated[row] === arm);
}

/** Each row's place in the ranking, 0 to 1; rows with the same score share the middle of theirs. */
function rankShares(scores: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: scores.length }, (_, row) => row);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const ranks = new Float64Array(scores.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
    for (let place = from; place < to; place += 1) ranks[order[place] ?? 0] = (from + to) / 2 / order.length;
    from = to;
  }
  return ranks;
}

/**
 * One estimate of several splits' (multiple imputation, Rubin 1987): their mean, with the variance within a split and that
 * between them. Splits share their rows, so that more of them narrow only what the splitting itself adds.
 */
export function pooled(estimates: readonly Estimate[]): Estimate {
  const { mean: effect, variance: between, n }: Moments = momentsOf(estimates.map((each) => each.effect));
  const within = momentsOf(estimates.map(({ low, high }) => ((high - low) / 2 / WITHIN_95) ** 2)).mean;
  const error = Math.sqrt(within + (n < 2 ? 0 : between * (1 + 1 / n)));
  return { effect, low: effect - WITHIN_95 * error, high: effect + WITHIN_95 * error };
}
