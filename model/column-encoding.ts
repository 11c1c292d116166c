import { z } from "zod";
import type { CategoryColumn, Column, NumberColumn } from "../src/domain/risk/dataset.ts";

/** A category needs this many training rows for an input of its own: below it, its effect is noise. */
const ROWS_PER_LEVEL = 10;
/** The most frequent levels get inputs of their own, the rest share "other": bounds the width for free-text columns. */
const MAX_LEVELS = 24;

const numberEncodingSchema = z.object({
  kind: z.literal("number"),
  name: z.string(),
  /** Training range; values outside are clipped to it. */
  lowest: z.number(),
  highest: z.number(),
  /** Whether the linear input is sign(x)·ln(1 + |x|), for skewed columns such as money. */
  logScale: z.boolean(),
  /** Ascending borders of the quantile steps; empty where the column has two distinct values only. */
  knots: z.array(z.number()),
  missingSeen: z.boolean(),
});
const categoryEncodingSchema = z.object({
  kind: z.literal("category"),
  name: z.string(),
  levels: z.array(z.string()),
  hasOther: z.boolean(),
});
/** A column without inputs: it did not vary in training, or another says the same better. */
const constantEncodingSchema = z.object({
  kind: z.literal("constant"),
  name: z.string(),
  source: z.enum(["number", "category"]),
});

export const columnEncodingSchema = z.discriminatedUnion("kind", [
  numberEncodingSchema,
  categoryEncodingSchema,
  constantEncodingSchema,
]);
export type ColumnEncoding = z.infer<typeof columnEncodingSchema>;
type NumberEncoding = z.infer<typeof numberEncodingSchema>;
type CategoryEncoding = z.infer<typeof categoryEncodingSchema>;

/** Learns one column's encoding from training rows; a number gets up to so many quantile steps. */
export function fitColumn(column: Column, quantileSteps: number): ColumnEncoding {
  return column.kind === "number" ? fitNumber(column, quantileSteps) : fitCategory(column);
}

/** A column that the model does not read. */
export function unreadColumn({ name, kind }: Column): ColumnEncoding {
  return { kind: "constant", name, source: kind };
}

/** How many inputs of the model the column becomes. */
export function inputCount(encoding: ColumnEncoding): number {
  if (encoding.kind === "constant") return 0;
  if (encoding.kind === "category") return encoding.levels.length + (encoding.hasOther ? 1 : 0);
  return 1 + stepCount(encoding) + (encoding.missingSeen ? 1 : 0);
}

/** Whether the column's input at this place is a share between 0 and 1 rather than the measured quantity itself. */
export function isIndicator(encoding: ColumnEncoding, place: number): boolean {
  return encoding.kind !== "number" || place > 0;
}

/** Whether it is one of a number's quantile steps: the bends, which a linear model is not given. */
export function isQuantileStep(encoding: ColumnEncoding, place: number): boolean {
  return encoding.kind === "number" && place > 0 && place <= stepCount(encoding);
}

/** A row-major matrix: rows × width. */
export type InputMatrix = { readonly rows: number; readonly width: number; readonly values: Float32Array };

/** The rows of a table from ≤ row < to. */
export type RowRange = { readonly from: number; readonly to: number };

/** Where one column's inputs go. */
export type Target = { readonly matrix: InputMatrix; readonly offset: number };

/**
 * Writes the raw inputs of a range of one column's rows. What says nothing (an unknown category without an "other" bucket,
 * the value of a missing number) is written as NaN: the average customer, once the matrix is standardised.
 */
export function encodeColumn(
  encoding: ColumnEncoding,
  column: Column,
  range: RowRange,
  target: Target,
): void {
  if (encoding.kind === "number" && column.kind === "number") encodeNumber(encoding, column, range, target);
  if (encoding.kind === "category" && column.kind === "category")
    encodeCategory(encoding, column, range, target);
}

function fitNumber(column: NumberColumn, quantileSteps: number): ColumnEncoding {
  const { name } = column;
  const sorted = column.values.filter(Number.isFinite).sort();
  const lowest = sorted[0] ?? 0;
  const highest = sorted.at(-1) ?? 0;
  const missingSeen = sorted.length < column.values.length;
  if (lowest === highest && !(missingSeen && sorted.length > 0))
    return { kind: "constant", name, source: "number" };
  const knots = quantileKnots(sorted, quantileSteps);
  return { kind: "number", name, lowest, highest, logScale: logStraightens(sorted), knots, missingSeen };
}

/** Distinct values at even steps through the sorted values; none where only two distinct values exist. */
function quantileKnots(sorted: Float64Array, steps: number): number[] {
  const knots = new Set<number>();
  for (let step = 0; step <= steps; step += 1) {
    knots.add(sorted[Math.round((step / steps) * (sorted.length - 1))] ?? 0);
  }
  const lowest = sorted[0] ?? 0;
  const highest = sorted.at(-1) ?? 0;
  const between = sorted.some((value) => value !== lowest && value !== highest);
  return between && knots.size > 2 ? [...knots] : [];
}

function stepCount(encoding: NumberEncoding): number {
  return Math.max(0, encoding.knots.length - 1);
}

/** Whether the signed logarithm makes a markedly skewed column more symmetric. */
function logStraightens(values: Float64Array): boolean {
  const plain = Math.abs(skewness(values));
  return plain > 1 && Math.abs(skewness(values.map(signedLog))) < plain;
}

function skewness(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    squares += (value - mean) ** 2;
    cubes += (value - mean) ** 3;
  }
  return squares === 0 ? 0 : cubes / values.length / (squares / values.length) ** 1.5;
}

function signedLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}

function encodeNumber(encoding: NumberEncoding, column: NumberColumn, range: RowRange, target: Target): void {
  const { values: out, width } = target.matrix;
  const { lowest, highest, logScale, knots, missingSeen } = encoding;
  const steps = stepCount(encoding);
  // Brought to 0–1 before it is stored: Float32 would lose the differences between, say, two Unix times.
  const straighten = logScale ? signedLog : Number;
  const floor = straighten(lowest);
  const factor = inverseOrZero(straighten(highest) - floor);
  for (let row = range.from, at = target.offset; row < range.to; row += 1, at += width) {
    const value = column.values[row] ?? Number.NaN;
    const missing = Number.isNaN(value);
    if (missingSeen) out[at + 1 + steps] = missing ? 1 : 0;
    if (missing) {
      out.fill(Number.NaN, at, at + 1 + steps);
      continue;
    }
    const clipped = Math.min(highest, Math.max(lowest, value));
    out[at] = (straighten(clipped) - floor) * factor;
    writeSteps(clipped, knots, out, at + 1);
  }
}

/** 0 also for a width below 1e-308, whose inverse would be endless. */
function inverseOrZero(width: number): number {
  return Number.isFinite(1 / width) ? 1 / width : 0;
}

/** Piecewise-linear encoding (Gorishniy et al., 2022): each step is how far the value has passed through it, 0–1. */
function writeSteps(value: number, knots: readonly number[], out: Float32Array, at: number): void {
  for (let step = 0; step + 1 < knots.length; step += 1) {
    const from = knots[step] ?? 0;
    const to = knots[step + 1] ?? 0;
    out[at + step] = value >= to ? 1 : value <= from ? 0 : (value - from) / (to - from);
  }
}

function fitCategory(column: CategoryColumn): ColumnEncoding {
  const counts = new Map<string, number>();
  for (const value of column.values) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size < 2) return { kind: "constant", name: column.name, source: "category" };
  const frequent = [...counts].filter(([, count]) => count >= ROWS_PER_LEVEL);
  frequent.sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
  const levels = frequent.slice(0, MAX_LEVELS).map(([level]) => level);
  const hasOther = levels.length < counts.size;
  if (levels.length === 0) return { kind: "constant", name: column.name, source: "category" };
  return { kind: "category", name: column.name, levels, hasOther };
}

function encodeCategory(
  encoding: CategoryEncoding,
  column: CategoryColumn,
  range: RowRange,
  target: Target,
): void {
  const { values: out, width } = target.matrix;
  const inputs = inputCount(encoding);
  const other = encoding.hasOther ? encoding.levels.length : undefined;
  const places = new Map(encoding.levels.map((level, place) => [level, place]));
  for (let row = range.from, at = target.offset; row < range.to; row += 1, at += width) {
    const place = places.get(column.values[row] ?? "") ?? other;
    if (place === undefined) out.fill(Number.NaN, at, at + inputs);
    else out[at + place] = 1;
  }
}
