import { uniformNumbers } from "./uniform-numbers.ts";

/** A range that holds a figure in 95 % of the resamples. */
export type Interval = { readonly low: number; readonly high: number };

/** Chosen: percentiles of 2.5 and 97.5 % then rest on 50 resamples each. */
export const RESAMPLES = 2_000;
const TAIL = 0.025;

/**
 * Draws `rows` rows with replacement, again and again, and says how often each was drawn (Efron's bootstrap). The
 * array is the same one each time: read it before asking for the next. A generator, so that whoever runs it on a
 * thread with other work can pause between two resamples.
 * @param seed any integer; the same seed and size give the same resamples
 */
export function* resampleCounts(rows: number, seed: number, resamples = RESAMPLES): Generator<Uint16Array> {
  const counts = new Uint16Array(rows);
  const uniform = uniformNumbers(seed);
  for (let resample = 0; resample < resamples; resample += 1) {
    counts.fill(0);
    for (let taken = 0; taken < rows; taken += 1) {
      const row = Math.floor(uniform() * rows);
      counts[row] = (counts[row] ?? 0) + 1;
    }
    yield counts;
  }
}

/** The central 95 % of the values; null for none. */
export function percentileInterval(values: readonly number[]): Interval | null {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return null;
  return { low: quantile(sorted, TAIL), high: quantile(sorted, 1 - TAIL) };
}

/** Linear between the two nearest ranks. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (place - Math.floor(place)) * (above - below);
}
