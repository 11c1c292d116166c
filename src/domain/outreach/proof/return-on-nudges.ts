/** What nudging brought for each unit it cost; `low` and `high` follow from the interval of the margin's effect. */
export type ReturnOnNudges =
  | { readonly kind: "known"; readonly ratio: number; readonly low: number; readonly high: number }
  | { readonly kind: "not-yet"; readonly because: NoReturnBecause };

/** The first that holds. */
export type NoReturnBecause =
  | "nobody-held-out"
  | "arms-not-as-drawn"
  | "no-rate"
  | "too-few"
  | "unpriced-time"
  | "no-cost"
  | "both-signs";

/** The margin that nudging brought to all who were nudged, minor units. */
export type Gain = { readonly minor: number; readonly lowMinor: number; readonly highMinor: number };

/**
 * Return on investment = (gain − cost) ÷ cost. It is told only where the whole interval lies on one side of zero: else it is as
 * likely a loss as a profit.
 * @param missing why there is no gain or no full cost; null: both are there
 */
export function returnOnNudges(
  gain: Gain | null,
  costMinor: number,
  missing: Exclude<NoReturnBecause, "no-cost" | "both-signs"> | null,
): ReturnOnNudges {
  const notYet = (because: NoReturnBecause) => ({ kind: "not-yet", because }) as const;
  if (missing !== null) return notYet(missing);
  if (gain === null) return notYet("too-few");
  if (costMinor <= 0) return notYet("no-cost");
  const ratioOf = (minor: number) => (minor - costMinor) / costMinor;
  const [ratio, low, high] = [ratioOf(gain.minor), ratioOf(gain.lowMinor), ratioOf(gain.highMinor)];
  return low <= 0 && high >= 0 ? notYet("both-signs") : { kind: "known", ratio, low, high };
}
