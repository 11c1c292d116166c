/** Rows sharing one probability. */
export type Tie = { readonly rows: number; readonly positives: number };

/** Riskiest first; `labels` are 1 for those who left, else 0. */
export function rankTies(labels: ArrayLike<number>, probabilities: ArrayLike<number>): readonly Tie[] {
  const order = Int32Array.from({ length: labels.length }, (_, row) => row);
  order.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
  const ties: { rows: number; positives: number }[] = [];
  let previous = Number.NaN;
  for (const row of order) {
    const score = probabilities[row] ?? 0;
    if (score !== previous) ties.push({ rows: 0, positives: 0 });
    previous = score;
    const tie = ties.at(-1);
    if (tie === undefined) continue;
    tie.rows += 1;
    tie.positives += labels[row] ?? 0;
  }
  return ties;
}

/** P(a churner scores above a stayer) + ½ P(tie) (Mann and Whitney), 0–1; null where only one class is present. */
export function rocAuc(ranking: readonly Tie[]): number | null {
  const positives = ranking.reduce((sum, tie) => sum + tie.positives, 0);
  const negatives = ranking.reduce((sum, tie) => sum + tie.rows - tie.positives, 0);
  if (positives === 0 || negatives === 0) return null;
  let negativesBelow = negatives;
  let wins = 0;
  for (const tie of ranking) {
    const tied = tie.rows - tie.positives;
    negativesBelow -= tied;
    wins += tie.positives * (negativesBelow + tied / 2);
  }
  return wins / (positives * negatives);
}
