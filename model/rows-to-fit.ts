import type { InputMatrix } from "./column-encoding.ts";

/** Some rows with what they are fitted to or checked by. */
export type RowsToFit = {
  readonly inputs: InputMatrix;
  readonly labels: Uint8Array;
  /** Added to each row's logit. */
  readonly offsets: Float64Array;
};

/** The given rows of a table, in the given order. */
export function takeRows(table: RowsToFit, rows: Int32Array): RowsToFit {
  return {
    inputs: { rows: rows.length, width: table.inputs.width, values: gatherRows(table.inputs, rows) },
    labels: Uint8Array.from(rows, (row) => table.labels[row] ?? 0),
    offsets: Float64Array.from(rows, (row) => table.offsets[row] ?? 0),
  };
}

export function gatherRows(inputs: InputMatrix, rows: Int32Array): Float32Array {
  const { values, width } = inputs;
  const gathered = new Float32Array(rows.length * width);
  for (const [place, row] of rows.entries()) {
    gathered.set(values.subarray(row * width, (row + 1) * width), place * width);
  }
  return gathered;
}
