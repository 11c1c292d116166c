import { sigmoid } from "./probability.ts";

/** Logits of rows that neither model had been fitted on, and what happened. */
export type LeftOutLogits = {
  readonly labels: Uint8Array;
  /** Added to each row's logit. */
  readonly offsets: Float64Array;
  readonly network: ArrayLike<number>;
  readonly trees: ArrayLike<number>;
};

/** Tenths: the log loss is flat around its least value. */
const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** In standard errors of the difference; a whole one left the trees out where, on other rows, they helped. */
const TOLERANCE = 0.5;

/**
 * The trees' share of the logit (stacking, Wolpert 1992): the smallest whose log loss over all left-out rows is within
 * half a standard error of the best share's. What a few hundred rows say about trees is mostly noise, and then they are
 * left out; where trees are better, thousands of rows say so plainly.
 */
export function chooseTreeShare(parts: readonly LeftOutLogits[]): number {
  const losses = SHARES.map((share) => parts.flatMap((part) => Array.from(lossPerRow(part, share))));
  const means = losses.map(meanOf);
  const best = losses[means.indexOf(Math.min(...means))] ?? [];
  const place = losses.findIndex((own) => isWithinError(own.map((loss, row) => loss - (best[row] ?? 0))));
  return SHARES[place] ?? 0;
}

export function blend(network: number, trees: number, treeShare: number): number {
  return (1 - treeShare) * network + treeShare * trees;
}

function isWithinError(differences: readonly number[]): boolean {
  const mean = meanOf(differences);
  const variance = meanOf(differences.map((difference) => (difference - mean) ** 2));
  return mean <= TOLERANCE * Math.sqrt(variance / Math.max(1, differences.length));
}

/** −ln P(what happened) = ln(1 + e^∓logit), in the form that does not overflow. */
function lossPerRow({ labels, offsets, network, trees }: LeftOutLogits, share: number): Float64Array {
  return offsets.map((offset, row) => {
    const logit = offset + blend(network[row] ?? 0, trees[row] ?? 0, share);
    const against = labels[row] === 1 ? -logit : logit;
    return Math.max(0, against) - Math.log(sigmoid(Math.abs(against)));
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
