import type { ModelEvaluator, TableEvaluation } from "../domain/risk/churn-model.ts";
import { NotEnoughHistoryError } from "../domain/risk/churn-model.ts";
import { inferColumn, type LabelledDataset } from "../domain/risk/dataset.ts";

/** A table as text, column by column. */
export type EvaluationTable = {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
};

export type EvaluateTableDeps = {
  readTable(path: string): Promise<EvaluationTable | { readonly kind: "refused"; readonly reason: string }>;
  readonly evaluator: Pick<ModelEvaluator, "evaluateTable">;
};

export type EvaluateTableInput = {
  readonly path: string;
  /** The column that says who churned, and its value for those who did. */
  readonly target: string;
  readonly positive: string;
  /** The column that names a row; also in the folds file, next to `fold`. */
  readonly id: string;
  readonly foldsPath: string;
  readonly seed: number;
  readonly onProgress?: (done: number, total: number) => void;
};

export type EvaluateTableResult =
  | ({ readonly kind: "evaluated" } & TableEvaluation)
  | { readonly kind: "refused"; readonly reason: string };

const FOLD_COLUMN = "fold";

/** Cross-validates network and baseline on any table with given folds; identifier and target are no inputs. */
export async function evaluateTable(
  deps: EvaluateTableDeps,
  input: EvaluateTableInput,
): Promise<EvaluateTableResult> {
  const table = await deps.readTable(input.path);
  if ("kind" in table) return table;
  const foldTable = await deps.readTable(input.foldsPath);
  if ("kind" in foldTable) return foldTable;
  const prepared = prepare(table, foldTable, input);
  if ("kind" in prepared) return prepared;
  try {
    const request = { ...prepared, seed: input.seed };
    return { kind: "evaluated", ...(await deps.evaluator.evaluateTable(request, input.onProgress)) };
  } catch (error) {
    if (error instanceof NotEnoughHistoryError) return refused(error.message);
    throw error;
  }
}

type Prepared = { readonly table: LabelledDataset; readonly folds: Int32Array };

function prepare(
  table: EvaluationTable,
  foldTable: EvaluationTable,
  { path, foldsPath, target, positive, id }: EvaluateTableInput,
): Prepared | ReturnType<typeof refused> {
  const targets = table.columns.get(target);
  const ids = table.columns.get(id);
  if (!targets) return missingColumn(path, target, table);
  if (!ids) return missingColumn(path, id, table);
  if (!targets.includes(positive)) {
    const found = [...new Set(targets)].slice(0, 5).join(", ");
    return refused(
      `No row has "${positive}" in ${target}; the values there are ${found}. Correct --positive.`,
    );
  }
  const folds = foldsOf(ids, foldTable, foldsPath, id);
  if ("kind" in folds) return folds;
  const inputs = [...table.columns].filter(([name]) => name !== target && name !== id);
  const columns = inputs.map(([name, texts]) => inferColumn(name, texts));
  const labels = Uint8Array.from(targets, (text) => (text === positive ? 1 : 0));
  return { table: { rows: table.rows, columns, labels }, folds };
}

function foldsOf(
  ids: readonly string[],
  foldTable: EvaluationTable,
  path: string,
  id: string,
): Int32Array | ReturnType<typeof refused> {
  const foldIds = foldTable.columns.get(id);
  const numbers = foldTable.columns.get(FOLD_COLUMN);
  if (!foldIds) return missingColumn(path, id, foldTable);
  if (!numbers) return missingColumn(path, FOLD_COLUMN, foldTable);
  const byId = new Map(foldIds.map((name, row) => [name, Number(numbers[row])]));
  const folds = new Int32Array(ids.length);
  for (const [row, name] of ids.entries()) {
    const fold = byId.get(name);
    if (fold === undefined || !Number.isInteger(fold))
      return refused(`${path} gives no fold for ${id} ${name}.`);
    folds[row] = fold;
  }
  if (new Set(folds).size < 2) return refused(`${path} names one fold only; at least two are needed.`);
  return folds;
}

function missingColumn(path: string, name: string, { columns }: EvaluationTable) {
  return refused(`${path} has no column "${name}"; it has ${[...columns.keys()].join(", ")}.`);
}

function refused(reason: string): { readonly kind: "refused"; readonly reason: string } {
  return { kind: "refused", reason };
}
