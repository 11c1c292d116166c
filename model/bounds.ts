import { sigmoid } from "./probability.ts";

/** The standard normal's 90 % quantile: a central 80 % lies within so many standard deviations. */
export const CENTRAL_80_PERCENT = 1.2816;

/** The bounds of each probability, 0–1. */
export type Bounds = { readonly low: Float64Array; readonly high: Float64Array };

/**
 * Variance of every row's mean logit, by how far members that each left out another part of the customers disagree:
 * (K − 1) ÷ K × Σ (member − mean)², the delete-a-group jackknife (Kott, 2001). 0 for a single member.
 */
export function jackknifeVariances(memberLogits: readonly Float64Array[]): Float64Array {
  const count = memberLogits.length;
  const variances = new Float64Array(memberLogits[0]?.length ?? 0);
  return variances.map((_, row) => {
    const mean = memberLogits.reduce((sum, logits) => sum + (logits[row] ?? 0), 0) / count;
    const squares = memberLogits.reduce((sum, logits) => sum + ((logits[row] ?? 0) - mean) ** 2, 0);
    return ((count - 1) / count) * squares;
  });
}

/** The central 80 % around each logit, whose variances add up from the members' and the forecast level's. */
export function boundsOf(logits: Float64Array, variances: Float64Array, levelVariance: number): Bounds {
  const bound = (sign: number) =>
    logits.map((logit, row) =>
      sigmoid(logit + sign * CENTRAL_80_PERCENT * Math.sqrt((variances[row] ?? 0) + levelVariance)),
    );
  return { low: bound(-1), high: bound(1) };
}
