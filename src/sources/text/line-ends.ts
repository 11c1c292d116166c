import { detectDelimiter, fieldsIn } from "./detect-delimiter.ts";

/** "lf": lines end in LF or CRLF, and a CR alone is text. "any": a CR alone ends a line, too. */
export type LineEnds = "lf" | "any";

/** Lines looked at; chosen. */
const MOST_LINES = 2_000;

/**
 * A file without LF ends its lines in CR, as spreadsheets on a Macintosh wrote them. Where both occur, the text before
 * a CR tells: it is a row where it has as many fields as the header. Else it is a cell whose text runs over lines.
 * @param start the beginning of the file
 */
export function lineEndsOf(start: string): LineEnds {
  const bare = start.search(/\r(?!\n|$)/);
  if (bare < 0) return "lf";
  if (!start.includes("\n")) return "any";
  const lines = [...start.matchAll(/([^\r\n]*)(\r\n|\r|\n)/g)].slice(0, MOST_LINES);
  const texts = lines.map(([, text = ""]) => text).filter((text) => text.trim() !== "");
  const delimiter = detectDelimiter(texts);
  const width = fieldsIn(texts[0] ?? "", delimiter);
  const beforeCr = lines.filter(([, text = "", end]) => end === "\r" && text.trim() !== "");
  const rows = beforeCr.filter(([, text = ""]) => fieldsIn(text, delimiter) === width);
  return rows.length * 2 > beforeCr.length ? "any" : "lf";
}
