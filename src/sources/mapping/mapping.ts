import { z } from "zod";
import { COLUMN_FORMATS, isNumberFormat } from "../csv/column-readings.ts";

const column = z.string().min(1);
const words = z.record(z.string(), z.string());

/** A format that is yet to be decided, by the whole column. */
export const AUTO = "auto" as const;
const numberFormat = z.enum([AUTO, ...COLUMN_FORMATS.filter(isNumberFormat)]);
const dateFormat = z.enum([AUTO, ...COLUMN_FORMATS.filter((format) => !isNumberFormat(format))]);

/**
 * Where one fact comes from: exactly one of `column`, `first_of`, `join` and `value`. What was found is translated by
 * `words` (without regard to case), read by `number` or `date`, and then reckoned with.
 */
const FACT = z
  .strictObject({
    column: column.optional(),
    /** The first of these columns that is filled. */
    first_of: z.array(column).min(1).optional(),
    /** These columns, with `with` between them; "-" where it is left out. */
    join: z.array(column).min(1).optional(),
    with: z.string().optional(),
    /** The same for every row. */
    value: z.string().optional(),
    words: words.optional(),
    /** For what `words` does not have; left out: it stays as it is written. */
    otherwise: z.string().optional(),
    /** How numbers are written. */
    number: numberFormat.optional(),
    /** How days or moments are written. */
    date: dateFormat.optional(),
    /** Put behind what was found, e.g. to tell a refund from its order. */
    suffix: z.string().optional(),
    /** Where nothing was found. */
    if_empty: z.string().optional(),
    /** Of a moment: so many hours later, as a column has them. */
    plus_hours: column.optional(),
    /** Of an amount: times the number in this column, e.g. the quantity. */
    times: column.optional(),
    /** Of an amount: divided by what a word in a column stands for, e.g. 12 for a year. */
    divided_by: z.strictObject({ column, words: z.record(z.string(), z.number().positive()) }).optional(),
  })
  .refine(
    ({ column, first_of, join, value }) =>
      [column, first_of, join, value].filter((from) => from !== undefined).length === 1,
    { error: "takes exactly one of: column, first_of, join, value" },
  );

export type FactSource = z.output<typeof FACT>;

/** Which rows are meant; all of them have to hold. */
const CONDITION = z.strictObject({
  column,
  /** One of these, without regard to case. */
  is: z.array(z.string()).optional(),
  is_not: z.array(z.string()).optional(),
  filled: z.boolean().optional(),
  /** A number above zero, written so. */
  above_zero: numberFormat.optional(),
});

const KIND_MAPPING = z.strictObject({
  /** What the rows become: customers, activities, … */
  rows: z.string(),
  /** What they are called, where that says more: orders, refunds. */
  called: z.string().optional(),
  only: z.array(CONDITION).optional(),
  /** Rows that go on with the one above leave these columns empty; the one above has the same `by`. */
  carry_down: z.strictObject({ by: column, columns: z.array(column) }).optional(),
  /** Only the first row of each value of this fact. */
  once_per: z.string().optional(),
  /**
   * Rows one after the other with the same value in this column are lines of one thing, an order's for instance: the
   * second's external_id gets "-2" behind it, and so on.
   */
  lines_of: column.optional(),
  facts: z.record(z.string(), z.union([column.transform((only): FactSource => ({ column: only })), FACT])),
  /** Columns that are kept as further attributes, by the name the file has. */
  attributes: z.array(column).optional(),
});

/** How a file becomes rows, as `mapping.yml` and the ready mappings state it. */
export const MAPPING = z.strictObject({
  /** The system that the rows belong to. */
  source: z.string().min(1).max(60),
  file: z.strictObject({ encoding: z.string().optional() }).optional(),
  kinds: z.array(KIND_MAPPING).min(1),
});

export type Mapping = z.output<typeof MAPPING>;
/** As it is written, with a column alone in place of a fact. */
export type WrittenMapping = z.input<typeof MAPPING>;
export type KindMapping = Mapping["kinds"][number];
export type RowCondition = NonNullable<KindMapping["only"]>[number];

/** The columns of the file that a fact needs. */
export function columnsOf({ column: one, first_of, join, ...more }: FactSource): string[] {
  const others = [more.times, more.divided_by?.column, more.plus_hours].filter((name) => name !== undefined);
  return [...(one === undefined ? [] : [one]), ...(first_of ?? []), ...(join ?? []), ...others];
}
