import type { RejectedRow } from "../../../domain/imports/imports.ts";
import { sentences } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { tableFile } from "../table-file.ts";

/** The lines that were not taken over, as they were, each with what to correct. */
export function rejectedFile(rows: readonly RejectedRow[], locale: Locale): string {
  const say = sayIn(locale);
  const head = ["line", "problem", "raw"].map((column) => say(`import-rejected.${column}`));
  const cells = rows.map(({ line, problems, raw }) => [
    { text: String(line), value: line },
    {
      text: sentences(
        problems.map((problem) => textOf(problem, locale)),
        say,
      ),
    },
    { text: raw },
  ]);
  return tableFile({ head, rows: cells });
}
