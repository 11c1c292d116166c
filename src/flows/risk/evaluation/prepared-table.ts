import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { LabelledDataset } from "../../../domain/risk/dataset.ts";
import {
  foldsProblem,
  givenFolds,
  groupedFolds,
  type ReadFolds,
  stratifiedFolds,
} from "../../../domain/risk/evaluation/table-folds.ts";
import {
  countCopies,
  groupRows,
  type RowGroups,
  splitGroup,
  tellsRowsApart,
} from "../../../domain/risk/evaluation/table-groups.ts";
import {
  type LabelValue,
  type ReadLabels,
  readLabels,
} from "../../../domain/risk/evaluation/table-labels.ts";
import { type TellTale, tellTaleColumns } from "../../../domain/risk/evaluation/tell-tale-columns.ts";
import { readValues } from "../../../domain/risk/evaluation/value-column.ts";
import { readingsOf } from "../../../sources/csv/table-readings.ts";
import { readingNotes } from "./reading-notes.ts";
import { type ReadInput, readInput } from "./table-inputs.ts";

/** A table as text, column by column. */
export type EvaluationTable = {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** What was judged by the file's content, and could be otherwise. */
  readonly notes: readonly Phrase[];
};

/** What to evaluate on, in the words of its columns. */
export type TableRequest = {
  readonly path: string;
  /** The file's encoding where it is known; told by its content when left out. */
  readonly encoding?: string;
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
  /** Whether columns that give the answer away stay inputs. */
  readonly keepSuspects?: boolean;
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
  /** The values that count as stayed, most rows first. */
  readonly stayed: readonly LabelValue[];
  readonly inputs: InputCounts;
  /** Columns that give the answer away, whether they stayed inputs or not. */
  readonly suspects: readonly TellTale[];
  /** What was decided about the table that its owner might have meant otherwise. */
  readonly notes: readonly Phrase[];
  readonly values?: GivenValues;
};

/** Columns of the file by what they hold. */
export type InputCounts = { readonly numbers: number; readonly categories: number; readonly dates: number };

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
  const grouped = groupsOf(table, id);
  const { foldsFrom, folds } = foldsFor(table, foldTable, { labels: read.labels, grouped }, input);
  if (folds.kind === "refused") return folds;
  const problem = foldsProblem(folds.folds, read.labels);
  if (problem !== null) return refused(problem);
  const aside = [target, id, "", ...(foldsFrom === "column" ? [FOLD_COLUMN] : [])];
  const all = inputsOf(table, aside);
  const values = valuesOf(table, all, input);
  if (values !== undefined && "kind" in values) return values;
  if (all.length === 0) return refused(phrase("table.no-columns", { path, target }));
  const { inputs, suspects } = withoutSuspects(all, read.labels, input.keepSuspects ?? false);
  if (inputs.length === 0) return refused(phrase("table.only-suspects", { target }));
  const columns = inputs.flatMap((each) => each.columns);
  return {
    table: { rows: table.rows, columns, labels: read.labels, ...(grouped ? { groups: grouped.groups } : {}) },
    folds: folds.folds,
    foldsFrom,
    positive: read.positive,
    stayed: read.stayed,
    inputs: countInputs(inputs),
    suspects,
    notes: [
      ...table.notes,
      ...labelNotes(target, read),
      ...rowNotes(table, id, grouped),
      ...all.flatMap(({ name, reading }) => readingNotes(name, reading)),
      ...suspects.map((suspect) => suspectNote(suspect, input.keepSuspects ?? false)),
    ],
    ...(values === undefined ? {} : { values }),
  };
}

function inputsOf(
  { columns }: EvaluationTable,
  aside: readonly (string | undefined)[],
): readonly ReadInput[] {
  const named = new Map([...columns].filter(([name]) => !aside.includes(name)));
  const readings = readingsOf(named);
  return [...named].flatMap(([name, texts]) => {
    const reading = readings.get(name);
    return reading ? [readInput(name, texts, reading)] : [];
  });
}

/** A column of dates is judged by the days themselves; its parts of the calendar go with it. */
function withoutSuspects(
  inputs: readonly ReadInput[],
  labels: Uint8Array,
  keep: boolean,
): { readonly inputs: readonly ReadInput[]; readonly suspects: readonly TellTale[] } {
  const own = inputs.map(({ columns }) => columns[0]);
  const suspects = tellTaleColumns(own, labels);
  if (keep) return { inputs, suspects };
  const names = new Set(suspects.map(({ column }) => column));
  return { inputs: inputs.filter(({ name }) => !names.has(name)), suspects };
}

function countInputs(inputs: readonly ReadInput[]): InputCounts {
  const of = (kind: ReadInput["kind"]) => inputs.filter((input) => input.kind === kind).length;
  return { numbers: of("number"), categories: of("category"), dates: of("date") };
}

function labelNotes(
  target: string,
  { spellings }: Extract<ReadLabels, { kind: "labels" }>,
): readonly Phrase[] {
  return spellings.map((same) => phrase("table.note.spellings", { target, spellings: same.join(", ") }));
}

/** Null where every row is somebody else, or where nothing names them. */
function groupsOf({ columns }: EvaluationTable, id: string | undefined): RowGroups | null {
  if (id === undefined) return null;
  const grouped = groupRows(columns.get(id) ?? []);
  return grouped.repeated.ids === 0 ? null : grouped;
}

/** From this share on copies change the figures; below it they are two customers alike. */
const MANY_COPIES = 0.01;

function rowNotes(
  { columns, rows }: EvaluationTable,
  id: string | undefined,
  grouped: RowGroups | null,
): readonly Phrase[] {
  if (grouped !== null) return [phrase("table.note.repeated-ids", { id: id ?? "", ...grouped.repeated })];
  const texts = [...columns].flatMap(([name, own]) => (name === "" ? [] : [own]));
  if (id !== undefined || !tellsRowsApart(texts, rows)) return [];
  const copies = countCopies(texts, rows);
  return copies >= rows * MANY_COPIES ? [phrase("table.note.copies", { rows: copies })] : [];
}

function suspectNote(suspect: TellTale, kept: boolean): Phrase {
  const facts = { column: suspect.column, kept: String(kept) };
  if (suspect.because === "near-perfect")
    return phrase("table.note.tells-all", { ...facts, auc: suspect.rocAuc });
  const { because, rows, called } = suspect;
  return phrase("table.note.one-kind", { ...facts, because, rows, called });
}

function valuesOf(
  table: EvaluationTable,
  inputs: readonly ReadInput[],
  { path, target, value: column }: TableRequest,
): GivenValues | Refused | undefined {
  if (column === undefined) return undefined;
  const texts = table.columns.get(column);
  if (!texts) return missingColumn(path, column, table);
  if (column === target) return refused(phrase("table.value-is-target", { column }));
  const input = inputs.find(({ name }) => name === column);
  if (input === undefined || input.kind === "date") return refused(phrase("table.no-values", { column }));
  const { currencies, strays } = input.reading;
  if (currencies.length > 1)
    return refused(phrase("table.value-currencies", { column, currencies: currencies.join(", ") }));
  const [stray] = strays;
  if (stray) return refused(phrase("table.value-no-number", { column, text: stray.text, row: stray.row }));
  const read = readValues(input.columns[0], texts);
  if (read.kind === "refused") return read;
  return { column, values: read.values, blanks: read.blanks };
}

function foldsFor(
  table: EvaluationTable,
  foldTable: EvaluationTable | null,
  { labels, grouped }: { readonly labels: Uint8Array; readonly grouped: RowGroups | null },
  { path, foldsPath = "", foldCount, id, seeds }: TableRequest,
): { readonly foldsFrom: FoldsFrom; readonly folds: ReadFolds } {
  if (foldTable !== null) return { foldsFrom: "file", folds: foldsOfFile(table, foldTable, foldsPath, id) };
  const own = table.columns.get(FOLD_COLUMN);
  if (own && foldCount === undefined)
    return { foldsFrom: "column", folds: wholeGroups(givenFolds(own, path), grouped, { table, path, id }) };
  const [count, seed] = [foldCount ?? DEFAULT_FOLDS, seeds[0] ?? 1];
  const folds = grouped
    ? groupedFolds(labels, grouped.groups, count, seed)
    : stratifiedFolds(labels, count, seed);
  return { foldsFrom: "stratified", folds };
}

/** Folds that tear a customer's rows apart would test on customers who were learnt by heart. */
function wholeGroups(
  read: ReadFolds,
  grouped: RowGroups | null,
  {
    table,
    path,
    id = "",
  }: { readonly table: EvaluationTable; readonly path: string; readonly id?: string | undefined },
): ReadFolds {
  if (read.kind === "refused" || grouped === null) return read;
  const row = splitGroup(grouped.groups, read.folds);
  if (row === null) return read;
  return refused(phrase("table.two-folds", { path, id, value: table.columns.get(id)?.[row]?.trim() ?? "" }));
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
