/**
 * How likely arms of such sizes, or more unlike ones, are where everybody had the stated chance of each: Pearson's chi-squared
 * test, its upper tail by the normal approximation of Wilson and Hilferty (1931), good to some percent of itself.
 * @param sizes of at least two arms
 * @param shares the chance of each arm, above 0, together 1; the same of each unless given
 * @returns 0–1
 */
export function sampleRatioP(sizes: readonly number[], shares?: readonly number[]): number {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const expected = (arm: number) => all * (shares?.[arm] ?? 1 / sizes.length);
  const chiSquared = sizes.reduce((sum, size, arm) => sum + (size - expected(arm)) ** 2 / expected(arm), 0);
  const degrees = sizes.length - 1;
  const part = 2 / (9 * degrees);
  return upperTail(((chiSquared / degrees) ** (1 / 3) - (1 - part)) / Math.sqrt(part));
}

/** Below it arms are commonly taken to differ by a fault of the trial, not by chance (Fabijan et al. 2019). */
export const SUSPECT_RATIO = 0.001;

/** 1 − Φ(z), by Abramowitz and Stegun 26.2.17: off by less than 10⁻⁷. */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = series.reduceRight((total, factor) => (total + factor) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
