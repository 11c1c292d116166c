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
  const { width } = table.inputs;
  return {
    ...outcomesOf(table, rows),
    inputs: { rows: rows.length, width, values: gatherRows(table.inputs, rows) },
  };
}

/** The same with the given inputs alone, in the given order. */
export function takeInputs(table: RowsToFit, rows: Int32Array, inputs: readonly number[]): RowsToFit {
  const { values, width } = table.inputs;
  const taken = new Float32Array(rows.length * inputs.length);
  for (let place = 0, at = 0; place < rows.length; place += 1) {
    const start = (rows[place] ?? 0) * width;
    for (const input of inputs) taken[at++] = values[start + input] ?? 0;
  }
  return { ...outcomesOf(table, rows), inputs: { rows: rows.length, width: inputs.length, values: taken } };
}

/** What became of the given rows, and what their logits have on top. */
export function outcomesOf({ labels, offsets }: RowsToFit, rows: Int32Array): Omit<RowsToFit, "inputs"> {
  return {
    labels: Uint8Array.from(rows, (row) => labels[row] ?? 0),
    offsets: Float64Array.from(rows, (row) => offsets[row] ?? 0),
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
