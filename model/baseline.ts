import { z } from "zod";
import type { InputMatrix } from "./column-encoding.ts";
import { solvePositiveDefinite } from "./linear-algebra.ts";
import { NotConvergedError } from "./not-converged.ts";

/**
 * Strength of the ridge penalty ½·λ·Σw² against the summed log loss; 1 is scikit-learn's default (C = 1) and is not
 * tuned here: the baseline is meant to be what anybody would get first.
 */
const RIDGE = 1;
/** More than ten times what any table took; beyond it something is wrong. */
const MOST_STEPS = 200;
/**
 * Converged where a further step promises less than this share of the loss (half the Newton decrement; Boyd and
 * Vandenberghe, 2004, 9.5.1): a millionth of what a fourth decimal of the log loss shows.
 */
const CONVERGED = 1e-10;
/** A step must gain this share of what its slope promises (Armijo), else it is halved. */
const SUFFICIENT = 1e-4;
const MOST_HALVINGS = 40;

export const baselineSchema = z.object({
  intercept: z.number(),
  /** Which of the encoded inputs it reads, and their coefficients on the logit scale. */
  inputs: z.array(z.int().nonnegative()),
  coefficients: z.array(z.number()),
});
/** L2-regularised logistic regression over some of the standardised inputs. */
export type Baseline = z.infer<typeof baselineSchema>;

export type BaselineOptions = {
  /** One per row, added to its logit as it is. */
  readonly offsets?: Float64Array;
  /** The penalty's λ. */
  readonly ridge?: number;
};

/**
 * Fits by Newton's method (iteratively reweighted least squares), each step halved until it lowers the penalised loss
 * enough: undamped, it diverges on rare classes and on overlapping inputs. No random numbers, so the same rows always
 * give the same coefficients. The intercept is not penalised, which keeps the mean probability at the observed rate.
 * @throws NotConvergedError where the steps run out or the loss is not finite.
 */
export function fitBaseline(
  matrix: InputMatrix,
  labels: Uint8Array,
  inputs: readonly number[],
  { offsets, ridge = RIDGE }: BaselineOptions = {},
): Baseline {
  const problem = { matrix, labels, inputs, offsets, ridge };
  let weights = new Float64Array(inputs.length + 1);
  weights[0] = startingIntercept(labels);
  let loss = penalisedLoss(problem, weights);
  // Against an infinite loss every step would look converged.
  for (let step = 0; step < MOST_STEPS && Number.isFinite(loss); step += 1) {
    const { gradient, curvature } = newtonTerms(problem, weights);
    const direction = solvePositiveDefinite(curvature, gradient);
    const decrement = direction.reduce((sum, value, place) => sum + value * (gradient[place] ?? 0), 0);
    if (decrement / 2 <= CONVERGED * (1 + loss)) return baselineOf(inputs, minus(weights, direction));
    const moved = lineSearch(problem, { weights, loss }, direction, decrement);
    if (moved === null) break;
    ({ weights, loss } = moved);
  }
  throw new NotConvergedError(`A logistic regression on ${labels.length} rows did not converge.`);
}

function baselineOf(inputs: readonly number[], weights: Float64Array): Baseline {
  return { intercept: weights[0] ?? 0, inputs: [...inputs], coefficients: [...weights.subarray(1)] };
}

function minus(weights: Float64Array<ArrayBuffer>, direction: Float64Array, length = 1) {
  return weights.map((weight, place) => weight - length * (direction[place] ?? 0));
}

type Problem = {
  readonly matrix: InputMatrix;
  readonly labels: Uint8Array;
  readonly inputs: readonly number[];
  readonly offsets: Float64Array | undefined;
  readonly ridge: number;
};

type Place = { readonly weights: Float64Array<ArrayBuffer>; readonly loss: number };

/** The longest of the step's halves that lowers the loss enough; null where none does. */
function lineSearch(problem: Problem, from: Place, direction: Float64Array, decrement: number): Place | null {
  for (let halving = 0, length = 1; halving < MOST_HALVINGS; halving += 1, length /= 2) {
    const weights = minus(from.weights, direction, length);
    const loss = penalisedLoss(problem, weights);
    if (loss <= from.loss - SUFFICIENT * length * decrement) return { weights, loss };
  }
  return null;
}

/** Σ −ln P(what happened) + ½·λ·Σw², in nats. */
function penalisedLoss({ matrix, labels, inputs, offsets, ridge }: Problem, weights: Float64Array): number {
  let loss = 0;
  for (let place = 1; place < weights.length; place += 1) loss += 0.5 * ridge * (weights[place] ?? 0) ** 2;
  for (let row = 0; row < labels.length; row += 1) {
    let logit = (weights[0] ?? 0) + (offsets?.[row] ?? 0);
    const start = row * matrix.width;
    for (let place = 1; place < weights.length; place += 1)
      logit += (matrix.values[start + (inputs[place - 1] ?? 0)] ?? 0) * (weights[place] ?? 0);
    const against = labels[row] === 1 ? -logit : logit;
    loss += Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
  }
  return loss;
}

/** The log odds of every row of a standardised matrix. */
export function baselineLogits(baseline: Baseline, matrix: InputMatrix): Float64Array {
  const { rows } = matrix;
  const logits = new Float64Array(rows).fill(baseline.intercept);
  for (const [place, input] of baseline.inputs.entries()) {
    const coefficient = baseline.coefficients[place] ?? 0;
    for (let row = 0, at = input; row < rows; row += 1, at += matrix.width) {
      logits[row] = (logits[row] ?? 0) + coefficient * (matrix.values[at] ?? 0);
    }
  }
  return logits;
}

/** Smoothed by one customer of each class, so that a single class gives a finite start. */
function startingIntercept(labels: Uint8Array): number {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  return Math.log((positives + 1) / (labels.length - positives + 1));
}

type NewtonTerms = { readonly gradient: Float64Array; readonly curvature: Float64Array };

/** How many rows are added to the Hessian together: each of its numbers is then fetched and stored once for all of them. */
const ROWS_AT_ONCE = 4;

/**
 * Gradient and Hessian of the penalised log loss; the Hessian row-major, lower triangle filled. Its rows come in twos: where their
 * number is odd, one of zeros stands behind the last.
 */
function newtonTerms(problem: Problem, weights: Float64Array): NewtonTerms {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const even = size + (size % 2);
  const curvature = new Float64Array(even * size + 1);
  const block = { x: new Float64Array(even * ROWS_AT_ONCE), residuals: [0], slopes: [0] };
  for (let row = 0; row < problem.labels.length; row += ROWS_AT_ONCE) {
    readRows(problem, weights, row, block);
    accumulate(block, gradient, curvature);
  }
  for (let place = 0; place < size; place += 1) {
    const penalty = place === 0 ? 0 : problem.ridge;
    gradient[place] = (gradient[place] ?? 0) + penalty * (weights[place] ?? 0);
    // The tiny addition keeps the intercept's pivot positive when every probability has saturated.
    curvature[place * size + place] = (curvature[place * size + place] ?? 0) + penalty + 1e-9;
  }
  return { gradient, curvature };
}

type RowBlock = {
  /** Input by input, the rows of the block beside each other; a 1 for the intercept first. */
  readonly x: Float64Array;
  /** p − label and p·(1 − p) of each row. */
  readonly residuals: number[];
  readonly slopes: number[];
};

/** Rows beyond the last are nothing but zeros and add nothing. */
function readRows(
  { matrix, labels, inputs, offsets }: Problem,
  weights: Float64Array,
  from: number,
  { x, residuals, slopes }: RowBlock,
): void {
  for (let place = 0; place < ROWS_AT_ONCE; place += 1) {
    const row = from + place;
    if (row >= labels.length) {
      for (let at = place; at < x.length; at += ROWS_AT_ONCE) x[at] = 0;
      continue;
    }
    let logit = (weights[0] ?? 0) + (offsets?.[row] ?? 0);
    x[place] = 1;
    for (let input = 1; input < weights.length; input += 1) {
      const value = matrix.values[row * matrix.width + (inputs[input - 1] ?? 0)] ?? 0;
      x[input * ROWS_AT_ONCE + place] = value;
      logit += value * (weights[input] ?? 0);
    }
    const p = 1 / (1 + Math.exp(-logit));
    residuals[place] = p - (labels[row] ?? 0);
    slopes[place] = p * (1 - p);
  }
}

/** Added row after row, so that the sums do not depend on how many go together. */
function accumulate(block: RowBlock, gradient: Float64Array, curvature: Float64Array): void {
  const { x, residuals } = block;
  const [residual0 = 0, residual1 = 0, residual2 = 0, residual3 = 0] = residuals;
  for (let i = 0, at = 0; i < gradient.length; i += 1, at += ROWS_AT_ONCE) {
    const products0 = (gradient[i] ?? 0) + residual0 * (x[at] ?? 0) + residual1 * (x[at + 1] ?? 0);
    gradient[i] = products0 + residual2 * (x[at + 2] ?? 0) + residual3 * (x[at + 3] ?? 0);
  }
  for (let i = 0; i < gradient.length; i += 2) accumulateTwo(i, block, gradient.length, curvature);
}

/** Two rows of the Hessian at once: each input is then fetched once for both, which takes two thirds of the time. */
function accumulateTwo(i: number, { x, slopes }: RowBlock, size: number, curvature: Float64Array): void {
  const [slope0 = 0, slope1 = 0, slope2 = 0, slope3 = 0] = slopes;
  const own = i * ROWS_AT_ONCE;
  const a0 = slope0 * (x[own] ?? 0);
  const a1 = slope1 * (x[own + 1] ?? 0);
  const a2 = slope2 * (x[own + 2] ?? 0);
  const a3 = slope3 * (x[own + 3] ?? 0);
  const b0 = slope0 * (x[own + 4] ?? 0);
  const b1 = slope1 * (x[own + 5] ?? 0);
  const b2 = slope2 * (x[own + 6] ?? 0);
  const b3 = slope3 * (x[own + 7] ?? 0);
  // The first row's last number lies above the diagonal, where nobody reads.
  for (let j = 0, at = i * size, other = 0; j <= i + 1; j += 1, at += 1, other += ROWS_AT_ONCE) {
    const x0 = x[other] ?? 0;
    const x1 = x[other + 1] ?? 0;
    const x2 = x[other + 2] ?? 0;
    const x3 = x[other + 3] ?? 0;
    curvature[at] = (curvature[at] ?? 0) + a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
    curvature[at + size] = (curvature[at + size] ?? 0) + b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3;
  }
}
