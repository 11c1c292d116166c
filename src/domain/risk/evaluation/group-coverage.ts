/** Probabilities of one test with their bounds (the central 80 %, `Bounds`), and what happened. */
export type BoundedProbabilities = {
  readonly labels: ArrayLike<number>;
  readonly probabilities: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
};

/** Rows of like probability; rates 0–1. */
export type CoveredGroup = {
  readonly n: number;
  readonly meanPredicted: number;
  readonly observedRate: number;
  /** Where the observed rate was to be expected in four of five groups. */
  readonly low: number;
  readonly high: number;
  readonly covered: boolean;
};

/** Few enough that a group's rate is not all chance, enough to see low and high probabilities apart. */
const GROUPS = 10;
/** The standard normal's 90 % quantile, as in `model/bounds.ts`: the bounds are a central 80 %. */
const CENTRAL_80_PERCENT = 1.2816;

/**
 * Whether the intervals are true: how often a group's observed rate lies where its rows' bounds say. Groups are ten of
 * equal count by ascending probability; equal probabilities stay together, so there may be fewer.
 *
 * The bounds are about a group's rate, and what is observed differs from that rate by chance as well. Both are
 * independent, so they add up in quadrature: with p the mean probability and l and h the mean bounds, the observed rate
 * is expected between
 *   p − √((p − l)² + (1.2816 · s)²)  and  p + √((h − p)² + (1.2816 · s)²),  s² = Σ pᵢ(1 − pᵢ) ÷ n².
 * On the scale of probabilities, not of log odds, since a small group's observed rate may well be 0 or 1; each side
 * with its own half width, since bounds are lopsided near 0 and 1. Mean bounds take the rows of a group to be off
 * together, as a wrong level of churn makes them; what makes each row off by itself averages out, so that groups are
 * covered rather too often by it.
 *
 * Groups of one test are off together, too: tell coverage over many tests.
 */
export function groupCoverage(given: BoundedProbabilities): readonly CoveredGroup[] {
  return equalGroups(given.probabilities).map((rows) => judgeGroup(given, rows));
}

function judgeGroup(
  { labels, probabilities, low, high }: BoundedProbabilities,
  rows: readonly number[],
): CoveredGroup {
  const n = rows.length;
  const mean = (of: (row: number) => number) => rows.reduce((sum, row) => sum + of(row), 0) / n;
  const predicted = (row: number) => probabilities[row] ?? 0;
  const meanPredicted = mean(predicted);
  const observedRate = mean((row) => labels[row] ?? 0);
  const chance = CENTRAL_80_PERCENT * Math.sqrt(mean((row) => predicted(row) * (1 - predicted(row))) / n);
  const below = Math.hypot(meanPredicted - mean((row) => low[row] ?? 0), chance);
  const above = Math.hypot(mean((row) => high[row] ?? 0) - meanPredicted, chance);
  const covered = observedRate >= meanPredicted - below && observedRate <= meanPredicted + above;
  const bounds = { low: Math.max(0, meanPredicted - below), high: Math.min(1, meanPredicted + above) };
  return { n, meanPredicted, observedRate, ...bounds, covered };
}

/** By ascending probability; a border inside a tie moves behind it. */
function equalGroups(probabilities: Float64Array): readonly (readonly number[])[] {
  const order = [...probabilities.keys()].sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0));
  const groups: number[][] = [];
  let from = 0;
  for (let part = 1; part <= GROUPS; part += 1) {
    let to = Math.round((part * order.length) / GROUPS);
    while (to < order.length && probabilities[order[to] ?? 0] === probabilities[order[to - 1] ?? 0]) to += 1;
    if (to > from) groups.push(order.slice(from, to));
    from = Math.max(from, to);
  }
  return groups;
}
