import { type Phrase, phrase } from "../../../domain/phrase.ts";
import type { ColumnReading, Occurrence } from "../../../sources/csv/column-readings.ts";

/** Words shown of each column; the number of rows is that of all. */
const SHOWN = 3;

/** What was decided about a column that its reader might have meant otherwise. */
export function readingNotes(column: string, reading: ColumnReading): readonly Phrase[] {
  const { missing, strays, mostly, currencies, ambiguous, example, format } = reading;
  const notes: Phrase[] = [];
  const [first] = strays;
  if (missing.length > 0)
    notes.push(phrase("table.note.missing", { column, rows: rowsOf(missing), words: listed(missing) }));
  if (first && mostly === null)
    notes.push(
      phrase("table.note.stray", {
        column,
        rows: rowsOf(strays),
        words: listed(strays),
        row: first.row,
        kind: reading.kind === "number" ? "number" : "date",
      }),
    );
  if (first && mostly !== null)
    notes.push(
      phrase("table.note.mostly", {
        column,
        rows: rowsOf(strays),
        text: shown(first.text),
        row: first.row,
        kind: mostly,
      }),
    );
  if (currencies.length > 1)
    notes.push(phrase("table.note.currencies", { column, currencies: currencies.join(", ") }));
  if (ambiguous.length > 0)
    notes.push(
      phrase("table.note.ambiguous", {
        column,
        example: shown(example ?? ""),
        format: format ?? "",
        other: ambiguous.join(", "),
      }),
    );
  return notes;
}

const rowsOf = (words: readonly Occurrence[]) => words.reduce((sum, { rows }) => sum + rows, 0);

function listed(words: readonly Occurrence[]): string {
  const told = words.slice(0, SHOWN).map(({ text }) => shown(text));
  return told.join(", ") + (words.length > SHOWN ? ", …" : "");
}

const MOST_CHARACTERS = 40;

const shown = (text: string) =>
  `"${text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text}"`;
