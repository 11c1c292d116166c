import { readdirSync, readFileSync } from "node:fs";
import { PGlite, protocol } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { firstDump } from "../../src/store/database/first-contents.ts";

const MIGRATIONS = new URL("../../prisma/migrations/", import.meta.url);

/** A column that comes back; `from` where it is a table's own column, even through subqueries. */
export type DescribedColumn = {
  readonly name: string;
  /** As in `pg_type.typname`. */
  readonly type: string;
  readonly from: { readonly column: string; readonly notNull: boolean } | null;
};

export type Described = {
  readonly parameters: readonly string[];
  readonly columns: readonly DescribedColumn[];
};

/** An empty database with all migrations applied, in this process and without a server. */
export type MigratedSchema = {
  /** What PostgreSQL says of a statement without running it. @throws Error as it would refuse the statement */
  describe(sql: string): Promise<Described>;
  run(sql: string): Promise<void>;
  /**
   * The rows of each statement with the samples as its parameters (lists are empty), all undone again; null where it
   * refuses them or the schema refuses it.
   * @param filling what one row a table holds in the columns that cannot be null; null: no rows
   */
  tryOut(
    sql: readonly string[],
    filling: Samples | null,
    given: Samples,
  ): Promise<Array<readonly Row[] | null>>;
  close(): Promise<void>;
};

/** Values by the name of their type. */
export type Samples = Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, unknown>>;

export async function openMigratedSchema(): Promise<MigratedSchema> {
  const dump = firstDump();
  const contents = dump === null ? {} : { loadDataDir: new Blob([readFileSync(dump)]) };
  const database = await PGlite.create({ ...contents, extensions: { pg_trgm } });
  for (const migration of migrations()) await database.exec(migration);
  const names = await readNames(database);
  return {
    describe: (sql) => describe(database, sql, names),
    tryOut: (sql, filling, given) => tryOut(database, sql, { filling, given, names }),
    run: async (sql) => void (await database.exec(sql)),
    close: () => database.close(),
  };
}

/** The same files in the same order as the migration engine applies them, which takes seconds longer to load. */
function migrations(): string[] {
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  return names.map((name) => readFileSync(new URL(`${name}/migration.sql`, MIGRATIONS), "utf8"));
}

type Names = {
  readonly types: ReadonlyMap<number, string>;
  readonly columns: ReadonlyMap<string, NonNullable<DescribedColumn["from"]>>;
};

async function readNames(database: PGlite): Promise<Names> {
  const types = await database.query<{ oid: number; name: string }>(
    "SELECT oid, typname AS name FROM pg_type",
  );
  const columns = await database.query<{ key: string; column: string; notNull: boolean }>(
    `SELECT attrelid || ' ' || attnum AS key, attrelid::regclass || '.' || attname AS column,
       attnotnull AS "notNull"
     FROM pg_attribute WHERE attnum > 0`,
  );
  return {
    types: new Map(types.rows.map(({ oid, name }) => [oid, name])),
    columns: new Map(columns.rows.map(({ key, ...column }) => [key, column])),
  };
}

/** PGlite's own `describeQuery` leaves out which table a column is from. */
async function describe(database: PGlite, sql: string, { types, columns }: Names): Promise<Described> {
  const { serialize } = protocol;
  const request = [serialize.parse({ text: sql }), serialize.describe({ type: "S" }), serialize.sync()];
  const { messages } = await database.execProtocol(Buffer.concat(request));
  const described: { parameters: string[]; columns: DescribedColumn[] } = { parameters: [], columns: [] };
  const nameOf = (oid: number) => types.get(oid) ?? `type ${oid}`;
  for (const message of messages) {
    if (message.name === "parameterDescription") {
      described.parameters = (message as ParameterDescription).dataTypeIDs.map(nameOf);
    }
    if (message.name === "rowDescription") {
      described.columns = (message as RowDescription).fields.map(
        ({ name, dataTypeID, tableID, columnID }) => ({
          name,
          type: nameOf(dataTypeID),
          from: columns.get(`${tableID} ${columnID}`) ?? null,
        }),
      );
    }
  }
  return described;
}

type Trial = { readonly filling: Samples | null; readonly given: Samples; readonly names: Names };

async function tryOut(database: PGlite, statements: readonly string[], { filling, given, names }: Trial) {
  const answers: Array<readonly Row[] | null> = [];
  await database.exec("BEGIN");
  try {
    if (filling) await fillBarely(database, filling);
    for (const sql of statements) {
      await database.exec("SAVEPOINT before");
      answers.push(await rowsOf(database, sql, { given, names }).catch(() => null));
      await database.exec("ROLLBACK TO before");
    }
  } finally {
    await database.exec("ROLLBACK");
  }
  return answers;
}

async function rowsOf(database: PGlite, sql: string, { given, names }: Pick<Trial, "given" | "names">) {
  const { parameters } = await describe(database, sql, names);
  const values = parameters.map((type) => (type.startsWith("_") ? [] : given[type]));
  return (await database.query<Row>(sql, values)).rows;
}

/** One row in every table, whatever refers to whatever; only columns that have to be given are. */
async function fillBarely(database: PGlite, filling: Samples): Promise<void> {
  await database.exec("SET LOCAL session_replication_role = replica"); // Foreign keys are not looked at.
  const { rows: checks } = await database.query<{ drop: string }>(CHECKS);
  for (const { drop } of checks) await database.exec(drop);
  const { rows: tables } = await database.query<{ table: string; columns: string[]; types: string[] }>(
    TABLES,
  );
  for (const { table, columns, types } of tables) {
    const values = types.map((type) => (type.startsWith("_") ? [] : filling[type]));
    const places = types.map((_, place) => `$${place + 1}`);
    await database.query(`INSERT INTO ${table} (${columns}) VALUES (${places})`, values);
  }
}

const CHECKS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
  FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`;

const TABLES = `
  SELECT attrelid::regclass::text AS table, array_agg(quote_ident(attname) ORDER BY attnum) AS columns,
    array_agg(typname::text ORDER BY attnum) AS types
  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_type t ON t.oid = atttypid
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped AND attnotnull
    AND NOT atthasdef AND attidentity = ''
  GROUP BY attrelid`;

type ParameterDescription = InstanceType<typeof protocol.messages.ParameterDescriptionMessage>;
type RowDescription = InstanceType<typeof protocol.messages.RowDescriptionMessage>;
