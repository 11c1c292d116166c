/**
 * A table of model inputs, column by column. Column-major typed arrays cross a worker boundary without copying.
 * Missing numbers are NaN; missing categories are the empty string.
 */
export type NumberColumn = { readonly kind: "number"; readonly name: string; readonly values: Float64Array };
export type CategoryColumn = {
  readonly kind: "category";
  readonly name: string;
  readonly values: readonly string[];
};
export type Column = NumberColumn | CategoryColumn;

/** Every column has exactly `rows` values. */
export type Dataset = {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** The moment the rows describe; without it the model takes no account of how the level of churn moves over time. */
  readonly asOf?: Date;
};

/**
 * `labels[i]` is 1 when row i churned within the horizon, else 0.
 * Rows with the same number in `groups` describe the same customer (across all snapshots of one training request)
 * and are never split between fitting and checking; without it each row stands for itself.
 */
export type LabelledDataset = Dataset & { readonly labels: Uint8Array; readonly groups?: Int32Array };

/**
 * Types a column read as text: numbers where every non-blank value parses as a finite number (also where there are
 * only a few distinct integers), with blanks as NaN; otherwise categories. A column of blanks only is a category.
 */
export function inferColumn(name: string, texts: readonly string[]): Column {
  const values = new Float64Array(texts.length);
  let filled = 0;
  for (const [row, text] of texts.entries()) {
    const trimmed = text.trim();
    const parsed = trimmed === "" ? Number.NaN : Number(trimmed);
    if (trimmed !== "" && !Number.isFinite(parsed)) return categoryColumn(name, texts);
    if (trimmed !== "") filled += 1;
    values[row] = parsed;
  }
  return filled === 0 ? categoryColumn(name, texts) : { kind: "number", name, values };
}

function categoryColumn(name: string, texts: readonly string[]): CategoryColumn {
  return { kind: "category", name, values: texts.map((text) => text.trim()) };
}

/** The given rows, in the given order, without labels. */
export function selectUnlabelled(dataset: Dataset, rows: ArrayLike<number>): Dataset {
  const indices = Int32Array.from(rows);
  const columns = dataset.columns.map((column): Column => {
    if (column.kind === "category") {
      return { ...column, values: Array.from(indices, (row) => column.values[row] ?? "") };
    }
    return { ...column, values: Float64Array.from(indices, (row) => column.values[row] ?? Number.NaN) };
  });
  const { asOf } = dataset;
  return { rows: indices.length, columns, ...(asOf === undefined ? {} : { asOf }) };
}

/** The given rows, in the given order. */
export function selectRows(dataset: LabelledDataset, rows: ArrayLike<number>): LabelledDataset {
  const indices = Int32Array.from(rows);
  const labels = Uint8Array.from(indices, (row) => dataset.labels[row] ?? 0);
  const { groups } = dataset;
  const selected = { ...selectUnlabelled(dataset, indices), labels };
  if (groups === undefined) return selected;
  return {
    ...selected,
    groups: Int32Array.from(indices, (row) => groups[row] ?? -1),
  };
}
