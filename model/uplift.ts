import type { ExpectedUplift, TrialRows } from "../src/domain/outreach/trial/uplift.ts";
import type { Dataset } from "../src/domain/risk/dataset.ts";
import type { InputMatrix } from "./column-encoding.ts";
import { encodeRows, fitEncoding } from "./encoding.ts";
import { solvePositiveDefinite } from "./linear-algebra.ts";
import { derivedSeed, randomStream, shuffle } from "./random.ts";

/** Shrinkage of the outcome's regression, as a share of the rows: enough to keep collinear inputs apart. */
const OUTCOME_RIDGE = 0.001;
/** Of the uplift's, from hardly any to next to nothing but the inputs' own correlations with it. */
const UPLIFT_RIDGES = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];
const INNER_FOLDS = 5;

/**
 * What the treatment adds, customer by customer: the R-learner (Nie and Wager 2021, "Quasi-oracle estimation of
 * heterogeneous treatment effects") with ridge regressions over the encoded inputs. First the outcome is explained by the
 * inputs alone; what is left of it is then explained by the treatment times the inputs. The shrinkage is chosen by
 * cross-validation within the training rows. Linear in bent and stepped inputs: where the noise is many times the effect,
 * as with nearly every message, more freedom ranks worse.
 */
export function expectUplift(training: TrialRows, test: Dataset, seed: number): ExpectedUplift {
  const encoding = fitEncoding(training.inputs);
  const inputs = encodeRows(encoding, training.inputs);
  const rows = training.outcomes.length;
  const share = training.treated.reduce((sum, one) => sum + one, 0) / rows;
  const outcome = ridge(sumsOf(inputs, unweighted(rows), training.outcomes), OUTCOME_RIDGE * rows);
  const expected = predict(outcome, inputs);
  const left = training.outcomes.map((value, row) => value - (expected[row] ?? 0));
  const weights = Float64Array.from(training.treated, (one) => one - share);
  const uplift = upliftOf(inputs, weights, left, seed);
  const tested = encodeRows(encoding, test);
  const gained = predict(uplift, tested);
  const mean = predict(outcome, tested);
  return { uplift: gained, untreated: mean.map((value, row) => value - share * (gained[row] ?? 0)) };
}

/** Weights of the inputs, the constant last. */
type Weights = Float64Array;

/** Normal equations of a weighted regression: X'X and X'y, of inputs and a constant, each times the row's weight. */
type Sums = { readonly size: number; readonly gram: Float64Array; readonly right: Float64Array };

function upliftOf(inputs: InputMatrix, weights: Float64Array, left: Float64Array, seed: number): Weights {
  const rows = weights.length;
  const folds = dealt(rows, seed);
  const parts = Array.from({ length: INNER_FOLDS }, (_, fold) =>
    sumsOf(inputs, weights, left, (row) => folds[row] === fold),
  );
  const whole = parts.reduce((all, part) => combined(all, part, 1));
  let best = { ridge: UPLIFT_RIDGES.at(-1) ?? 1, loss: Number.POSITIVE_INFINITY };
  for (const each of UPLIFT_RIDGES) {
    let loss = 0;
    for (const [fold, part] of parts.entries()) {
      const fitted = ridge(combined(whole, part, -1), each * weightOf(weights, folds, fold));
      loss += lossOf(fitted, part);
    }
    if (loss < best.loss) best = { ridge: each, loss };
  }
  return ridge(whole, best.ridge * weightOf(weights, folds, -1));
}

/** The squared error of a fit over rows given by their sums, less the part that no fit changes. */
function lossOf(weights: Weights, { size, gram, right }: Sums): number {
  let loss = 0;
  for (let a = 0; a < size; a += 1) {
    let product = 0;
    for (let b = 0; b < size; b += 1)
      product += (gram[Math.max(a, b) * size + Math.min(a, b)] ?? 0) * (weights[b] ?? 0);
    loss += (weights[a] ?? 0) * (product - 2 * (right[a] ?? 0));
  }
  return loss;
}

/** Squared weights of the rows outside a fold: what the shrinkage is measured by. */
function weightOf(weights: Float64Array, folds: Int32Array, without: number): number {
  let sum = 0;
  for (const [row, weight] of weights.entries()) if (folds[row] !== without) sum += weight ** 2;
  return sum;
}

function dealt(rows: number, seed: number): Int32Array {
  const order = shuffle(
    Int32Array.from({ length: rows }, (_, row) => row),
    randomStream(derivedSeed(seed, 0)),
  );
  const folds = new Int32Array(rows);
  for (const [place, row] of order.entries()) folds[row] = place % INNER_FOLDS;
  return folds;
}

const unweighted = (rows: number) => new Float64Array(rows).fill(1);

function sumsOf(
  { values, width }: InputMatrix,
  weights: Float64Array,
  outcomes: Float64Array,
  isIn: (row: number) => boolean = () => true,
): Sums {
  const size = width + 1;
  const sums = { size, gram: new Float64Array(size * size), right: new Float64Array(size) };
  const own = new Float64Array(size);
  for (const [row, weight] of weights.entries()) {
    if (!isIn(row)) continue;
    for (let input = 0; input < width; input += 1) own[input] = weight * (values[row * width + input] ?? 0);
    own[width] = weight;
    add(sums, own, outcomes[row] ?? 0);
  }
  return sums;
}

function add({ size, gram, right }: Sums, own: Float64Array, outcome: number): void {
  for (let a = 0; a < size; a += 1) {
    const value = own[a] ?? 0;
    if (value === 0) continue;
    right[a] = (right[a] ?? 0) + value * outcome;
    for (let b = 0, at = a * size; b <= a; b += 1, at += 1)
      gram[at] = (gram[at] ?? 0) + value * (own[b] ?? 0);
  }
}

const combined = (a: Sums, b: Sums, sign: 1 | -1): Sums => ({
  size: a.size,
  gram: a.gram.map((value, at) => value + sign * (b.gram[at] ?? 0)),
  right: a.right.map((value, at) => value + sign * (b.right[at] ?? 0)),
});

/** The constant is not shrunk. */
function ridge({ size, gram, right }: Sums, shrinkage: number): Weights {
  const matrix = Float64Array.from(gram);
  for (let input = 0; input < size - 1; input += 1)
    matrix[input * size + input] = (matrix[input * size + input] ?? 0) + shrinkage;
  return solvePositiveDefinite(matrix, right);
}

function predict(weights: Weights, { values, width }: InputMatrix): Float64Array {
  return Float64Array.from({ length: values.length / width || 0 }, (_, row) => {
    let sum = weights[width] ?? 0;
    for (let input = 0; input < width; input += 1)
      sum += (weights[input] ?? 0) * (values[row * width + input] ?? 0);
    return sum;
  });
}
