/** What customers would take with them, and what a model said of them. */
export type ValuedRows = {
  /** 1 left, 0 stayed. */
  readonly labels: ArrayLike<number>;
  /** 0–1. */
  readonly probabilities: ArrayLike<number>;
  /** What is lost with each, 0 or more, in whatever unit the table has. */
  readonly values: ArrayLike<number>;
};

/** Shares 0–1 of the value that left with customers; null where none did. */
export type RankingValue = {
  /** Of the customers, so many in a hundred are contacted. */
  readonly percent: number;
  readonly contacted: number;
  readonly byExpectedLoss: number | null;
  readonly byProbability: number | null;
  /** By value alone, which needs no model. */
  readonly byValue: number | null;
};

/** How many in a hundred customers somebody may have time for. */
const PERCENTS = [5, 10, 20];

export type LostValue = { readonly lost: number; readonly rankings: readonly RankingValue[] };

/**
 * How much of the value that left was with the customers at the top of the list, where the list is by expected loss
 * (probability × value), by probability and by value: what contacting them could have saved at most. The top k % are
 * ⌈k % of the rows⌉; where that border falls inside a tie, the tie counts by its mean.
 */
export function rankingValue(given: ValuedRows): LostValue {
  const { labels, probabilities, values } = given;
  const rows = labels.length;
  const score = (of: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => of(row));
  const lostWith = score((row) => (labels[row] ?? 0) * (values[row] ?? 0));
  const lost = lostWith.reduce((sum, value) => sum + value, 0);
  const orders = {
    byExpectedLoss: score((row) => (probabilities[row] ?? 0) * (values[row] ?? 0)),
    byProbability: score((row) => probabilities[row] ?? 0),
    byValue: score((row) => values[row] ?? 0),
  };
  const rankings = PERCENTS.map((percent) => {
    const contacted = Math.ceil((percent * rows) / 100);
    const caught = (scores: Float64Array) =>
      lost === 0 ? null : sumOfTop(scores, lostWith, contacted) / lost;
    return {
      percent,
      contacted,
      byExpectedLoss: caught(orders.byExpectedLoss),
      byProbability: caught(orders.byProbability),
      byValue: caught(orders.byValue),
    };
  });
  return { lost, rankings };
}

/** What the `count` rows with the highest scores add up to. */
function sumOfTop(scores: Float64Array, amounts: Float64Array, count: number): number {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const border = scores[order[count - 1] ?? 0] ?? 0;
  let sum = 0;
  let taken = 0;
  const tied: number[] = [];
  for (const row of order) {
    const score = scores[row] ?? 0;
    if (score < border) break;
    if (score === border) tied.push(amounts[row] ?? 0);
    else {
      sum += amounts[row] ?? 0;
      taken += 1;
    }
  }
  const mean = tied.reduce((total, amount) => total + amount, 0) / Math.max(1, tied.length);
  return sum + (count - taken) * mean;
}

/** The same customers ranked by models that differ by their seed: the mean of every share. */
export function meanLostValue(runs: readonly [LostValue, ...LostValue[]]): LostValue {
  const [first] = runs;
  const rankings = first.rankings.map((ranking, place): RankingValue => {
    const mean = (of: "byExpectedLoss" | "byProbability" | "byValue"): number | null => {
      const shares = runs.flatMap((run) => run.rankings[place]?.[of] ?? []);
      return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
    };
    const { percent, contacted } = ranking;
    return {
      percent,
      contacted,
      byExpectedLoss: mean("byExpectedLoss"),
      byProbability: mean("byProbability"),
      byValue: mean("byValue"),
    };
  });
  return { lost: first.lost, rankings };
}
