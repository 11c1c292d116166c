import { type ColumnFormat, type ColumnReading, readingOf } from "./column-readings.ts";

/** Formats of which a file uses one: what decides a column of it decides the doubtful ones, too. */
const ALTERNATIVES: ReadonlyArray<readonly [ColumnFormat, ColumnFormat]> = [
  ["1,234.50", "1.234,50"],
  ["mm/dd/yyyy", "dd/mm/yyyy"],
  ["mm-dd-yyyy", "dd-mm-yyyy"],
];

/**
 * How the columns of one file are read. Where a column alone can be read in two ways, those columns of the file decide that
 * can be read in one way only, as far as they agree.
 */
export function readingsOf(
  columns: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ColumnReading> {
  const readings = new Map([...columns].map(([name, values]) => [name, readingOf(values)] as const));
  const prefer = preferred([...readings.values()]);
  if (prefer.length === 0) return readings;
  for (const [name, { ambiguous }] of readings)
    if (ambiguous.length > 0) readings.set(name, readingOf(columns.get(name) ?? [], { prefer }));
  return readings;
}

function preferred(readings: readonly ColumnReading[]): readonly ColumnFormat[] {
  const decided = new Set(readings.flatMap(({ decided, format }) => (decided && format ? [format] : [])));
  return ALTERNATIVES.flatMap((pair) => {
    const [sure, other] = pair.filter((format) => decided.has(format));
    return sure !== undefined && other === undefined ? [sure] : [];
  });
}
