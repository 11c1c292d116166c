/**
 * Functions of mathematical statistics that JavaScript lacks. Accurate to about 1e-13 relative (near 1e-15 absolute
 * where the result itself is near 0) for the positive arguments used here.
 */

/** Below it the asymptotic series are entered by recurrence: their error at 10 is under 1e-16. */
const SERIES_FROM = 10;

/** ln Γ(x) for x > 0: Stirling's series (Abramowitz and Stegun 6.1.41), reached by Γ(x + 1) = x·Γ(x). */
export function logGamma(x: number): number {
  let product = 1;
  let at = x;
  for (; at < SERIES_FROM; at += 1) product *= at;
  const inverse = 1 / (at * at);
  const series =
    (1 / 12 -
      inverse *
        (1 / 360 -
          inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * (691 / 360_360)))))) /
    at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/** ψ(x) = d ln Γ(x) ÷ dx for x > 0 (Abramowitz and Stegun 6.3.18). */
export function digamma(x: number): number {
  let below = 0;
  let at = x;
  for (; at < SERIES_FROM; at += 1) below += 1 / at;
  const inverse = 1 / (at * at);
  const series =
    inverse *
    (1 / 12 -
      inverse *
        (1 / 120 -
          inverse * (1 / 252 - inverse * (1 / 240 - inverse * (1 / 132 - inverse * (691 / 32_760))))));
  return Math.log(at) - 0.5 / at - series - below;
}

const MOST_TERMS = 20_000;
const NEGLIGIBLE = 1e-15;

/**
 * Gauss's ₂F₁(a, b; c; z) by its own series, for c > 0 and 0 ≤ z < 1. Callers keep z away from 1 or a, b below c
 * (Euler's transformation), where the terms shrink at least like z per step.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < NEGLIGIBLE * Math.abs(sum)) break;
  }
  return sum;
}
