import { z } from "zod";
import type { InputMatrix } from "./column-encoding.ts";

/**
 * Strength of the ridge penalty ½·λ·Σw² against the summed log loss; 1 is scikit-learn's default (C = 1) and is not
 * tuned here: the baseline is meant to be what anybody would get first.
 */
const RIDGE = 1;
const MAX_ITERATIONS = 50;
const CONVERGED = 1e-8;

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
 * Fits by Newton's method (iteratively reweighted least squares): no random numbers, so the same rows always give the
 * same coefficients. The intercept is not penalised, which keeps the mean probability at the observed rate.
 */
export function fitBaseline(
  matrix: InputMatrix,
  labels: Uint8Array,
  inputs: readonly number[],
  { offsets, ridge = RIDGE }: BaselineOptions = {},
): Baseline {
  const size = inputs.length + 1;
  const weights = new Float64Array(size);
  weights[0] = startingIntercept(labels);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration += 1) {
    const { gradient, curvature } = newtonTerms(matrix, labels, inputs, weights, { offsets, ridge });
    const step = solvePositiveDefinite(curvature, gradient);
    for (let place = 0; place < size; place += 1) weights[place] = (weights[place] ?? 0) - (step[place] ?? 0);
    if (Math.max(...step.map(Math.abs)) < CONVERGED) break;
  }
  return { intercept: weights[0] ?? 0, inputs: [...inputs], coefficients: [...weights.subarray(1)] };
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

/** Gradient and Hessian of the penalised log loss; the Hessian row-major, lower triangle filled. */
function newtonTerms(
  matrix: InputMatrix,
  labels: Uint8Array,
  inputs: readonly number[],
  weights: Float64Array,
  { offsets, ridge }: { readonly offsets: Float64Array | undefined; readonly ridge: number },
): NewtonTerms {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const x = new Float64Array(size);
  x[0] = 1;
  for (let row = 0; row < labels.length; row += 1) {
    let logit = (weights[0] ?? 0) + (offsets?.[row] ?? 0);
    for (let place = 1; place < size; place += 1) {
      const value = matrix.values[row * matrix.width + (inputs[place - 1] ?? 0)] ?? 0;
      x[place] = value;
      logit += value * (weights[place] ?? 0);
    }
    const p = 1 / (1 + Math.exp(-logit));
    accumulate(x, p - (labels[row] ?? 0), p * (1 - p), gradient, curvature);
  }
  for (let place = 0; place < size; place += 1) {
    const penalty = place === 0 ? 0 : ridge;
    gradient[place] = (gradient[place] ?? 0) + penalty * (weights[place] ?? 0);
    // The tiny addition keeps the intercept's pivot positive when every probability has saturated.
    curvature[place * size + place] = (curvature[place * size + place] ?? 0) + penalty + 1e-9;
  }
  return { gradient, curvature };
}

function accumulate(
  x: Float64Array,
  residual: number,
  weight: number,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const size = x.length;
  for (let i = 0; i < size; i += 1) {
    const value = x[i] ?? 0;
    if (value === 0) continue;
    gradient[i] = (gradient[i] ?? 0) + residual * value;
    const scaled = weight * value;
    for (let j = 0, at = i * size; j <= i; j += 1, at += 1) {
      curvature[at] = (curvature[at] ?? 0) + scaled * (x[j] ?? 0);
    }
  }
}

/** The lower triangle L of A = L·Lᵀ (Cholesky); A row-major, only its lower triangle is read and replaced. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const lower = Float64Array.from(matrix);
  const at = (row: number, column: number): number => lower[row * size + column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(row, column);
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
      lower[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(column, column);
    }
  }
  return lower;
}

/** Solves A·x = b for a positive definite A, row-major; its lower triangle is read. */
export function solvePositiveDefinite(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const lower = choleskyFactor(matrix, size);
  const at = (row: number, column: number): number => lower[row * size + column] ?? 0;
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= at(row, k) * (solution[k] ?? 0);
    solution[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) sum -= at(k, row) * (solution[k] ?? 0);
    solution[row] = sum / at(row, row);
  }
  return solution;
}
