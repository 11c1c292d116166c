import type { Day } from "../../domain/calendar.ts";
import { asArrayText } from "./array-text.ts";

/** What a column or a parameter of a statement holds: as PostgreSQL names its type, and as the code has it. */
export type Kind<T> = {
  /** As in `pg_type.typname`: any of these may stand in the database. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  /** Only for values that do not arrive as the code has them. @throws RangeError where that would lose something */
  decode?(arrived: unknown): T;
  /** Only for values that the driver would not send as the database wants them. */
  encode?(value: T): unknown;
};

export type Kinds = Readonly<Record<string, Kind<unknown>>>;

/** The values that some kinds describe. */
export type ValuesOf<K extends Kinds> = {
  readonly [Name in keyof K]: K[Name] extends Kind<infer T> ? T : never;
};

const plain = <T>(...types: string[]): Kind<T> => ({ types, nullable: false });

export const bool = plain<boolean>("bool");
/** Also smallint, which arrives alike. */
export const int4 = plain<number>("int4", "int2");
export const float4 = plain<number>("float4");
export const float8 = plain<number>("float8");
export const timestamptz = plain<Date>("timestamptz");
export const bytea = plain<Buffer>("bytea");
/** The character types differ in nothing that arrives: a currency of CHAR(3) always has three letters. */
export const text = plain<string>("text", "bpchar", "varchar");
/** As exact text: a sum of bigints, a rate. */
export const numeric = plain<string>("numeric");
/** A bigint as exact text, where it may be beyond 2^53. */
export const exactInt8 = plain<string>("int8");

/** A parameter that is a day. A column is read as text instead, because the driver would make it a local midnight. */
export const date = plain<Day>("date");

/** JSON that is text already: in lists, whose values travel as they are. */
export const jsonText = plain<string>("jsonb");

/** A bigint as a number, refused where a number is not exact. */
export const int8: Kind<number> = { types: ["int8"], nullable: false, decode: exactNumber };

/** Text of which only some values are ever written: `T` is the writer's promise. */
export const textOf = <T extends string>(): Kind<T> => plain<T>(...text.types);

/** JSON whose shape is the writer's promise. */
export const json = <T = unknown>(): Kind<T> => ({
  types: ["jsonb", "json"],
  nullable: false,
  encode: (value) => JSON.stringify(value),
});

export function nullable<T>(kind: Kind<T>): Kind<T | null> {
  const { types, decode, encode } = kind;
  return {
    types,
    nullable: true,
    ...(decode && { decode: (arrived: unknown) => (arrived === null ? null : decode(arrived)) }),
    ...(encode && { encode: (value: T | null) => (value === null ? null : encode(value)) }),
  };
}

/** A list of a kind whose values travel as they are, or of int8 as a parameter. */
export const arrayOf = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  types: kind.types.map((type) => `_${type}`),
  nullable: false,
  encode: asArrayText,
});

function exactNumber(arrived: unknown): number {
  const number = Number(arrived);
  if (arrived === null || !Number.isSafeInteger(number))
    throw new RangeError(`${arrived} is no exact number`);
  return number;
}
