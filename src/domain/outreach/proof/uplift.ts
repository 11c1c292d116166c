/** One customer of a comparison whose outcome is known. */
export type Outcome = {
  readonly arm: "nudged" | "held-out";
  /** What came of it: 1 stayed and 0 left, or a margin. */
  readonly value: number;
  /** What was expected before, such as the risk of that day: makes the comparison sharper, and bends nothing. */
  readonly expected: number;
};

/** What a comparison says so far. */
export type UpliftSoFar = {
  readonly nudged: number;
  readonly heldOut: number;
  /** How much more of the outcome those who were to be nudged had, on average. */
  readonly effect: number;
  /** Of those held out, unadjusted, and its squared standard error. */
  readonly heldOutMean: number;
  readonly heldOutVariance: number;
  /** 95 %, valid however often it is looked at. */
  readonly low: number;
  readonly high: number;
  /** Half the width an interval would have that is valid for one look alone: for comparisons. */
  readonly halfWidthOnce: number;
  readonly verdict: "helps" | "harms" | "not-enough-data";
};

/** Of fewer customers in an arm a variance is a guess, and the interval with it. */
export const LEAST_IN_ARM = 30;
const ALPHA = 0.05;
/** Standard errors on either side of an interval of 95 % for one look, of the normal distribution. */
export const ONCE = 1.959963984540054;

/**
 * Keeps the sums of a comparison, customer by customer as outcomes become known.
 *
 * By intention to treat: everybody counts where the draw put them, nudged in fact or not. Adjusted for what was expected
 * (CUPED, Deng et al. 2013: the difference of means less the slope times the difference in the expected). The interval is an
 * asymptotic confidence sequence (Waudby-Smith et al. 2024, "Time-uniform central limit theory and asymptotic confidence
 * sequences", theorem 2.2): it holds at all looks at once, so that looking every day finds nothing that is not there more
 * often than once in twenty quarters.
 */
export class UpliftComparison {
  readonly #arms = { nudged: emptySums(), "held-out": emptySums() };

  add({ arm, value, expected }: Outcome): void {
    const sums = this.#arms[arm];
    sums.n += 1;
    sums.y += value;
    sums.x += expected;
    sums.yy += value * value;
    sums.xx += expected * expected;
    sums.xy += value * expected;
  }

  /**
   * @param planned how many customers there will be at the end: there the interval is narrowest
   * @returns null before there are enough in both arms
   */
  soFar(planned: number): UpliftSoFar | null {
    const [nudged, heldOut] = [momentsOf(this.#arms.nudged), momentsOf(this.#arms["held-out"])];
    if (nudged.n < LEAST_IN_ARM || heldOut.n < LEAST_IN_ARM) return null;
    const varying = nudged.n * nudged.xx + heldOut.n * heldOut.xx;
    const slope = varying > 0 ? (nudged.n * nudged.xy + heldOut.n * heldOut.xy) / varying : 0;
    const effect = nudged.y - heldOut.y - slope * (nudged.x - heldOut.x);
    const variance = errorOf(nudged, slope) + errorOf(heldOut, slope);
    const half = Math.sqrt(variance) * widthFactor(nudged.n + heldOut.n, planned);
    return {
      ...{ nudged: nudged.n, heldOut: heldOut.n, effect, low: effect - half, high: effect + half },
      ...{ heldOutMean: heldOut.y, heldOutVariance: errorOf(heldOut, 0) },
      halfWidthOnce: ONCE * Math.sqrt(variance),
      verdict: effect - half > 0 ? "helps" : effect + half < 0 ? "harms" : "not-enough-data",
    };
  }
}

type Sums = { n: number; x: number; y: number; xx: number; yy: number; xy: number };
const emptySums = (): Sums => ({ n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 });

/** Means, and mean products of the distances from them. */
function momentsOf({ n, x, y, xx, yy, xy }: Sums): Sums {
  const [meanX, meanY] = [x / n, y / n];
  return {
    ...{ n, x: meanX, y: meanY },
    xx: Math.max(0, xx / n - meanX * meanX),
    yy: Math.max(0, yy / n - meanY * meanY),
    xy: xy / n - meanX * meanY,
  };
}

/** The squared standard error of an arm's adjusted mean. */
const errorOf = ({ n, xx, yy, xy }: Sums, slope: number): number =>
  Math.max(0, yy - 2 * slope * xy + slope * slope * xx) / (n - 2);

/** By how many standard errors the interval of one look among all reaches out, after `n` of `planned` customers. */
export function widthFactor(n: number, planned: number): number {
  const atTheEnd = -2 * Math.log(ALPHA) + Math.log(1 - 2 * Math.log(ALPHA));
  const scale = (n * atTheEnd) / Math.max(planned, n);
  return Math.sqrt((1 + 1 / scale) * (Math.log(1 + scale) - 2 * Math.log(ALPHA)));
}

/** Of the normal distribution: four in five lie below so many standard errors. */
const FOUR_IN_FIVE = 0.8416;

/**
 * The smallest effect that a comparison would show four times in five, told before it begins.
 * @param plan.share of the customers that is held out, 0–1
 * @param plan.deviation of the outcome, after what is expected of it: for a share of stayed at most 0.5
 */
export function smallestEffect(plan: {
  readonly customers: number;
  readonly share: number;
  readonly deviation: number;
}): number {
  const { customers, share, deviation } = plan;
  const error = deviation * Math.sqrt(1 / (customers * share) + 1 / (customers * (1 - share)));
  return error * (widthFactor(customers, customers) + FOUR_IN_FIVE);
}
