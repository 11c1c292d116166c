import type { Column, Dataset } from "../dataset.ts";
import type { FeatureChanges } from "./levers.ts";

/** A row of a table as it would be with some of its features changed. */
export type ChangedRow = { readonly row: number; readonly changes: FeatureChanges };

/** A table of the given rows with their changes, in their order; everything else stays as it is in the table. */
export function changedRows(dataset: Dataset, wanted: readonly ChangedRow[]): Dataset {
  const columns = dataset.columns.map((column): Column => {
    if (column.kind === "category")
      return { ...column, values: wanted.map(({ row }) => column.values[row] ?? "") };
    const values = Float64Array.from(wanted, ({ row }) => column.values[row] ?? Number.NaN);
    for (const [place, { changes }] of wanted.entries()) {
      const changed = (changes as Readonly<Record<string, number | undefined>>)[column.name];
      if (changed !== undefined) values[place] = changed;
    }
    return { ...column, values };
  });
  return { ...dataset, rows: wanted.length, columns };
}
