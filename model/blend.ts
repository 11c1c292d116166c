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
  const losses = SHARES.map((share) =>
    Float64Array.from(parts.flatMap((part) => Array.from(lossPerRow(part, share)))),
  );
  const means = losses.map(meanOf);
  const best = losses[means.indexOf(Math.min(...means))] ?? new Float64Array();
  const place = losses.findIndex((own) => isWithinError(own.map((loss, row) => loss - (best[row] ?? 0))));
  return SHARES[place] ?? 0;
}

/** What turns a logit into a calibrated one: slope × logit + shift. */
export type Calibration = { readonly slope: number; readonly shift: number };

/** How far slope and shift are expected to be from 1 and 0: a few hundred rows move them little. */
const CALIBRATION_SPREAD = 0.3;
const CALIBRATION_STEPS = 20;

/**
 * Slope and shift by which left-out rows' blended logits fit best what happened (Platt, 1999), with normal priors around
 * 1 and 0. Trees that stop early are a little timid, and say so here. Newton's method with steps held to 1, on a strictly
 * convex loss of two numbers that starts near its answer.
 */
export function fitCalibration(parts: readonly LeftOutLogits[], treeShare: number): Calibration {
  const precision = CALIBRATION_SPREAD ** -2;
  let [slope, shift] = [1, 0];
  for (let step = 0; step < CALIBRATION_STEPS; step += 1) {
    let [bySlope, byShift] = [precision * (slope - 1), precision * shift];
    let [ss, sh, hh] = [precision, 0, precision];
    for (const part of parts) {
      for (const [row, label] of part.labels.entries()) {
        const logit = blended(part, row, treeShare);
        const p = sigmoid((part.offsets[row] ?? 0) + slope * logit + shift);
        const weight = p * (1 - p);
        bySlope += (p - label) * logit;
        byShift += p - label;
        ss += weight * logit * logit;
        sh += weight * logit;
        hh += weight;
      }
    }
    const determinant = ss * hh - sh * sh;
    const held = (move: number) => Math.max(-1, Math.min(1, move / determinant));
    slope -= held(hh * bySlope - sh * byShift);
    shift -= held(ss * byShift - sh * bySlope);
  }
  return { slope, shift };
}

function blended({ network, trees }: LeftOutLogits, row: number, treeShare: number): number {
  return blend(network[row] ?? 0, trees[row] ?? 0, treeShare);
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
function lossPerRow(part: LeftOutLogits, treeShare: number): Float64Array {
  return part.offsets.map((offset, row) => {
    const logit = offset + blended(part, row, treeShare);
    const against = part.labels[row] === 1 ? -logit : logit;
    return Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
  });
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
