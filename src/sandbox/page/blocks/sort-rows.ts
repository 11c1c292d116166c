import { type Json, numberIn, stringIn } from "../state/block-fields.ts";

export type Order = { readonly column: number; readonly isDescending: boolean };

/** Numbers by size, everything else by its words as people sort them. Rows that are equal keep their order. */
export function sortRows(
  rows: readonly (readonly Json[])[],
  order: Order | null,
): readonly (readonly Json[])[] {
  if (order === null) return rows;
  const direction = order.isDescending ? -1 : 1;
  return rows.toSorted((one, other) => direction * compare(one[order.column], other[order.column]));
}

function compare(one: Json | undefined, other: Json | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const [left, right] = [one, other].map((cell) =>
    cell.type === "raw_number" ? numberIn(cell, "value") : null,
  );
  if (typeof left === "number" && typeof right === "number") return left - right;
  return (stringIn(one, "text") ?? "").localeCompare(stringIn(other, "text") ?? "", "en", { numeric: true });
}
