/**
 * Aligned columns, figures to the right. Full-width characters count as two.
 * @param words the places of columns of words, which stand to the left
 */
export function textTable(
  header: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  words: readonly number[] = [0],
): string[] {
  const table = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...table.map((row) => displayWidth(row[column] ?? ""))));
  return table.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, words.includes(column)))
      .join("  ")
      .trimEnd(),
  );
}

function padded(cell: string, width: number, left: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(cell)));
  return left ? cell + blanks : blanks + cell;
}

/** Columns of a terminal that a text takes: two for East Asian wide characters (Unicode Annex 11, in short). */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
