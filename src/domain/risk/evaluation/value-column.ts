import { type Phrase, phrase } from "../../phrase.ts";
import type { Column } from "../dataset.ts";

export type ReadValues =
  | {
      readonly kind: "values";
      /** In the rows' order, 0 or more. */
      readonly values: Float64Array;
      /** Rows without a value; they count as 0. */
      readonly blanks: number;
    }
  | { readonly kind: "refused"; readonly reason: Phrase };

/** What would be lost with each row. What is missing is 0 and counted. @param texts the column as it was written */
export function readValues(column: Column, texts: readonly string[]): ReadValues {
  const { name } = column;
  if (column.kind === "category") return notNumbers(name, column.values);
  const negative = column.values.findIndex((value) => value < 0);
  if (negative >= 0)
    return refused(
      phrase("table.negative-value", {
        column: name,
        text: texts[negative]?.trim() ?? "",
        row: negative + 1,
      }),
    );
  const blanks = column.values.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
  return { kind: "values", values: column.values.map((value) => (Number.isNaN(value) ? 0 : value)), blanks };
}

function notNumbers(name: string, values: readonly string[]): ReadValues {
  const row = values.findIndex((text) => text !== "" && !Number.isFinite(Number(text)));
  if (row < 0) return refused(phrase("table.no-values", { column: name }));
  return refused(phrase("table.value-no-number", { column: name, text: values[row] ?? "", row: row + 1 }));
}

function refused(reason: Phrase): ReadValues {
  return { kind: "refused", reason };
}
