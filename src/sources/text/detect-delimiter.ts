/** What may stand between the columns of a file; the first wins where nothing else decides. */
export const DELIMITERS: readonly string[] = [",", ";", "\t", "|"];

/** Lines looked at below the header; chosen. */
const MOST_LINES = 200;

/** The delimiter that a spreadsheet was told by a line of its own ("sep=;"); null for any other line. */
export function statedDelimiter(line: string): string | null {
  return /^"?sep=(.)"?$/i.exec(line)?.[1] ?? null;
}

/**
 * The delimiter under which most lines have as many fields as the first one that is not blank, which has at least two;
 * of several, the one that makes most fields, so that "1,5;2,5;3,5" is cut at its semicolons, and then the one after
 * which fewer blanks stand. A comma where none does.
 * @param lines from the header on; blank ones do not count
 */
export function detectDelimiter(lines: readonly string[]): string {
  const [header = "", ...rows] = lines.filter((line) => line.trim() !== "").slice(0, MOST_LINES + 1);
  const tried = DELIMITERS.map((delimiter) => {
    const fields = fieldsIn(header, delimiter);
    const alike = fields < 2 ? -1 : rows.filter((row) => fieldsIn(row, delimiter) === fields).length;
    return { delimiter, rank: [alike, fields, -header.split(`${delimiter} `).length] };
  });
  return tried.reduce((best, each) => (isHigher(each.rank, best.rank) ? each : best)).delimiter;
}

function isHigher(rank: readonly number[], than: readonly number[]): boolean {
  const at = rank.findIndex((part, place) => part !== than[place]);
  return (rank[at] ?? 0) > (than[at] ?? 0);
}

/** How many fields a line has; a delimiter in quotes is text. */
export function fieldsIn(line: string, delimiter: string): number {
  if (!line.includes('"')) return line.split(delimiter).length;
  let fields = 1;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) fields += 1;
  }
  return fields;
}
