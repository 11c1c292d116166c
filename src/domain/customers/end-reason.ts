import { plainColumn } from "./column-name.ts";

/** As `plainColumn` names them. */
const COLUMNS: ReadonlySet<string> = new Set([
  "endreason",
  "churnreason",
  "cancelreason",
  "cancellationreason",
  "lossreason",
]);

/** Whether a column of the customer file holds why somebody left. */
export const tellsWhyEnded = (column: string): boolean => COLUMNS.has(plainColumn(column));
