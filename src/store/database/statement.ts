import { hash } from "node:crypto";
import type { Kind, Kinds, ValuesOf } from "./column-kinds.ts";
import type { Queryable } from "./database.ts";
import { numberedParameters } from "./named-parameters.ts";
import { sendUnlessStopped } from "./stoppable.ts";

/** One SQL statement with what goes in and what comes out; `npm run check` compares both with the migrated schema. */
export type StatementText<P extends Kinds, R extends Kinds> = {
  /** `subject/file: what it does`, as in `customers/members: find`. */
  readonly name: string;
  /** With parameters as `:name`. */
  readonly sql: string;
  readonly parameters?: P;
  /** Every column that comes back, in order; none for a statement that only writes. */
  readonly row?: R;
  /** For what takes longer to plan than to answer, and is asked often: each session keeps a plan that serves all values. */
  readonly isKeptPlanned?: boolean;
};

export type Statement<P extends Kinds = Kinds, R extends Kinds = Kinds> = {
  readonly name: string;
  /** As it is sent: parameters are numbered in the order of their declaration. */
  readonly sql: string;
  readonly parameters: P;
  readonly row: R;
  all(db: Queryable, ...values: Given<P>): Promise<Array<ValuesOf<R>>>;
  first(db: Queryable, ...values: Given<P>): Promise<ValuesOf<R> | null>;
  /** For what always gives a row. @throws Error where it gave none */
  one(db: Queryable, ...values: Given<P>): Promise<ValuesOf<R>>;
  /** @returns how many rows were written */
  run(db: Queryable, ...values: Given<P>): Promise<number>;
  /** Values as they are sent, for whoever sends the statement with something else. */
  encode(...values: Given<P>): readonly unknown[];
};

type Given<P extends Kinds> = keyof P extends never ? [] : [values: ValuesOf<P>];
type None = Readonly<Record<never, Kind<unknown>>>;

const stated = new Map<string, Statement>();

/** Every statement of the modules loaded so far. */
export function statedStatements(): readonly Statement[] {
  return [...stated.values()];
}

/**
 * States a statement, at load time and once: it is then on the list that the check goes through.
 * @throws Error where the name is taken or the text does not use the parameters as declared
 */
export function statement<P extends Kinds = None, R extends Kinds = None>(
  given: StatementText<P, R>,
): Statement<P, R> {
  const made = unlistedStatement(given);
  if (stated.has(made.name)) throw new Error(`There are two statements named "${made.name}".`);
  stated.set(made.name, made as unknown as Statement);
  return made;
}

/**
 * Statements that are composed when they are needed, because there are too many to state: those of `forms` go on the
 * list for all of them. Each is composed once.
 */
export function statementsBy<P extends Kinds, R extends Kinds>(
  forms: readonly string[],
  compose: (form: string) => StatementText<P, R>,
): (form: string) => Statement<P, R> {
  const composed = new Map(forms.map((form) => [form, statement(compose(form))]));
  return (form) => {
    const made = composed.get(form) ?? unlistedStatement(compose(form));
    composed.set(form, made);
    return made;
  };
}

/** The same thing for each of some keys: statements that differ in one word. */
export function eachOf<Key extends string, T>(
  keys: readonly Key[],
  make: (key: Key) => T,
): Readonly<Record<Key, T>> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, T>;
}

/** A statement that is on no list. */
export function unlistedStatement<P extends Kinds = None, R extends Kinds = None>(
  given: StatementText<P, R>,
): Statement<P, R> {
  const { name, parameters = {} as P, row = {} as R, isKeptPlanned = false } = given;
  const sql = numbered(given.name, given.sql, Object.keys(parameters));
  const valuesOf = encoder(parameters);
  const decode = decoder(name, row);
  // By its text: versions that run side by side on one server never meet under one name.
  const planName = isKeptPlanned ? `kept_${hash("sha1", sql)}` : null;
  const send = (db: Queryable, values: unknown[] | undefined) =>
    planName === null ? db.query(sql, values) : db.query({ name: planName, text: sql, values: values ?? [] });
  const query = (db: Queryable, values: readonly unknown[]) =>
    sendUnlessStopped(db, sql, (on) => send(on, valuesOf(values[0])));
  const all = async (db: Queryable, ...values: Given<P>) => decode((await query(db, values)).rows);
  const first = async (db: Queryable, ...values: Given<P>) => (await all(db, ...values))[0] ?? null;
  return {
    name,
    sql,
    parameters,
    row,
    all,
    first,
    async one(db, ...values) {
      const found = await first(db, ...values);
      if (found === null) throw new Error(`The statement "${name}" gave no row.`);
      return found;
    },
    run: async (db, ...values) => (await query(db, values)).rowCount ?? 0,
    encode: (...values) => valuesOf(values[0]) ?? [],
  };
}

function numbered(name: string, sql: string, parameters: readonly string[]): string {
  try {
    return numberedParameters(sql, parameters);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The statement "${name}" cannot be read: ${reason}.`, { cause: error });
  }
}

/** The values in the order of the declaration, as the driver wants them; none makes a plain query without a bind. */
function encoder(parameters: Kinds): (values: unknown) => unknown[] | undefined {
  const kinds = Object.entries(parameters);
  if (kinds.length === 0) return () => undefined;
  return (values) => {
    const named = values as Readonly<Record<string, unknown>>;
    return kinds.map(([name, { encode }]) => (encode ? encode(named[name]) : named[name]));
  };
}

/** Changes the rows in place, and only in columns that need it: most statements need nothing. */
function decoder<R extends Kinds>(name: string, row: R): (rows: unknown[]) => Array<ValuesOf<R>> {
  const columns = Object.entries(row).flatMap(([column, { decode }]) => (decode ? [{ column, decode }] : []));
  if (columns.length === 0) return (rows) => rows as Array<ValuesOf<R>>;
  return (rows) => {
    for (const each of rows as Record<string, unknown>[]) {
      for (const { column, decode } of columns) each[column] = decoded(name, column, decode, each[column]);
    }
    return rows as Array<ValuesOf<R>>;
  };
}

function decoded(name: string, column: string, decode: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return decode(value);
  } catch (error) {
    throw new RangeError(`Column "${column}" of the statement "${name}" cannot be read.`, { cause: error });
  }
}
