import {
  type ModelEvaluator,
  NotEnoughHistoryError,
  type TableEvaluation,
} from "../domain/risk/churn-model.ts";
import type { Column, LabelledDataset } from "../domain/risk/dataset.ts";
import { readColumn } from "../domain/risk/table-columns.ts";
import { foldsProblem, givenFolds, type ReadFolds, stratifiedFolds } from "../domain/risk/table-folds.ts";
import { readLabels } from "../domain/risk/table-labels.ts";

/** A table as text, column by column. */
export type EvaluationTable = {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
};

export type EvaluateTableDeps = {
  readTable(path: string): Promise<EvaluationTable | Refused>;
  readonly evaluator: Pick<ModelEvaluator, "evaluateTable">;
};

export type EvaluateTableInput = {
  readonly path: string;
  /** The column that says who churned, and its value for those who did (left out: where it is clear, 1 or yes). */
  readonly target: string;
  readonly positive?: string;
  /** The column that names a row; also in the folds file, next to `fold`. Left out: rows are told by their order. */
  readonly id?: string;
  /** Left out: the table's own column `fold`, or where it has none, stratified folds. */
  readonly foldsPath?: string;
  readonly foldCount?: number;
  /** One evaluation for each; at least one. The first also deals stratified folds. */
  readonly seeds: readonly number[];
  readonly onProgress?: (done: number, total: number) => void;
};

type Refused = { readonly kind: "refused"; readonly reason: string };

/** One evaluation of all folds. */
export type TableRun = TableEvaluation & { readonly seed: number; readonly seconds: number };

export type EvaluateTableResult =
  | {
      readonly kind: "evaluated";
      /** In the order of the seeds. */
      readonly runs: readonly [TableRun, ...TableRun[]];
      readonly positive: string;
      readonly inputs: { readonly numbers: number; readonly categories: number };
      readonly foldsFrom: FoldsFrom;
    }
  | Refused;

export type FoldsFrom = "file" | "column" | "stratified";

const FOLD_COLUMN = "fold";
/** Scikit-learn's default, and the number of the published comparisons. */
const DEFAULT_FOLDS = 5;

/**
 * Cross-validates network, baseline and rule on any table; identifier, label and folds are no inputs, nor is a column
 * without a name, which is a row number.
 */
export async function evaluateTable(
  deps: EvaluateTableDeps,
  input: EvaluateTableInput,
): Promise<EvaluateTableResult> {
  const table = await deps.readTable(input.path);
  if ("kind" in table) return table;
  const foldTable = input.foldsPath === undefined ? null : await deps.readTable(input.foldsPath);
  if (foldTable !== null && "kind" in foldTable) return foldTable;
  const prepared = prepare(table, foldTable, input);
  if ("kind" in prepared) return prepared;
  try {
    const runs: TableRun[] = [];
    for (const seed of input.seeds)
      runs.push(await run(deps, prepared, { ...input, seed, done: runs.length }));
    const [first, ...others] = runs;
    if (!first) return refused("Name at least one seed.");
    const { positive, foldsFrom, table: dataset } = prepared;
    const inputs = inputsOf(dataset.columns);
    return { kind: "evaluated", runs: [first, ...others], positive, foldsFrom, inputs };
  } catch (error) {
    if (error instanceof NotEnoughHistoryError) return refused(error.message);
    throw error;
  }
}

async function run(
  { evaluator }: EvaluateTableDeps,
  { table, folds }: Prepared,
  { seeds, seed, done, onProgress }: EvaluateTableInput & { readonly seed: number; readonly done: number },
): Promise<TableRun> {
  const startedAt = performance.now();
  const evaluation = await evaluator.evaluateTable({ table, folds, seed }, (part, total) =>
    onProgress?.(done * total + part, seeds.length * total),
  );
  return { seed, ...evaluation, seconds: (performance.now() - startedAt) / 1000 };
}

type Prepared = {
  readonly table: LabelledDataset;
  readonly folds: Int32Array;
  readonly foldsFrom: FoldsFrom;
  readonly positive: string;
};

function prepare(
  table: EvaluationTable,
  foldTable: EvaluationTable | null,
  input: EvaluateTableInput,
): Prepared | Refused {
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
  const aside = [target, id, "", ...(foldsFrom === "column" ? [FOLD_COLUMN] : [])];
  const columns: Column[] = [];
  for (const [name, texts] of table.columns) {
    if (aside.includes(name)) continue;
    const column = readColumn(name, texts);
    if (column.kind === "unclear") return refused(column.reason);
    columns.push(column);
  }
  if (columns.length === 0) return refused(`${path} has no columns to predict ${target} from.`);
  return { table: { rows: table.rows, columns, labels }, folds: folds.folds, foldsFrom, positive };
}

function foldsFor(
  table: EvaluationTable,
  foldTable: EvaluationTable | null,
  labels: Uint8Array,
  { path, foldsPath = "", foldCount, id, seeds }: EvaluateTableInput,
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
    return refused(
      `${path} has ${foldTable.rows} rows and the table ${table.rows}. Name the column that tells rows by --id.`,
    );
  }
  const foldIds = foldTable.columns.get(id);
  if (!foldIds) return missingColumn(path, id, foldTable);
  const given = givenFolds(numbers, path);
  if (given.kind === "refused") return given;
  const byId = new Map(foldIds.map((name, row) => [name, given.folds[row] ?? 0]));
  const twice = foldIds.find((name, row) => byId.get(name) !== given.folds[row]);
  if (twice !== undefined) return refused(`${path} gives ${id} ${twice} two different folds.`);
  const ids = table.columns.get(id) ?? [];
  const unknown = ids.find((name) => !byId.has(name));
  if (unknown !== undefined) return refused(`${path} gives no fold for ${id} ${unknown}.`);
  return { kind: "folds", folds: Int32Array.from(ids, (name) => byId.get(name) ?? 0) };
}

function inputsOf(columns: readonly Column[]): { numbers: number; categories: number } {
  const numbers = columns.filter(({ kind }) => kind === "number").length;
  return { numbers, categories: columns.length - numbers };
}

function missingColumn(path: string, name: string, { columns }: EvaluationTable): Refused {
  return refused(`${path} has no column "${name}"; it has ${[...columns.keys()].join(", ")}.`);
}

function refused(reason: string): Refused {
  return { kind: "refused", reason };
}
