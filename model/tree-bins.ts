import type { InputMatrix } from "./column-encoding.ts";

/** Thresholds tried per input; one byte holds a bin. */
const MOST_BINS = 255;

/** The inputs trees split by, cut into bins: `codes` is input-major, inputs × rows; bin b holds values ≤ borders[b]. */
export type BinnedInputs = {
  readonly rows: number;
  /** Which input of the matrix each binned one is. */
  readonly inputs: readonly number[];
  readonly codes: Uint8Array;
  readonly borders: readonly Float32Array[];
};

/** Cuts the inputs at quantiles of the given rows, at every distinct value where there are few. */
export function binInputs(matrix: InputMatrix, inputs: readonly number[]): BinnedInputs {
  const codes = new Uint8Array(inputs.length * matrix.rows);
  const borders = inputs.map((input, place) => {
    const values = Float32Array.from({ length: matrix.rows }, (_, row) => valueAt(matrix, row, input));
    const own = quantileBorders(Float32Array.from(values).sort());
    for (let row = 0; row < matrix.rows; row += 1)
      codes[place * matrix.rows + row] = binOf(values[row] ?? 0, own);
    return own;
  });
  return { rows: matrix.rows, inputs, codes, borders };
}

/** Half way between neighbouring distinct values, so that a value near a border falls on its own side when scored. */
function quantileBorders(sorted: Float32Array): Float32Array {
  const borders: number[] = [];
  const distinct: number[] = [];
  for (const value of sorted) if (value !== distinct.at(-1)) distinct.push(value);
  if (distinct.length <= MOST_BINS) {
    for (let place = 1; place < distinct.length; place += 1)
      borders.push(Math.fround(((distinct[place - 1] ?? 0) + (distinct[place] ?? 0)) / 2));
    return Float32Array.from(borders);
  }
  for (let step = 1; step < MOST_BINS; step += 1) {
    const at = Math.round((step / MOST_BINS) * (sorted.length - 1));
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

function valueAt({ values, width }: InputMatrix, row: number, input: number): number {
  return values[row * width + input] ?? 0;
}
