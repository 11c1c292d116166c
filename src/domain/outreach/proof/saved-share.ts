import { ONCE, type UpliftSoFar } from "./uplift.ts";

/** Which share of would-be leavers stays because of a playbook, as far as is known now. */
export type SavedShare = {
  /** −1 to 1; below zero it drives customers away. */
  readonly share: number;
  /** `measured` as soon as what was measured weighs more than what was believed. */
  readonly from: "believed" | "measured";
  /** How much of `share` rests on what was measured, 0–1. */
  readonly weight: number;
};

/** By playbook; who chooses what to nudge about goes by it. */
export type SavedShares = ReadonlyMap<string, SavedShare>;

/** What one quarter's hold-out showed: a share with its squared standard error. */
export type MeasuredShare = { readonly share: number; readonly variance: number };

/**
 * How unsure a belief is, as a share of itself: as likely as not between a third and five thirds of it, and nothing at all or
 * twice as much surprise nobody. Chosen by the product: the beliefs are guesses, and a year of quarters is to outweigh them.
 */
const SPREAD_OF_BELIEF = 1;
/** Even a small belief may be wrong by two points. Chosen by the product. */
const LEAST_SPREAD = 0.02;
/** No quarter is taken to be surer than to two points: with everybody or nobody staying, its own error would be none. */
const LEAST_VARIANCE = 0.02 ** 2;

/**
 * The share of those lost among the held out that nudging kept: effect ÷ loss, by intention to treat. Its error by the delta
 * method for a ratio whose parts share an arm (Casella and Berger 2002, section 5.5.4).
 * @param found of the share that stays
 * @returns null where nobody held out was lost: then nothing could be saved
 */
export function measuredShare(found: UpliftSoFar): MeasuredShare | null {
  const { effect, halfWidthOnce, heldOutMean, heldOutVariance } = found;
  const lost = 1 - heldOutMean;
  if (lost <= 0) return null;
  const share = effect / lost;
  const effectVariance = (halfWidthOnce / ONCE) ** 2;
  const variance = (effectVariance + (share * share - 2 * share) * heldOutVariance) / lost ** 2;
  return { share, variance: Math.max(variance, LEAST_VARIANCE) };
}

/**
 * Weighs a belief with what quarters showed, each by how sure it is: the posterior mean of a normal prior and normal
 * measurements (Gelman et al. 2013, "Bayesian Data Analysis", section 2.5).
 * @param believed share of would-be leavers who stay, 0–1
 */
export function savedShare(believed: number, measured: readonly MeasuredShare[]): SavedShare {
  const spread = Math.max(LEAST_SPREAD, SPREAD_OF_BELIEF * believed);
  const ofBelief = 1 / spread ** 2;
  const ofMeasured = measured.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const pulled = measured.reduce((sum, { share, variance }) => sum + share / variance, 0);
  const weight = ofMeasured / (ofBelief + ofMeasured);
  const share = weight === 0 ? believed : believed + weight * (pulled / ofMeasured - believed);
  return {
    share: Math.min(1, Math.max(-1, share)),
    from: weight > 0.5 ? "measured" : "believed",
    weight,
  };
}
