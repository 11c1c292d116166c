import type { z } from "zod";

/** One column of a file, stated once: its name there, whether the file must have it, and how its text is read. */
export type Column<Value = unknown> = {
  readonly name: string;
  readonly needed: boolean;
  readonly schema: z.ZodType<Value, string>;
  /** The same schema for a file that has another name for the column. */
  readonly kind: ColumnKind<Value>;
};

/** All columns that a definition does not name, by their names in the file; empty fields are left out. */
export type FurtherColumns<Value = unknown> = {
  readonly nameOf: (columnInFile: string) => string;
  readonly schema: z.ZodType<Value, Record<string, string>>;
};

/** The columns of a file by the fact each fills. Faults of a row are named in this order. */
export type Columns = Readonly<Record<string, Column | FurtherColumns>>;

/** The columns of a file for facts out of a known list. */
export type ColumnsFor<Fact extends string> = Readonly<Partial<Record<Fact, Column | FurtherColumns>>>;

/** What a row's columns say, each read by its schema. */
export type FactsOf<Stated extends Columns> = {
  readonly [Fact in keyof Stated]: z.output<Stated[Fact]["schema"]>;
};

/** How a column's text is read; the column's name is for whoever has to correct a field. */
export type ColumnKind<Value> = (column: string) => z.ZodType<Value, string>;

/** A column without which the file is refused. */
export function needed<Value>(name: string, kind: ColumnKind<Value>): Column<Value> {
  return { name, needed: true, schema: kind(name), kind };
}

/** A column that a file may lack; its fields then count as empty. */
export function optional<Value>(name: string, kind: ColumnKind<Value>): Column<Value> {
  return { name, needed: false, schema: kind(name), kind };
}

export type NamedColumn = readonly [fact: string, column: Column];

export function namedColumns(columns: Columns): NamedColumn[] {
  return Object.entries(columns).flatMap(([fact, column]) =>
    "name" in column ? [[fact, column] as const] : [],
  );
}
