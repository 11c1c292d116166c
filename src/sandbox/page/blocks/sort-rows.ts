import { type Json, numberIn, stringIn } from "../state/block-fields.ts";

export type Order = { readonly column: number; readonly isDescending: boolean };

/**
 * As Slack sorts: by size where every cell of the column is a number, otherwise all of them by their words. Rows that are
 * equal keep their order.
 */
export function sortRows(
  rows: readonly (readonly Json[])[],
  order: Order | null,
): readonly (readonly Json[])[] {
  if (order === null) return rows;
  const { column, isDescending } = order;
  const direction = isDescending ? -1 : 1;
  const isNumeric = rows.every((row) => row[column]?.type === "raw_number");
  const compare = isNumeric ? bySize : byWords;
  return rows.toSorted((one, other) => direction * compare(one[column], other[column]));
}

type Compared = Json | undefined;
const bySize = (one: Compared, other: Compared) => sizeOf(one) - sizeOf(other);
const byWords = (one: Compared, other: Compared) => wordsOf(one).localeCompare(wordsOf(other), "en");

const sizeOf = (cell: Compared) => (cell && numberIn(cell, "value")) ?? 0;
const wordsOf = (cell: Compared) => (cell && stringIn(cell, "text")) ?? "";
