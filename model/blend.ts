/** Logits of rows that none of the three had been fitted on, and what happened. */
export type LeftOutLogits = {
  readonly labels: Uint8Array;
  /** Added to each row's logit. */
  readonly offsets: Float64Array;
  /** Of the logistic regression that the network started from. */
  readonly linear: ArrayLike<number>;
  readonly network: ArrayLike<number>;
  readonly trees: ArrayLike<number>;
};

/** How much each counts; `linear` is the start's share of what the trees leave: network's + start's. */
export type Shares = { readonly linear: number; readonly trees: number };

/** Coarse steps: the log loss is flat around its least value. */
const LINEAR_SHARES = [0, 0.25, 0.5, 0.75, 1];
const TREE_SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** In standard errors of the difference; a whole one left the trees out where, on other rows, they helped. */
const TOLERANCE = 0.5;

/**
 * The three models' shares of the logit (stacking, Wolpert 1992): of those whose log loss over all left-out rows is
 * within half a standard error of the best, the ones that lean least on trees and then most on the straight line. What
 * a few hundred rows say about bends and thresholds is mostly noise; thousands of rows say it plainly.
 */
export function chooseShares(parts: readonly LeftOutLogits[]): Shares {
  const candidates = TREE_SHARES.flatMap((trees) =>
    LINEAR_SHARES.toReversed().map((linear) => {
      const shares = { linear, trees };
      const losses = Float64Array.from(parts.flatMap((part) => Array.from(lossPerRow(part, shares))));
      return { shares, losses, mean: meanOf(losses) };
    }),
  );
  const best = candidates.reduce((least, candidate) => (candidate.mean < least.mean ? candidate : least));
  const chosen = candidates.find(({ losses }) =>
    isWithinError(losses.map((loss, row) => loss - (best.losses[row] ?? 0))),
  );
  return (chosen ?? best).shares;
}

export function blend(network: number, trees: number, treeShare: number): number {
  return (1 - treeShare) * network + treeShare * trees;
}

function isWithinError(differences: Float64Array): boolean {
  const mean = meanOf(differences);
  const variance = meanOf(differences.map((difference) => (difference - mean) ** 2));
  return mean <= TOLERANCE * Math.sqrt(variance / Math.max(1, differences.length));
}

/** −ln P(what happened) = ln(1 + e^∓logit), in the form that does not overflow. */
function lossPerRow(
  { labels, offsets, linear, network, trees }: LeftOutLogits,
  shares: Shares,
): Float64Array {
  return offsets.map((offset, row) => {
    const without = blend(network[row] ?? 0, linear[row] ?? 0, shares.linear);
    const logit = offset + blend(without, trees[row] ?? 0, shares.trees);
    const against = labels[row] === 1 ? -logit : logit;
    return Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
  });
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
