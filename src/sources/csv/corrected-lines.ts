import type { CorrectedLine } from "../../domain/imports/imports.ts";
import type { CsvRecord } from "./csv-records.ts";

/**
 * The first columns of a file of rejected lines: which line of which import ("12:345"), and what is wrong with it. They
 * tell an import of that file which lines it corrects, and are no facts of a row.
 */
export const CORRECTED_COLUMNS = ["rejected_line", "rejected_because"] as const;

/** Whether a file has rejected lines of an earlier import, by the names of its columns. */
export function isOfRejected(names: readonly string[]): boolean {
  return CORRECTED_COLUMNS.every((name, place) => names[place]?.trim().toLowerCase() === name);
}

/** A file of rejected lines: the header and the lines as they were, behind the columns that tell what they are. */
export function rejectedLinesFile(
  { header, delimiter }: { readonly header: string; readonly delimiter: string },
  lines: ReadonlyArray<CorrectedLine & { readonly text: string; readonly raw: string }>,
): string {
  const rows = lines.map(({ importId, line, text, raw }) =>
    [`${importId}:${line}`, `"${text.replaceAll('"', '""')}"`, raw].join(delimiter),
  );
  return (
    BYTE_ORDER_MARK +
    [[...CORRECTED_COLUMNS, header].join(delimiter), ...rows].map((row) => `${row}\n`).join("")
  );
}

/** So that a spreadsheet reads UTF-8 as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The line that a record corrects; null where it does not say. */
export function correctedLineOf(record: CsvRecord): CorrectedLine | null {
  const match = /^\s*(\d{1,9}):(\d{1,9})\s*$/.exec(
    record.fault ? record.raw.split(/[,;\t|]/, 1).join() : (record.fields[0] ?? ""),
  );
  return match ? { importId: Number(match[1]), line: Number(match[2]) } : null;
}

/** A line of text without its first fields, quoted or not. */
export function withoutFields(raw: string, delimiter: string, count: number): string {
  let at = 0;
  for (let field = 0; field < count; field += 1) {
    let isQuoted = false;
    while (at < raw.length && (isQuoted || raw[at] !== delimiter)) {
      if (raw[at] === '"') isQuoted = !isQuoted;
      at += 1;
    }
    at += 1;
  }
  return raw.slice(at);
}
