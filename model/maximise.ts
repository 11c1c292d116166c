import { NotConvergedError } from "./not-converged.ts";

/** A function's value and its slope by each parameter. */
export type ValueAndSlopes = { readonly value: number; readonly slopes: readonly number[] };

const MOST_STEPS = 500;
const CONVERGED_SLOPE = 1e-7;
/** Where rounding hides any further gain, slopes this small still count as converged: parameters good to four digits. */
const CLOSE_SLOPE = 1e-4;
const MOST_HALVINGS = 40;
/** Armijo's condition: a step must gain at least this share of what its slope promises. */
const SUFFICIENT = 1e-4;
/** No parameter moves further than this in one step; they are logarithms here, so e² times at most. */
const LONGEST_STEP = 2;

/**
 * The parameters, near `start`, at which a smooth function is largest: quasi-Newton steps (BFGS; Nocedal and Wright,
 * 2006, algorithm 6.1) with backtracking, inside a box of ±`bound`. Deterministic; made for a handful of parameters.
 * @throws NotConvergedError where the slopes (but for those that point out of the box) do not vanish.
 */
export function maximise(
  evaluate: (parameters: readonly number[]) => ValueAndSlopes,
  start: readonly number[],
  bound: number,
): readonly number[] {
  let at = [...start];
  let here = evaluate(at);
  let inverse = identity(at.length);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const slopes = slopesInside(here.slopes, at, bound);
    if (steepest(slopes) < CONVERGED_SLOPE) return at;
    let direction = ascentDirection(inverse, slopes);
    if (dot(direction, slopes) <= 0) {
      inverse = identity(at.length);
      direction = ascentDirection(inverse, slopes);
    }
    const next = lineSearch(evaluate, at, here, direction, bound);
    if (next === null && isIdentity(inverse)) break;
    if (next === null) {
      inverse = identity(at.length);
      continue;
    }
    inverse = updatedInverse(inverse, subtract(next.at, at), subtract(here.slopes, next.here.slopes));
    at = next.at;
    here = next.here;
  }
  if (steepest(slopesInside(here.slopes, at, bound)) < CLOSE_SLOPE) return at;
  throw new NotConvergedError("The search for the likeliest parameters did not converge.");
}

/** Zero where a parameter stands at the box's wall and would only leave it. */
function slopesInside(slopes: readonly number[], at: readonly number[], bound: number): number[] {
  return slopes.map((slope, place) => ((at[place] ?? 0) * Math.sign(slope) >= bound ? 0 : slope));
}

/** NaN where a slope is none, which no comparison takes for converged. */
function steepest(slopes: readonly number[]): number {
  return Math.max(...slopes.map(Math.abs));
}

function lineSearch(
  evaluate: (parameters: readonly number[]) => ValueAndSlopes,
  at: readonly number[],
  here: ValueAndSlopes,
  direction: readonly number[],
  bound: number,
): { at: number[]; here: ValueAndSlopes } | null {
  for (let halving = 0, length = 1; halving < MOST_HALVINGS; halving += 1, length /= 2) {
    const tried = at.map((value, place) => within(value + length * (direction[place] ?? 0), bound));
    const there = evaluate(tried);
    const promised = dot(subtract(tried, at), here.slopes);
    if (there.value >= here.value + SUFFICIENT * promised && there.value > here.value)
      return { at: tried, here: there };
  }
  return null;
}

function within(value: number, bound: number): number {
  return Math.min(bound, Math.max(-bound, value));
}

function ascentDirection(inverse: readonly (readonly number[])[], slopes: readonly number[]): number[] {
  const direction = inverse.map((row) => dot(row, slopes));
  const longest = Math.max(...direction.map(Math.abs));
  return longest > LONGEST_STEP ? direction.map((value) => (value * LONGEST_STEP) / longest) : direction;
}

/** The BFGS update of the (negated) inverse Hessian; left alone where the step saw no curvature. */
function updatedInverse(
  inverse: readonly (readonly number[])[],
  moved: readonly number[],
  slopeChange: readonly number[],
): number[][] {
  const curvature = dot(moved, slopeChange);
  if (!(curvature > 1e-12)) return inverse.map((row) => [...row]);
  const image = inverse.map((row) => dot(row, slopeChange));
  const factor = (1 + dot(slopeChange, image) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map(
      (value, j) =>
        value +
        factor * (moved[i] ?? 0) * (moved[j] ?? 0) -
        ((image[i] ?? 0) * (moved[j] ?? 0) + (moved[i] ?? 0) * (image[j] ?? 0)) / curvature,
    ),
  );
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => +(row === column)),
  );
}

function isIdentity(matrix: readonly (readonly number[])[]): boolean {
  return matrix.every((row, place) => row.every((value, column) => value === +(place === column)));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
}

function subtract(one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, place) => value - (other[place] ?? 0));
}
