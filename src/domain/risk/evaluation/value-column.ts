import { type Phrase, phrase } from "../../phrase.ts";
import { readColumn } from "./table-columns.ts";

export type ReadValues =
  | {
      readonly kind: "values";
      /** In the rows' order, 0 or more. */
      readonly values: Float64Array;
      /** Rows without a value; they count as 0. */
      readonly blanks: number;
    }
  | { readonly kind: "refused"; readonly reason: Phrase };

/** What would be lost with each row, read from a column of text. Blanks, and words for "missing", are 0 and counted. */
export function readValues(name: string, texts: readonly string[]): ReadValues {
  const column = readColumn(name, texts);
  if (column.kind === "unclear") return { kind: "refused", reason: column.reason };
  if (column.kind === "category") return notNumbers(name, texts);
  const negative = column.values.findIndex((value) => value < 0);
  if (negative >= 0)
    return refused(
      phrase("table.negative-value", { column: name, text: at(texts, negative), row: negative + 1 }),
    );
  const blanks = column.values.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
  return { kind: "values", values: column.values.map((value) => (Number.isNaN(value) ? 0 : value)), blanks };
}

function notNumbers(name: string, texts: readonly string[]): ReadValues {
  const row = texts.findIndex((text) => text.trim() !== "" && !Number.isFinite(Number(text)));
  if (row < 0) return refused(phrase("table.no-values", { column: name }));
  return refused(phrase("table.value-no-number", { column: name, text: at(texts, row), row: row + 1 }));
}

const at = (texts: readonly string[], row: number): string => texts[row]?.trim() ?? "";

function refused(reason: Phrase): ReadValues {
  return { kind: "refused", reason };
}
