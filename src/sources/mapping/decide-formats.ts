import { type ColumnFormat, type ColumnReading, isNumberFormat, readingOf } from "../csv/column-readings.ts";
import { sameName } from "./column-names.ts";
import {
  AUTO,
  columnsOf,
  type FactSource,
  type KindMapping,
  type Mapping,
  type RowCondition,
} from "./mapping.ts";

/** A column of a file with the values of its first rows. */
export type ColumnSample = { readonly name: string; readonly values: readonly string[] };

/** A format that the values leave open: somebody has to say which one is meant. */
export type OpenFormat = {
  readonly column: string;
  readonly taken: ColumnFormat;
  readonly orElse: readonly ColumnFormat[];
  /** Which of them is meant changes what this field says. */
  readonly example: string;
};

export type DecidedMapping = { readonly mapping: Mapping; readonly open: readonly OpenFormat[] };

/**
 * Decides the formats that a mapping leaves to the file, each by the whole column, and writes the names of columns as the
 * file does.
 */
export function decideFormats(mapping: Mapping, columns: readonly ColumnSample[]): DecidedMapping {
  const open = new Map<string, OpenFormat>();
  const formats = formatsOf(columns, open);
  const inFile = new Map(columns.map(({ name }) => [sameName(name), name]));
  const named = (column: string) => inFile.get(sameName(column)) ?? column;
  const kinds = mapping.kinds.map((kind) => decidedKind(renamedKind(kind, named), formats));
  return { mapping: { ...mapping, kinds }, open: [...open.values()] };
}

type Formats = {
  number(columns: readonly string[]): ColumnFormat;
  date(columns: readonly string[]): ColumnFormat;
};

function formatsOf(columns: readonly ColumnSample[], open: Map<string, OpenFormat>): Formats {
  const decide = (as: "number" | "date", names: readonly string[], usual: ColumnFormat): ColumnFormat => {
    const values = columns.flatMap(({ name, values }) => (names.includes(name) ? values : []));
    const reading = readingOf(values, { as });
    const format = fits(as, reading) ? reading.format : null;
    const [column] = names;
    if (format !== null && column !== undefined && reading.example !== null)
      open.set(column, { column, taken: format, orElse: reading.ambiguous, example: reading.example });
    return format ?? usual;
  };
  return {
    number: (names) => decide("number", names, "1,234.50"),
    date: (names) => decide("date", names, "yyyy-mm-dd"),
  };
}

const fits = (as: "number" | "date", { format }: ColumnReading) =>
  format !== null && isNumberFormat(format) === (as === "number");

function decidedKind(kind: KindMapping, formats: Formats): KindMapping {
  const facts = Object.entries(kind.facts).map(
    ([fact, source]) => [fact, decidedFact(source, formats)] as const,
  );
  const only = kind.only?.map((condition) => decidedCondition(condition, formats));
  return { ...kind, facts: Object.fromEntries(facts), ...(only === undefined ? {} : { only }) };
}

function decidedFact(source: FactSource, formats: Formats): FactSource {
  const { column, first_of, join } = source;
  const columns = join ?? first_of ?? (column === undefined ? [] : [column]);
  if (source.number === AUTO) return { ...source, number: numberOf(formats.number(columns)) };
  return source.date === AUTO ? { ...source, date: dateOf(formats.date(columns)) } : source;
}

function decidedCondition(condition: RowCondition, formats: Formats): RowCondition {
  if (condition.above_zero !== AUTO) return condition;
  return { ...condition, above_zero: numberOf(formats.number([condition.column])) };
}

const numberOf = (format: ColumnFormat) => (isNumberFormat(format) ? format : "1,234.50");
const dateOf = (format: ColumnFormat) => (isNumberFormat(format) ? "yyyy-mm-dd" : format);

function renamedKind(kind: KindMapping, named: (column: string) => string): KindMapping {
  const facts = Object.entries(kind.facts).map(
    ([fact, source]) => [fact, renamedFact(source, named)] as const,
  );
  const { only, carry_down, lines_of, attributes } = kind;
  return {
    ...kind,
    facts: Object.fromEntries(facts),
    ...(only && { only: only.map((one) => ({ ...one, column: named(one.column) })) }),
    ...(carry_down && { carry_down: { by: named(carry_down.by), columns: carry_down.columns.map(named) } }),
    ...(lines_of !== undefined && { lines_of: named(lines_of) }),
    ...(attributes && { attributes: attributes.map(named) }),
  };
}

function renamedFact(source: FactSource, named: (column: string) => string): FactSource {
  const { column, first_of, join, times, divided_by, plus_hours } = source;
  return {
    ...source,
    ...(column !== undefined && { column: named(column) }),
    ...(first_of && { first_of: first_of.map(named) }),
    ...(join && { join: join.map(named) }),
    ...(times !== undefined && { times: named(times) }),
    ...(plus_hours !== undefined && { plus_hours: named(plus_hours) }),
    ...(divided_by && { divided_by: { ...divided_by, column: named(divided_by.column) } }),
  };
}

/** Columns of the file that no fact, condition or attribute of a mapping needs. */
export function unusedColumns({ kinds }: Mapping, names: readonly string[]): string[] {
  const used = new Set(
    kinds.flatMap(({ facts, only, carry_down, attributes }) => [
      ...Object.values(facts).flatMap(columnsOf),
      ...(only ?? []).map(({ column }) => column),
      ...(carry_down?.columns ?? []),
      ...(attributes ?? []),
    ]),
  );
  return names.filter((name) => name !== "" && !used.has(name));
}
