import type { ReliabilityBin } from "../src/domain/risk/churn-model.ts";

/** As many as the expected calibration error counts over. */
const BINS = 10;
/** The standard normal's 97.5 % quantile. */
const CENTRAL_95_PERCENT = 1.96;

/** What was promised against what happened, in ten equally wide bins of the probability; empty ones are left out. */
export function reliabilityOf(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): readonly ReliabilityBin[] {
  const sums = Array.from({ length: BINS }, () => ({ n: 0, promised: 0, churned: 0 }));
  for (let row = 0; row < labels.length; row += 1) {
    const p = probabilities[row] ?? 0;
    const bin = sums[Math.min(BINS - 1, Math.floor(p * BINS))];
    if (bin === undefined) continue;
    bin.n += 1;
    bin.promised += p;
    bin.churned += labels[row] ?? 0;
  }
  return sums
    .filter(({ n }) => n > 0)
    .map(({ n, promised, churned }) => ({
      n,
      meanPredicted: promised / n,
      observedRate: churned / n,
      ...wilsonInterval(churned, n),
    }));
}

/** The 95 % interval of a rate (Wilson, 1927), 0–1; sensible for few customers and for rates of 0 and 1 too. */
export function wilsonInterval(
  successes: number,
  n: number,
): { readonly low: number; readonly high: number } {
  const rate = successes / n;
  const z2 = CENTRAL_95_PERCENT ** 2;
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half = (CENTRAL_95_PERCENT / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
