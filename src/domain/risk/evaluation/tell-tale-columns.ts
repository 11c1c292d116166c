import type { Column } from "../dataset.ts";
import { rankTies, rocAuc } from "./rank-ties.ts";

/** A column that gives the answer away, and by what. */
export type TellTale = { readonly column: string } & (
  | { readonly because: "near-perfect"; readonly rocAuc: number }
  /** Filled, or left blank, in so many rows of one kind, and in none or next to none of the other. */
  | { readonly because: "filled" | "blank"; readonly rows: number; readonly called: "churned" | "stayed" }
);

/**
 * Chosen: no column alone ranks people as well as all columns of the best table of real customers did that the model was
 * measured on (0.988). A strong cause that is known beforehand stays below: a month's notice given is no cause, it is the
 * outcome.
 */
const NEAR_PERFECT_ALONE = 0.98;
/** Bins and words of fewer rows would tell the few rows in them by chance. */
const LEAST_ROWS_PER_BIN = 10;
const MOST_BINS = 20;
/** One row in a hundred may be a slip of whoever filled the column. */
const MOST_EXCEPTIONS = 0.01;
const LEAST_FILLED = 10;
/** Chance that a column which knows nothing is filled so; chosen small enough for tables of a thousand columns. */
const HARDLY_BY_CHANCE = 1e-6;

/** The columns that alone tell (nearly) every row, or that are filled for one kind of row only; in their order. */
export function tellTaleColumns(columns: readonly Column[], labels: Uint8Array): readonly TellTale[] {
  return columns.flatMap((column) => filledForOneKind(column, labels) ?? nearPerfect(column, labels) ?? []);
}

function nearPerfect(column: Column, labels: Uint8Array): TellTale | null {
  const rankings = [rateOfBins(column, labels), ...(column.kind === "number" ? orders(column.values) : [])];
  const areas = rankings.map((scores) => rocAuc(rankTies(labels, scores)) ?? 0.5);
  const best = Math.max(...areas.map((area) => Math.max(area, 1 - area)));
  if (best < NEAR_PERFECT_ALONE) return null;
  return { column: column.name, because: "near-perfect", rocAuc: best };
}

/** The values themselves, with those that are missing below all others and above them. */
function orders(values: Float64Array): readonly Float64Array[] {
  let [lowest, highest] = [0, 0];
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return [2 * lowest - 1, 2 * highest + 1].map((missing) =>
    values.map((value) => (Number.isNaN(value) ? missing : value)),
  );
}

/** For each row the share of churned in its bin. */
function rateOfBins(column: Column, labels: Uint8Array): Float64Array {
  const bins = column.kind === "number" ? binsOfNumbers(column.values) : binsOfWords(column.values);
  const rows = new Map<number, { count: number; churned: number }>();
  for (const [row, bin] of bins.entries()) {
    const told = rows.get(bin) ?? { count: 0, churned: 0 };
    rows.set(bin, { count: told.count + 1, churned: told.churned + (labels[row] ?? 0) });
  }
  return Float64Array.from(bins, (bin) => {
    const { churned, count } = rows.get(bin) ?? { churned: 0, count: 1 };
    return churned / count;
  });
}

/** Rare words share a bin. */
function binsOfWords(values: readonly string[]): Int32Array {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= LEAST_ROWS_PER_BIN).map(([word]) => word);
  const bins = new Map(frequent.map((word, bin) => [word, bin]));
  return Int32Array.from(values, (value) => bins.get(value) ?? -1);
}

/** Of equal size; equal numbers share a bin, and so do those that are missing. */
function binsOfNumbers(values: Float64Array): Int32Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const count = Math.max(1, Math.min(MOST_BINS, Math.floor(sorted.length / LEAST_ROWS_PER_BIN)));
  const borders = Array.from(
    { length: count - 1 },
    (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / count)] ?? 0,
  );
  return Int32Array.from(values, (value) =>
    Number.isNaN(value) ? -1 : borders.filter((border) => value >= border).length,
  );
}

/**
 * What is filled for one kind of row is filled because of the outcome (a reason for leaving, the day of the last renewal).
 * Blank for those who stayed is left alone: "no complaint" is known beforehand.
 */
function filledForOneKind(column: Column, labels: Uint8Array): TellTale | null {
  const filled = { rows: 0, churned: 0 };
  let churned = 0;
  for (const [row, label] of labels.entries()) {
    churned += label;
    if (isMissing(column, row)) continue;
    filled.rows += 1;
    filled.churned += label;
  }
  const rate = churned / Math.max(1, labels.length);
  const blank = { rows: labels.length - filled.rows, churned: churned - filled.churned };
  if (blank.rows === 0) return null;
  const told = (because: "filled" | "blank", rows: number, called: "churned" | "stayed"): TellTale => ({
    column: column.name,
    because,
    rows,
    called,
  });
  if (isOfOneKind(filled.rows, filled.churned, rate)) return told("filled", filled.rows, "churned");
  if (isOfOneKind(filled.rows, filled.rows - filled.churned, 1 - rate))
    return told("filled", filled.rows, "stayed");
  return isOfOneKind(blank.rows, blank.churned, rate) ? told("blank", blank.rows, "churned") : null;
}

const isMissing = (column: Column, row: number) =>
  column.kind === "number" ? Number.isNaN(column.values[row]) : column.values[row] === "";

function isOfOneKind(rows: number, ofKind: number, rate: number): boolean {
  if (rows < LEAST_FILLED || rows - ofKind > rows * MOST_EXCEPTIONS) return false;
  return rows * Math.log(rate) <= Math.log(HARDLY_BY_CHANCE);
}
