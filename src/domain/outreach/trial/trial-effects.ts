/** One arm of a randomised trial. */
export type Arm = { readonly name: string; readonly n: number; readonly mean: number };

/** A figure with its 95 % interval. */
export type Estimate = { readonly effect: number; readonly low: number; readonly high: number };

/** Of the normal distribution: 95 % of it lie within so many standard errors. */
export const WITHIN_95 = 1.959963984540054;

/** How many there are, and the mean and sample variance of their values. */
export type Moments = { readonly n: number; readonly mean: number; readonly variance: number };

/** @param values at least two for a variance; of fewer it is NaN */
export function momentsOf(values: Iterable<number>): Moments {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    n += 1;
    const from = value - mean;
    mean += from / n;
    squares += from * (value - mean);
  }
  return { n, mean: n === 0 ? Number.NaN : mean, variance: n < 2 ? Number.NaN : squares / (n - 1) };
}

/** The difference of two means with its interval, each arm with a variance of its own (Welch). */
export function difference(treated: Moments, control: Moments): Estimate {
  const effect = treated.mean - control.mean;
  const error = Math.sqrt(treated.variance / treated.n + control.variance / control.n);
  return { effect, low: effect - WITHIN_95 * error, high: effect + WITHIN_95 * error };
}
