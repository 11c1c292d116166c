import { z } from "zod";
import type { RangeCount } from "../src/domain/risk/churn-model.ts";
import type { Column, Dataset } from "../src/domain/risk/dataset.ts";
import {
  columnEncodingSchema,
  encodeColumn,
  fitColumn,
  type InputMatrix,
  inputCount,
  isIndicator,
  isQuantileStep,
  type RowRange,
  unreadColumn,
} from "./column-encoding.ts";
import { MANY_CUSTOMERS } from "./training-settings.ts";

/**
 * The least standard deviation an indicator is divided by. A rare level divided by its own tiny deviation would be a
 * value of 10 or 30 among inputs near 1, and a handful of customers would steer the fit.
 */
const LEAST_INDICATOR_SCALE = 0.25;

/**
 * Quantile steps of a number's piecewise-linear inputs: more steps fit finer bends, but overfit where customers are
 * few, and on wide tables they make the first layer slow for little.
 */
const FEW_STEPS = 8;
const MOST_STEPS = 24;
const MOST_INPUTS_OF_STEPS = 400;

function quantileSteps(customers: number, columns: number): number {
  if (customers < MANY_CUSTOMERS) return FEW_STEPS;
  return Math.max(FEW_STEPS, Math.min(MOST_STEPS, Math.floor(MOST_INPUTS_OF_STEPS / columns)));
}

export const encodingSchema = z.object({
  columns: z.array(columnEncodingSchema),
  /** Per input, over the training rows. */
  means: z.array(z.number()),
  scales: z.array(z.number().positive()),
});
/** How a table becomes the model's inputs, learned from training rows only. */
export type Encoding = z.infer<typeof encodingSchema>;

/** The inputs that came from one column: from ≤ input < to. */
export type ColumnSpan = { readonly from: number; readonly to: number };

export type EncodingOptions = {
  /** How many the rows stand for, where one customer has several. */
  readonly customers?: number;
  /** Columns that get no inputs. */
  readonly unread?: ReadonlySet<string>;
};

/** Learns the encoding: per column its inputs, then every input's mean and scale. */
export function fitEncoding(
  training: Dataset,
  { customers = training.rows, unread = new Set() }: EncodingOptions = {},
): Encoding {
  const steps = quantileSteps(customers, training.columns.length);
  const columns = training.columns.map((column) =>
    unread.has(column.name) ? unreadColumn(column) : fitColumn(column, steps),
  );
  const raw = encodeRaw({ columns }, training, allRows(training));
  const means: number[] = [];
  const scales: number[] = [];
  for (const encoding of columns) {
    for (let input = 0; input < inputCount(encoding); input += 1) {
      const { mean, deviation } = momentsOf(raw, means.length);
      const least = isIndicator(encoding, input) ? LEAST_INDICATOR_SCALE : 1e-9;
      means.push(mean);
      scales.push(Math.max(deviation, least));
    }
  }
  return { columns, means, scales };
}

/**
 * Encodes a table, or a range of its rows, to standardised inputs: row-major Float32, rows × `means.length`; 0 is the average training
 * customer, so whatever says nothing becomes 0. Columns are found by name, further ones are ignored.
 * @throws MissingColumnsError when a column is absent or of the other kind.
 */
export function encodeRows(
  encoding: Encoding,
  dataset: Dataset,
  range: RowRange = allRows(dataset),
): InputMatrix {
  const matrix = encodeRaw(encoding, dataset, range);
  const { values, width } = matrix;
  for (let input = 0; input < width; input += 1) {
    const mean = encoding.means[input] ?? 0;
    const factor = 1 / (encoding.scales[input] ?? 1);
    for (let at = input; at < values.length; at += width) {
      const raw = values[at] ?? Number.NaN;
      values[at] = Number.isNaN(raw) ? 0 : (raw - mean) * factor;
    }
  }
  return matrix;
}

/**
 * How many of a table's numbers lie outside the training range and are clipped to it.
 * @throws MissingColumnsError as encodeRows does.
 */
export function countOutOfRange(encoding: Pick<Encoding, "columns">, dataset: Dataset): RangeCount {
  const columns = matchColumns(encoding, dataset);
  let outside = 0;
  let values = 0;
  for (const [place, own] of encoding.columns.entries()) {
    const column = columns[place];
    if (own.kind !== "number" || column?.kind !== "number") continue;
    for (const value of column.values) {
      if (Number.isNaN(value)) continue;
      values += 1;
      if (value < own.lowest || value > own.highest) outside += 1;
    }
  }
  return { outside, values };
}

/** One span per column, in the columns' order; constant columns have an empty one. */
export function columnSpans(encoding: Pick<Encoding, "columns">): readonly ColumnSpan[] {
  let from = 0;
  return encoding.columns.map((column) => {
    const span = { from, to: from + inputCount(column) };
    from = span.to;
    return span;
  });
}

/** The inputs a linear model reads: everything but the quantile steps. */
export function linearInputs(encoding: Pick<Encoding, "columns">): readonly number[] {
  const inputs: number[] = [];
  let input = 0;
  for (const column of encoding.columns) {
    for (let place = 0; place < inputCount(column); place += 1, input += 1) {
      if (!isQuantileStep(column, place)) inputs.push(input);
    }
  }
  return inputs;
}

/** The table lacks columns the model was trained on; `names` lists them. */
export class MissingColumnsError extends Error {
  override readonly name = "MissingColumnsError";
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    super(`columns missing or of another type: ${names.join(", ")}`);
    this.names = names;
  }
}

function encodeRaw(encoding: Pick<Encoding, "columns">, dataset: Dataset, range: RowRange): InputMatrix {
  const columns = matchColumns(encoding, dataset);
  const spans = columnSpans(encoding);
  const width = spans.at(-1)?.to ?? 0;
  const rows = range.to - range.from;
  const matrix = { rows, width, values: new Float32Array(rows * width) };
  for (const [place, column] of encoding.columns.entries()) {
    const source = columns[place];
    if (source === undefined) continue;
    encodeColumn(column, source, range, { matrix, offset: spans[place]?.from ?? 0 });
  }
  return matrix;
}

function allRows(dataset: Dataset): RowRange {
  return { from: 0, to: dataset.rows };
}

/** The table's columns in the encoding's order. */
function matchColumns(encoding: Pick<Encoding, "columns">, dataset: Dataset): readonly Column[] {
  const byName = new Map(dataset.columns.map((column) => [column.name, column]));
  const missing: string[] = [];
  const matched: Column[] = [];
  for (const expected of encoding.columns) {
    const kind = expected.kind === "constant" ? expected.source : expected.kind;
    const column = byName.get(expected.name);
    if (column?.kind === kind) matched.push(column);
    else missing.push(expected.name);
  }
  if (missing.length > 0) throw new MissingColumnsError(missing);
  return matched;
}

function momentsOf(matrix: InputMatrix, input: number): { mean: number; deviation: number } {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let at = input; at < matrix.values.length; at += matrix.width) {
    const value = matrix.values[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    squares += value * value;
  }
  const mean = count === 0 ? 0 : sum / count;
  // Two-pass precision is not needed: inputs are logarithms, shares or clipped values held in Float32 anyway.
  const variance = count === 0 ? 0 : Math.max(0, squares / count - mean * mean);
  return { mean, deviation: Math.sqrt(variance) };
}
