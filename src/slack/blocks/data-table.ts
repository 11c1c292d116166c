import type { DataTableBlock, RawNumberElement, RawTextElement } from "@slack/types";
import { plainLine } from "./escape.ts";

/** A cell as it is shown; with `value` it sorts as a number. In a column of numbers, one without is not known. */
export type Cell = { readonly text: string; readonly value?: number };

/** Slack's limits: rows below the head, and characters in all cells; a message fails earlier than the latter. */
const MOST_ROWS = 100;
const MOST_CHARACTERS = 9_000;
const CELL_LENGTH = 100;
const ROWS_PER_PAGE = 10;

export type DataTable = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/**
 * A table that readers sort and leaf through, its first column naming the row; as many rows as Slack takes.
 * @returns the block, and how many rows are not in it
 */
export function dataTable({ caption, head, rows }: DataTable): {
  readonly block: DataTableBlock;
  readonly leftOut: number;
} {
  const shown = rows.slice(0, MOST_ROWS);
  const unknowns = head.map((_, column) => belowAll(shown, column));
  const cells = shown.map((row) => row.map((cell, column) => cellElement(cell, unknowns[column] ?? null)));
  const room = MOST_CHARACTERS - lengthOf(head.map((text) => ({ text })));
  const fitting = cells.slice(0, countFitting(cells, room));
  const block: DataTableBlock = {
    type: "data_table",
    caption: plainLine(caption, CELL_LENGTH),
    rows: [head.map((text) => ({ type: "raw_text", text })), ...fitting],
    page_size: ROWS_PER_PAGE,
    row_header_column_index: 0,
  };
  return { block, leftOut: rows.length - fitting.length };
}

type Element = RawTextElement | RawNumberElement;

/** @param unknown what stands for a number that is not known; null in a column of texts */
function cellElement({ text, value }: Cell, unknown: number | null): Element {
  const line = plainLine(text, CELL_LENGTH) || "–";
  const sorted = value ?? unknown;
  return sorted === null
    ? { type: "raw_text", text: line }
    : { type: "raw_number", value: sorted, text: line };
}

/**
 * Slack sorts a column by number only where every cell of it is one. So what is not known gets a number below all others:
 * last where the largest come first, as people sort amounts and risks. Null for a column without numbers.
 */
function belowAll(rows: readonly (readonly Cell[])[], column: number): number | null {
  const values = rows.flatMap((row) => row[column]?.value ?? []);
  return values.length === 0 ? null : Math.min(...values) - 1;
}

function countFitting(rows: readonly (readonly Element[])[], room: number): number {
  let used = 0;
  for (const [count, row] of rows.entries()) {
    used += lengthOf(row);
    if (used > room) return count;
  }
  return rows.length;
}

const lengthOf = (cells: ReadonlyArray<{ readonly text?: string }>) =>
  cells.reduce((sum, { text = "" }) => sum + text.length, 0);
