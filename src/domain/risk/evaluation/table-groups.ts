/** Rows that describe the same customer. */
export type RowGroups = {
  /** By row; the same number for the same id. Rows without an id stand for themselves. */
  readonly groups: Int32Array;
  /** How many ids stand in more than one row, and in how many rows. */
  readonly repeated: { readonly ids: number; readonly rows: number };
};

/** Rows by the text that names them. */
export function groupRows(ids: readonly string[]): RowGroups {
  const numbers = new Map<string, number>();
  const rowsOf = new Map<number, number>();
  const groups = Int32Array.from(ids, (id, row) => {
    const name = id.trim();
    const group = name === "" ? row : (numbers.get(name) ?? row);
    if (name !== "") numbers.set(name, group);
    rowsOf.set(group, (rowsOf.get(group) ?? 0) + 1);
    return group;
  });
  const several = [...rowsOf.values()].filter((rows) => rows > 1);
  return { groups, repeated: { ids: several.length, rows: several.reduce((sum, rows) => sum + rows, 0) } };
}

/** The first row of a group whose rows lie in different folds, or null. */
export function splitGroup(groups: Int32Array, folds: Int32Array): number | null {
  const foldOf = new Map<number, number>();
  for (const [row, group] of groups.entries()) {
    const fold = folds[row] ?? 0;
    if ((foldOf.get(group) ?? fold) !== fold) return row;
    foldOf.set(group, fold);
  }
  return null;
}

/** Rows that equal an earlier row in every column. */
export function countCopies(columns: readonly (readonly string[])[], rows: number): number {
  const seen = new Set<string>();
  for (let row = 0; row < rows; row += 1) seen.add(columns.map((texts) => texts[row] ?? "").join("\u0000"));
  return rows - seen.size;
}

/** A hundred times as many possible rows as there are: then hardly any two are equal by chance. */
const ROOM_FOR_CHANCE = 100;

/** Whether rows of these columns can be told apart, so that equal ones are copies rather than alike. */
export function tellsRowsApart(columns: readonly (readonly string[])[], rows: number): boolean {
  let possible = 1;
  for (const texts of columns) {
    possible *= new Set(texts).size;
    if (possible >= rows * ROOM_FOR_CHANCE) return true;
  }
  return false;
}
