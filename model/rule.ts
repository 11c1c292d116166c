import { z } from "zod";
import type { Column, Dataset } from "../src/domain/risk/dataset.ts";
import type { RowRange } from "./column-encoding.ts";
import { sigmoid } from "./probability.ts";
import { fitShift } from "./shift.ts";

/** Ten bins are what a person would still read as a table. */
const BINS = 10;
/** A category's level needs so many training rows for a rate of its own. */
const ROWS_PER_LEVEL = 10;
const MAX_LEVELS = 24;

const cutsSchema = z.discriminatedUnion("kind", [
  /** Ascending; a value belongs to the bin after the last border at or below it. */
  z.object({ kind: z.literal("number"), borders: z.array(z.number()) }),
  z.object({ kind: z.literal("category"), levels: z.array(z.string()) }),
]);
type Cuts = z.infer<typeof cutsSchema>;

export const ruleSchema = z.object({
  column: z.string(),
  cuts: cutsSchema,
  /** Log odds of churn per bin, at the snapshots' mean level; the last bin is for what is missing or unknown. */
  logits: z.array(z.number()),
  /** Their mean over the training rows: what contributions are counted from. */
  meanLogit: z.number(),
});
/**
 * One column, cut into bins, with the churn rate of each (Holte's 1R, 1993): what a person with a spreadsheet would
 * find. A competitor that a model must beat before it may serve.
 */
export type Rule = z.infer<typeof ruleSchema>;

export type RuleData = {
  readonly rows: Dataset;
  readonly labels: Uint8Array;
  /** What each row's log odds have on top of the rule's: its snapshot's level. */
  readonly offsets: Float64Array;
};

/** The column whose bins have the lowest log loss on the training rows. There must be a column. */
export function fitRule(data: RuleData): Rule {
  const overall = fitShift(data.offsets, data.labels);
  let best: { rule: Rule; loss: number } | undefined;
  for (const column of data.rows.columns) {
    const candidate = fitColumnRule(column, data, overall);
    if (best === undefined || candidate.loss < best.loss) best = candidate;
  }
  if (best === undefined) throw new Error("A rule needs a column.");
  return best.rule;
}

function fitColumnRule(column: Column, data: RuleData, overall: number): { rule: Rule; loss: number } {
  const cuts = cutsOf(column);
  const bins = binsOf(cuts, column, { from: 0, to: data.rows.rows });
  const rowsByBin: number[][] = Array.from({ length: binCount(cuts) }, () => []);
  for (const [row, bin] of bins.entries()) rowsByBin[bin]?.push(row);
  // Each bin's own log odds, drawn to everybody's by a standard normal prior: a tiny bin is never certain.
  const logits = rowsByBin.map((rows) => {
    const start = Float64Array.from(rows, (row) => (data.offsets[row] ?? 0) + overall);
    return (
      overall +
      fitShift(
        start,
        Uint8Array.from(rows, (row) => data.labels[row] ?? 0),
      )
    );
  });
  const meanLogit = bins.reduce((sum, bin) => sum + (logits[bin] ?? 0), 0) / Math.max(1, bins.length);
  return { rule: { column: column.name, cuts, logits, meanLogit }, loss: lossOf(logits, bins, data) };
}

/** Σ log loss over the training rows, in nats. */
function lossOf(logits: readonly number[], bins: Uint8Array, { labels, offsets }: RuleData): number {
  let sum = 0;
  for (const [row, bin] of bins.entries()) {
    const p = sigmoid((logits[bin] ?? 0) + (offsets[row] ?? 0));
    sum -= Math.log(Math.max(1e-15, labels[row] === 1 ? p : 1 - p));
  }
  return sum;
}

/** Borders at the deciles, or the frequent levels. */
function cutsOf(column: Column): Cuts {
  if (column.kind === "category") {
    const counts = new Map<string, number>();
    for (const value of column.values) counts.set(value, (counts.get(value) ?? 0) + 1);
    const frequent = [...counts].filter(([, count]) => count >= ROWS_PER_LEVEL);
    frequent.sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
    return { kind: "category", levels: frequent.slice(0, MAX_LEVELS).map(([level]) => level) };
  }
  const sorted = column.values.filter(Number.isFinite).sort();
  const borders = new Set<number>();
  for (let part = 1; part < BINS; part += 1) {
    const border = sorted[Math.floor((part * sorted.length) / BINS)];
    if (border !== undefined && border !== sorted[0]) borders.add(border);
  }
  return { kind: "number", borders: [...borders] };
}

/** One more than the bins that were cut: missing values and unknown levels have their own. */
function binCount(cuts: Cuts): number {
  return cuts.kind === "number" ? cuts.borders.length + 2 : cuts.levels.length + 1;
}

function binsOf(cuts: Cuts, column: Column, { from, to }: RowRange): Uint8Array {
  const unknown = binCount(cuts) - 1;
  const places = new Map(cuts.kind === "category" ? cuts.levels.map((level, place) => [level, place]) : []);
  return Uint8Array.from({ length: to - from }, (_, place) => {
    const value = column.values[from + place] ?? Number.NaN;
    if (typeof value === "string") return places.get(value) ?? unknown;
    if (Number.isNaN(value) || cuts.kind === "category") return unknown;
    let bin = 0;
    while (bin < cuts.borders.length && value >= (cuts.borders[bin] ?? 0)) bin += 1;
    return bin;
  });
}

/** The log odds of the given rows. The table must have the rule's column. */
export function ruleLogits(rule: Rule, dataset: Dataset, range: RowRange): Float64Array {
  const column = dataset.columns.find(({ name }) => name === rule.column);
  if (column === undefined) throw new Error(`The table lacks the rule's column "${rule.column}".`);
  return Float64Array.from(binsOf(rule.cuts, column, range), (bin) => rule.logits[bin] ?? rule.meanLogit);
}

/** All of a row's difference from the mean comes from the one column; rows × columns. */
export function ruleContributions(
  rule: Rule,
  columns: readonly string[],
  logits: ArrayLike<number>,
): Float32Array {
  const contributions = new Float32Array(logits.length * columns.length);
  const place = columns.indexOf(rule.column);
  for (let row = 0; row < logits.length; row += 1)
    contributions[row * columns.length + place] = (logits[row] ?? 0) - rule.meanLogit;
  return contributions;
}
