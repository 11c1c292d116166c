/** A value at a moment, in minutes since the first. */
export type Sample = { readonly minutes: number; readonly value: number };

export type Slope = {
  readonly perHour: number;
  /** Of `perHour`; 95 %. */
  readonly low: number;
  readonly high: number;
  /** By how much the value grew from the first to the last moment, along the line, of its mean; 0.1 is a tenth. */
  readonly growth: number;
  readonly verdict: "flat" | "rising" | "too few samples";
};

/** Two points make a line whatever they are; below this an interval says nothing. Chosen by the product. */
const FEWEST = 8;
/** What grows by less while it is watched is no leak that anybody would find. Chosen by the product. */
const NOTABLE_GROWTH = 0.05;
/** Of the normal distribution. */
const Z_95 = 1.96;

/**
 * The slope through all pairs of samples: the median, which single peaks do not move, with its interval (Theil 1950, Sen 1968).
 * Rising is what grows notably and whose whole interval lies above nought.
 */
export function slopeOf(samples: readonly Sample[]): Slope {
  const [first, last] = [samples[0], samples.at(-1)];
  if (samples.length < FEWEST || first === undefined || last === undefined)
    return { perHour: 0, low: 0, high: 0, growth: 0, verdict: "too few samples" };
  const slopes = pairSlopes(samples);
  const n = samples.length;
  const spread = Z_95 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const at = (rank: number) => slopes[Math.min(slopes.length - 1, Math.max(0, Math.round(rank)))] ?? 0;
  const middle = (slopes.length - 1) / 2;
  const [median, low, high] = [at(middle), at(middle - spread / 2), at(middle + spread / 2)];
  const mean = samples.reduce((sum, { value }) => sum + value, 0) / n;
  const growth = mean === 0 ? 0 : (median * (last.minutes - first.minutes)) / mean;
  const verdict = low > 0 && growth > NOTABLE_GROWTH ? "rising" : "flat";
  return { perHour: median * 60, low: low * 60, high: high * 60, growth, verdict };
}

/** Per minute, ascending. */
function pairSlopes(samples: readonly Sample[]): number[] {
  const slopes = samples.flatMap((one, index) =>
    samples
      .slice(index + 1)
      .filter(({ minutes }) => minutes !== one.minutes)
      .map((other) => (other.value - one.value) / (other.minutes - one.minutes)),
  );
  return slopes.sort((a, b) => a - b);
}
