import { type Phrase, phrase } from "../../../domain/phrase.ts";
import {
  type ModelEvaluator,
  NotEnoughHistoryError,
  type TableEvaluation,
} from "../../../domain/risk/churn-model.ts";
import { type Evidence, evidenceOf } from "../../../domain/risk/evaluation/evaluation-evidence.ts";
import {
  type LostValue,
  meanLostValue,
  rankingValue,
} from "../../../domain/risk/evaluation/ranking-value.ts";
import {
  type EvaluationTable,
  type FoldsFrom,
  type GivenValues,
  type PreparedTable,
  prepareTable,
  type Refused,
  type TableRequest,
} from "./prepared-table.ts";

export type EvaluateTableDeps = {
  readTable(path: string, encoding?: string): Promise<EvaluationTable | Refused>;
  readonly evaluator: Pick<ModelEvaluator, "evaluateTable">;
};

export type EvaluateTableInput = TableRequest & {
  /** One evaluation for each; at least one. The first also deals stratified folds. */
  readonly seeds: readonly number[];
  readonly onProgress?: (done: number, total: number) => void;
};

/** One evaluation of all folds. */
export type TableRun = TableEvaluation & { readonly seed: number; readonly seconds: number };

export type EvaluateTableResult =
  | ({
      readonly kind: "evaluated";
      /** In the order of the seeds. */
      readonly runs: readonly [TableRun, ...TableRun[]];
      readonly positive: string;
      readonly foldsFrom: FoldsFrom;
      /** Over all seeds: intervals of the folds' mean figures, everything else pooled. */
      readonly evidence: Evidence;
      /** Where a column of values was named: what the rankings would have caught, pooled, mean over the seeds. */
      readonly value?: TableValue;
    } & Pick<PreparedTable, "stayed" | "inputs" | "suspects" | "notes">)
  | Refused;

export type TableValue = LostValue & {
  readonly column: string;
  /** Rows without a value, counted as 0. */
  readonly blanks: number;
};

/**
 * Cross-validates network, baseline and rule on any table; identifier, label and folds are no inputs, nor is a column
 * without a name, which is a row number.
 */
export async function evaluateTable(
  deps: EvaluateTableDeps,
  input: EvaluateTableInput,
): Promise<EvaluateTableResult> {
  const table = await deps.readTable(input.path, input.encoding);
  if ("kind" in table) return table;
  const foldTable = input.foldsPath === undefined ? null : await deps.readTable(input.foldsPath);
  if (foldTable !== null && "kind" in foldTable) return foldTable;
  const prepared = prepareTable(table, foldTable, input);
  if ("kind" in prepared) return prepared;
  try {
    const runs: TableRun[] = [];
    for (const seed of input.seeds)
      runs.push(await run(deps, prepared, { ...input, seed, done: runs.length }));
    const [first, ...others] = runs;
    if (!first) return { kind: "refused", reason: phrase("evaluation.no-seed") };
    const { positive, stayed, foldsFrom, inputs, suspects, notes } = prepared;
    const all = [first, ...others] as const;
    const evidence = tableEvidence(prepared, all);
    const value = prepared.values === undefined ? {} : { value: tableValue(prepared, prepared.values, all) };
    const told = { positive, stayed, foldsFrom, inputs, suspects, notes };
    return { kind: "evaluated", runs: [...all], ...told, evidence, ...value };
  } catch (error) {
    if (error instanceof NotEnoughHistoryError)
      return { kind: "refused", reason: ofTable(error.reason, prepared) };
    throw error;
  }
}

/** What is said of a history where nothing varies names a remedy that a table does not have. */
function ofTable(reason: Phrase, { table: { columns } }: PreparedTable): Phrase {
  if (reason.code !== "training.nothing-varies") return reason;
  return phrase("table.nothing-varies", { columns: columns.map(({ name }) => name).join(", ") });
}

async function run(
  { evaluator }: EvaluateTableDeps,
  { table, folds }: PreparedTable,
  { seeds, seed, done, onProgress }: EvaluateTableInput & { readonly seed: number; readonly done: number },
): Promise<TableRun> {
  const startedAt = performance.now();
  const evaluation = await evaluator.evaluateTable({ table, folds, seed }, (part, total) =>
    onProgress?.(done * total + part, seeds.length * total),
  );
  return { seed, ...evaluation, seconds: (performance.now() - startedAt) / 1000 };
}

type Runs = readonly [TableRun, ...TableRun[]];

function tableEvidence({ table: { labels }, folds }: PreparedTable, runs: Runs): Evidence {
  return evidenceOf({
    labels,
    folds,
    runs: runs.map(({ rows, pooled }) => ({
      model: { probabilities: rows.model, ...rows.bounds },
      baseline: rows.baseline,
      ruleColumn: rows.ruleColumn,
      metrics: pooled,
    })),
  });
}

function tableValue(
  { table: { labels } }: PreparedTable,
  { column, values, blanks }: GivenValues,
  [first, ...others]: Runs,
): TableValue {
  const of = ({ rows }: TableRun) => rankingValue({ labels, probabilities: rows.model, values });
  return { column, blanks, ...meanLostValue([of(first), ...others.map(of)]) };
}
