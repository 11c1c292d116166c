import type { Cell, DataTable } from "./data-table.ts";

/** So that a spreadsheet reads UTF-8 as UTF-8: names in every script. */
const BYTE_ORDER_MARK = "\uFEFF";
/** A spreadsheet takes a text that begins so for a formula, and runs it. */
const FORMULA = /^[\s]*[=+\-@]|^[\t\r\n]/;

/** A table as a CSV file (RFC 4180): numbers plain and whole, with a decimal point; what is not known is empty. */
export function tableFile({ head, rows }: Pick<DataTable, "head" | "rows">): string {
  const numeric = head.map((_, column) => rows.some((row) => row[column]?.value !== undefined));
  const lines = rows.map((row) => fileLine(row, numeric));
  return [fileHead(head), ...lines].join("");
}

/** How a file begins. */
export const fileHead = (head: readonly string[]): string => BYTE_ORDER_MARK + line(head.map(textCell));

/** One row of it; @param numeric whether each column is one of numbers */
export const fileLine = (row: readonly Cell[], numeric: readonly boolean[]): string =>
  line(row.map((cell, column) => written(cell, numeric[column] ?? false)));

const line = (cells: readonly string[]) => `${cells.join(",")}\r\n`;

function written({ text, value }: Cell, isNumeric: boolean): string {
  if (value !== undefined) return String(value);
  return isNumeric ? "" : textCell(text);
}

/** Text from outside stays text: an apostrophe before it is what spreadsheets themselves use. */
function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
