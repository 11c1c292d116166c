import { type ColumnFormat, isNumberFormat } from "../csv/column-readings.ts";
import type { OpenFormat } from "./decide-formats.ts";
import type { FactSource, KindMapping, Mapping, RowCondition } from "./mapping.ts";

/** The ways in which a column that was left open can be read; the one that was taken first. */
export const waysOf = ({ taken, orElse }: OpenFormat): readonly ColumnFormat[] => [taken, ...orElse];

/**
 * A mapping with the formats that somebody chose for its open columns.
 * @param chosen in the order of `open`; null, or a format that the column does not have: as it was taken
 */
export function withFormats(
  mapping: Mapping,
  open: readonly OpenFormat[],
  chosen: ReadonlyArray<string | null>,
): Mapping {
  let answered = mapping;
  for (const [place, column] of open.entries()) {
    const format = waysOf(column).find((way) => way === chosen[place]);
    if (format === undefined || format === column.taken) continue;
    const kinds = answered.kinds.map((kind) => answeredKind(kind, column, format));
    answered = { ...answered, kinds };
  }
  return answered;
}

function answeredKind(kind: KindMapping, open: OpenFormat, format: ColumnFormat): KindMapping {
  const facts = Object.entries(kind.facts).map(
    ([fact, source]) => [fact, answeredFact(source, open, format)] as const,
  );
  const only = kind.only?.map((condition) => answeredCondition(condition, open, format));
  return { ...kind, facts: Object.fromEntries(facts), ...(only && { only }) };
}

/** Columns that are read together are decided together, and called by the first of them. */
function answeredFact(source: FactSource, open: OpenFormat, format: ColumnFormat): FactSource {
  const { column, first_of, join, number, date } = source;
  const [first] = join ?? first_of ?? [column];
  if (first !== open.column) return source;
  if (isNumberFormat(format)) return number === open.taken ? { ...source, number: format } : source;
  return date === open.taken ? { ...source, date: format } : source;
}

function answeredCondition(condition: RowCondition, open: OpenFormat, format: ColumnFormat): RowCondition {
  const isMeant = condition.column === open.column && condition.above_zero === open.taken;
  return isMeant && isNumberFormat(format) ? { ...condition, above_zero: format } : condition;
}
