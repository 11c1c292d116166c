import type { InputMatrix } from "./column-encoding.ts";
import { outcomesOf, type RowsToFit } from "./rows-to-fit.ts";

/** One byte holds a bin. */
const MOST_BINS = 255;
/** On short tables fewer, wider bins: a threshold between every few rows finds chance and takes its time. */
const ROWS_PER_BIN = 20;
const LEAST_BINS = 32;

/** The inputs trees split by, cut into bins: `codes` is input-major, inputs × rows; bin b holds values ≤ borders[b]. */
export type BinnedInputs = {
  readonly rows: number;
  /** Which input of the matrix each binned one is. */
  readonly inputs: readonly number[];
  readonly codes: Uint8Array;
  readonly borders: readonly Float32Array[];
  /** Each input's first bin, counted over all inputs, and the number of all bins at the end. */
  readonly firstBins: Int32Array;
};

/** Rows to boost trees on, which know them by the bins of their inputs alone. */
export type BinnedRows = Omit<RowsToFit, "inputs"> & { readonly binned: BinnedInputs };

/** The given rows of a table, by the given inputs. */
export function binRows(
  table: RowsToFit,
  inputs: readonly number[],
  rows: Int32Array = allRows(table.inputs),
): BinnedRows {
  return { ...outcomesOf(table, rows), binned: binInputs(table.inputs, inputs, rows) };
}

/** Cuts the inputs at quantiles of the given rows, at every distinct value where there are few. */
export function binInputs(
  matrix: InputMatrix,
  inputs: readonly number[],
  rows: Int32Array = allRows(matrix),
): BinnedInputs {
  const codes = new Uint8Array(inputs.length * rows.length);
  const most = Math.min(MOST_BINS, Math.max(LEAST_BINS, Math.floor(rows.length / ROWS_PER_BIN)));
  const borders = inputs.map((input, place) => {
    const values = valuesOf(matrix, input, rows);
    const own = quantileBorders(Float32Array.from(values).sort(), most);
    for (let row = 0; row < rows.length; row += 1)
      codes[place * rows.length + row] = binOf(values[row] ?? 0, own);
    return own;
  });
  const firstBins = new Int32Array(inputs.length + 1);
  for (const [place, own] of borders.entries())
    firstBins[place + 1] = (firstBins[place] ?? 0) + own.length + 1;
  return { rows: rows.length, inputs, codes, borders, firstBins };
}

function allRows({ rows }: InputMatrix): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row);
}

/** Half way between neighbouring distinct values, so that a value near a border falls on its own side when scored. */
function quantileBorders(sorted: Float32Array, most: number): Float32Array {
  const borders: number[] = [];
  const distinct: number[] = [];
  for (const value of sorted) if (value !== distinct.at(-1)) distinct.push(value);
  if (distinct.length <= most) {
    for (let place = 1; place < distinct.length; place += 1)
      borders.push(Math.fround(((distinct[place - 1] ?? 0) + (distinct[place] ?? 0)) / 2));
    return Float32Array.from(borders);
  }
  for (let step = 1; step < most; step += 1) {
    const at = Math.round((step / most) * (sorted.length - 1));
    const border = sorted[at] ?? 0;
    if (border !== borders.at(-1) && border < (sorted.at(-1) ?? 0)) borders.push(border);
  }
  return Float32Array.from(borders);
}

/** The first bin whose border is not below the value; the last bin has none. */
function binOf(value: number, borders: Float32Array): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (borders[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function valuesOf({ values, width }: InputMatrix, input: number, rows: Int32Array): Float32Array {
  const own = new Float32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1)
    own[place] = values[(rows[place] ?? 0) * width + input] ?? 0;
  return own;
}
