import { logLossOf } from "./paired-bootstrap.ts";
import { tenthOf } from "./reliability.ts";

const BINS = 10;

/** Rows in ascending order of their probability: with them sorted once, a resample's figures are one pass. */
export type AscendingRows = {
  /** Into the given rows. */
  readonly order: Int32Array;
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  readonly losses: Float64Array;
};

/** @param among the rows to judge; left out: all of them */
export function ascendingRows(
  labels: Uint8Array,
  probabilities: Float64Array,
  among: Int32Array = Int32Array.from(labels, (_, row) => row),
): AscendingRows {
  const order = Int32Array.from(among).sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0));
  const losses = Float64Array.from(order, (row) => logLossOf(labels[row] ?? 0, probabilities[row]));
  return {
    order,
    labels: Uint8Array.from(order, (row) => labels[row] ?? 0),
    probabilities: Float64Array.from(order, (row) => probabilities[row] ?? 0),
    losses,
  };
}

export type WeightedFigures = {
  readonly logLoss: number;
  /** Null where one class was not drawn. */
  readonly rocAuc: number | null;
  readonly ece: number;
};

/** The figures where each row counts as often as it was drawn; definitions as in `model/metrics.ts`. */
export function weightedFigures(
  { order, labels, probabilities, losses }: AscendingRows,
  counts: ArrayLike<number>,
): WeightedFigures {
  const gaps = new Float64Array(BINS);
  let loss = 0;
  let stayedBelow = 0;
  let churned = 0;
  let area = 0;
  let tiedStayed = 0;
  let tiedChurned = 0;
  let previous = Number.NaN;
  for (let place = 0; place <= order.length; place += 1) {
    const p = probabilities[place] ?? Number.NaN;
    if (p !== previous) {
      area += tiedChurned * (stayedBelow + tiedStayed / 2);
      stayedBelow += tiedStayed;
      churned += tiedChurned;
      tiedStayed = 0;
      tiedChurned = 0;
      previous = p;
    }
    const weight = counts[order[place] ?? -1] ?? 0;
    if (weight === 0) continue;
    const label = labels[place] ?? 0;
    if (label === 1) tiedChurned += weight;
    else tiedStayed += weight;
    loss += weight * (losses[place] ?? 0);
    gaps[tenthOf(p)] = (gaps[tenthOf(p)] ?? 0) + weight * (label - p);
  }
  const rows = churned + stayedBelow;
  const pairs = churned * stayedBelow;
  return {
    logLoss: loss / rows,
    rocAuc: pairs === 0 ? null : area / pairs,
    ece: gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / rows,
  };
}
