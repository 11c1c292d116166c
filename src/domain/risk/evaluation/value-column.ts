import { readColumn } from "./table-columns.ts";

export type ReadValues =
  | {
      readonly kind: "values";
      /** In the rows' order, 0 or more. */
      readonly values: Float64Array;
      /** Rows without a value; they count as 0. */
      readonly blanks: number;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** What would be lost with each row, read from a column of text. Blanks, and words for "missing", are 0 and counted. */
export function readValues(name: string, texts: readonly string[]): ReadValues {
  const column = readColumn(name, texts);
  if (column.kind === "unclear") return { kind: "refused", reason: column.reason };
  if (column.kind === "category") return notNumbers(name, texts);
  const negative = column.values.findIndex((value) => value < 0);
  if (negative >= 0)
    return refused(
      `Column "${name}" has ${texts[negative]?.trim()} in row ${negative + 1}: what is lost with a customer is 0 or more. Correct it, or leave it blank to count as 0.`,
    );
  const blanks = column.values.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
  return { kind: "values", values: column.values.map((value) => (Number.isNaN(value) ? 0 : value)), blanks };
}

function notNumbers(name: string, texts: readonly string[]): ReadValues {
  const row = texts.findIndex((text) => text.trim() !== "" && !Number.isFinite(Number(text)));
  if (row < 0) return refused(`Column "${name}" has no value in any row: --value needs numbers.`);
  return refused(
    `Column "${name}" has "${texts[row]?.trim()}" in row ${row + 1}: --value needs a column of numbers, what would be lost with each customer.`,
  );
}

function refused(reason: string): ReadValues {
  return { kind: "refused", reason };
}
