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
export type Dataset = { readonly rows: number; readonly columns: readonly Column[] };

/** `labels[i]` is 1 when row i churned within the horizon, else 0. */
export type LabelledDataset = Dataset & { readonly labels: Uint8Array };
