import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { Column, LabelledDataset } from "../../../domain/risk/dataset.ts";
import { readColumn } from "../../../domain/risk/evaluation/table-columns.ts";
import {
  foldsProblem,
  givenFolds,
  type ReadFolds,
  stratifiedFolds,
} from "../../../domain/risk/evaluation/table-folds.ts";
import { readLabels } from "../../../domain/risk/evaluation/table-labels.ts";
import { readValues } from "../../../domain/risk/evaluation/value-column.ts";

/** A table as text, column by column. */
export type EvaluationTable = {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
};

/** What to evaluate on, in the words of its columns. */
export type TableRequest = {
  readonly path: string;
  /** The column that says who churned, and its value for those who did (left out: where it is clear, 1 or yes). */
  readonly target: string;
  readonly positive?: string;
  /** The column that names a row; also in the folds file, next to `fold`. Left out: rows are told by their order. */
  readonly id?: string;
  /** Left out: the table's own column `fold`, or where it has none, stratified folds. */
  readonly foldsPath?: string;
  readonly foldCount?: number;
  /** A column of money per customer, what would be lost with each; it stays an input. */
  readonly value?: string;
  /** The first deals stratified folds. */
  readonly seeds: readonly number[];
};

export type Refused = { readonly kind: "refused"; readonly reason: Phrase };

export type FoldsFrom = "file" | "column" | "stratified";

const FOLD_COLUMN = "fold";
/** Scikit-learn's default, and the number of the published comparisons. */
const DEFAULT_FOLDS = 5;

/** Money per row, by its column; blanks are 0. */
export type GivenValues = { readonly column: string; readonly values: Float64Array; readonly blanks: number };

export type PreparedTable = {
  readonly table: LabelledDataset;
  readonly folds: Int32Array;
  readonly foldsFrom: FoldsFrom;
  readonly positive: string;
  readonly values?: GivenValues;
};

/** Reads labels, folds, inputs and values out of a table of text, or says what to correct. */
export function prepareTable(
  table: EvaluationTable,
  foldTable: EvaluationTable | null,
  input: TableRequest,
): PreparedTable | Refused {
  const { path, target, id } = input;
  const targets = table.columns.get(target);
  if (!targets) return missingColumn(path, target, table);
  if (id !== undefined && !table.columns.has(id)) return missingColumn(path, id, table);
  const read = readLabels(target, targets, input.positive);
  if (read.kind === "refused") return read;
  const { labels, positive } = read;
  const { foldsFrom, folds } = foldsFor(table, foldTable, labels, input);
  if (folds.kind === "refused") return folds;
  const problem = foldsProblem(folds.folds, labels);
  if (problem !== null) return refused(problem);
  const values = valuesOf(table, input);
  if (values !== undefined && "kind" in values) return values;
  const aside = [target, id, "", ...(foldsFrom === "column" ? [FOLD_COLUMN] : [])];
  const columns: Column[] = [];
  for (const [name, texts] of table.columns) {
    if (aside.includes(name)) continue;
    const column = readColumn(name, texts);
    if (column.kind === "unclear") return refused(column.reason);
    columns.push(column);
  }
  if (columns.length === 0) return refused(phrase("table.no-columns", { path, target }));
  const prepared = { table: { rows: table.rows, columns, labels }, folds: folds.folds, foldsFrom, positive };
  return values === undefined ? prepared : { ...prepared, values };
}

function valuesOf(
  table: EvaluationTable,
  { path, target, value: column }: TableRequest,
): GivenValues | Refused | undefined {
  if (column === undefined) return undefined;
  const texts = table.columns.get(column);
  if (!texts) return missingColumn(path, column, table);
  if (column === target) return refused(phrase("table.value-is-target", { column }));
  const read = readValues(column, texts);
  if (read.kind === "refused") return read;
  return { column, values: read.values, blanks: read.blanks };
}

function foldsFor(
  table: EvaluationTable,
  foldTable: EvaluationTable | null,
  labels: Uint8Array,
  { path, foldsPath = "", foldCount, id, seeds }: TableRequest,
): { readonly foldsFrom: FoldsFrom; readonly folds: ReadFolds } {
  if (foldTable !== null) return { foldsFrom: "file", folds: foldsOfFile(table, foldTable, foldsPath, id) };
  const own = table.columns.get(FOLD_COLUMN);
  if (own && foldCount === undefined) return { foldsFrom: "column", folds: givenFolds(own, path) };
  const folds = stratifiedFolds(labels, foldCount ?? DEFAULT_FOLDS, seeds[0] ?? 1);
  return { foldsFrom: "stratified", folds };
}

function foldsOfFile(
  table: EvaluationTable,
  foldTable: EvaluationTable,
  path: string,
  id: string | undefined,
): ReadFolds {
  const numbers = foldTable.columns.get(FOLD_COLUMN);
  if (!numbers) return missingColumn(path, FOLD_COLUMN, foldTable);
  if (id === undefined) {
    if (foldTable.rows === table.rows) return givenFolds(numbers, path);
    return refused(phrase("table.fold-count", { path, folds: foldTable.rows, rows: table.rows }));
  }
  const foldIds = foldTable.columns.get(id);
  if (!foldIds) return missingColumn(path, id, foldTable);
  const given = givenFolds(numbers, path);
  if (given.kind === "refused") return given;
  const byId = new Map(foldIds.map((name, row) => [name, given.folds[row] ?? 0]));
  const twice = foldIds.find((name, row) => byId.get(name) !== given.folds[row]);
  if (twice !== undefined) return refused(phrase("table.two-folds", { path, id, value: twice }));
  const ids = table.columns.get(id) ?? [];
  const unknown = ids.find((name) => !byId.has(name));
  if (unknown !== undefined) return refused(phrase("table.fold-missing", { path, id, value: unknown }));
  return { kind: "folds", folds: Int32Array.from(ids, (name) => byId.get(name) ?? 0) };
}

function missingColumn(path: string, name: string, { columns }: EvaluationTable): Refused {
  return refused(phrase("table.no-column", { path, column: name, columns: [...columns.keys()].join(", ") }));
}

function refused(reason: Phrase): Refused {
  return { kind: "refused", reason };
}
