import type { Column, Dataset } from "../dataset.ts";
import { quantile } from "../evaluation/bootstrap.ts";

/** How one number was distributed when the model learned. */
export type NumberBins = {
  /** Ascending; bin i holds the values from edge i − 1 (included) to edge i (not included). */
  readonly edges: readonly number[];
  /** Share of the rows in each bin; the last one is the share of missing values. They add up to 1. */
  readonly shares: readonly number[];
  readonly rows: number;
};

/** By column. */
export type InputBins = Readonly<Record<string, NumberBins>>;

/**
 * The customary thresholds of the population stability index: below 0.1 little has changed, from 0.25 on much has
 * (Siddiqi 2006). A convention of credit scoring, no law; ours by adoption.
 */
export const PSI_MODERATE = 0.1;
export const PSI_LARGE = 0.25;

/** A bin without anybody would make the index infinite; this share stands in. Customary. */
const LEAST_SHARE = 1e-4;
const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The deciles of the values and the share that is missing; equal deciles are one edge. */
export function numberBins(values: Float64Array): NumberBins {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const edges = known.length === 0 ? [] : [...new Set(DECILES.map((share) => quantile(known, share)))];
  return { edges, shares: sharesOf(values, edges), rows: values.length };
}

/** The bins of every column of numbers. */
export function inputBins({ columns }: Dataset): InputBins {
  const numbers = columns.flatMap((column: Column) =>
    column.kind === "number" ? [[column.name, numberBins(column.values)] as const] : [],
  );
  return Object.fromEntries(numbers);
}

/** How far a column has moved. */
export type Shift = {
  readonly name: string;
  /** Population stability index: Σ (now − then) × ln(now ÷ then) over the bins. */
  readonly psi: number;
  /** What two samples of these sizes from one and the same population would show on average. */
  readonly byChance: number;
  /** The index on the day of the training: its newest labelled customers are two horizons older than that day's. */
  readonly atTraining: number;
  readonly size: "little" | "moderate" | "large";
};

/** Compares today's values with the bins of the training; what chance alone would show is taken off first. */
export function shiftOf(name: string, bins: NumberBins, values: Float64Array, atTraining = 0): Shift {
  if (bins.rows === 0 || values.length === 0)
    return { name, psi: 0, byChance: 0, atTraining, size: "little" };
  const psi = stabilityIndex(bins.shares, sharesOf(values, bins.edges));
  const byChance = psiByChance(bins, values.length);
  const beyond = psi - byChance;
  const size = beyond > PSI_LARGE ? "large" : beyond > PSI_MODERATE ? "moderate" : "little";
  return { name, psi, byChance, atTraining, size };
}

/**
 * Far from the training, and noticeably farther than on its day. A model that is fresh from its training has nothing
 * newer to learn from, however far its customers have moved by then: whether that does harm, the held-out snapshot told.
 */
export const hasMovedSince = ({ size, psi, atTraining }: Shift): boolean =>
  size === "large" && psi - atTraining > PSI_MODERATE;

/** Population stability index of two distributions over the same bins. */
export function stabilityIndex(before: readonly number[], now: readonly number[]): number {
  return before.reduce((sum, share, bin) => {
    const then = Math.max(LEAST_SHARE, share);
    const today = Math.max(LEAST_SHARE, now[bin] ?? 0);
    return sum + (today - then) * Math.log(today / then);
  }, 0);
}

/** Its mean under no change: (bins − 1) × (1 ÷ rows then + 1 ÷ rows now) (Yurdakul 2018). */
function psiByChance({ shares, rows }: NumberBins, rowsNow: number): number {
  const bins = shares.filter((share) => share > 0).length;
  return (bins - 1) * (1 / rows + 1 / rowsNow);
}

function sharesOf(values: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 2).fill(0);
  for (const value of values) {
    const bin = Number.isNaN(value) ? edges.length + 1 : binOf(value, edges);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count) => (values.length === 0 ? 0 : count / values.length));
}

/** How many edges lie at or below the value. */
function binOf(value: number, edges: readonly number[]): number {
  let bin = 0;
  while (bin < edges.length && value >= (edges[bin] ?? Number.POSITIVE_INFINITY)) bin += 1;
  return bin;
}
